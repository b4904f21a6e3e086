package org.renkei.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `renkei links`: `list` says how the links of a node stand; `pause`, `resume` and `new-epoch` change one.
@Command(
        name = "links",
        mixinStandardHelpOptions = true,
        subcommands = {
            LinksCommand.ListAll.class,
            LinksCommand.Pause.class,
            LinksCommand.Resume.class,
            LinksCommand.NewEpoch.class
        },
        description = {"Links of a running node to its partners.", "稼働中のノードと相手との接続を管理します。"})
public final class LinksCommand extends CommandGroup {
    /// `renkei links list`.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Says how the links of a running node stand.", "稼働中のノードの接続の状態を表示します。"})
    static final class ListAll extends AtNode {
        @Override
        void run(AskingClient client, PrintWriter out) {
            for (var link : client.get("/api/v1/node").path("links")) {
                out.printf(
                        "%-24s %-12s %s %d  %s%n",
                        link.path("node").asString(""),
                        link.path("state").asString(""),
                        say("waiting", "未確認"),
                        link.path("waiting").asLong(0),
                        link.path("problem").asString(""));
            }
        }
    }

    /// What is done to one link by a word.
    abstract static class OneLink extends AtNode {
        @Parameters(paramLabel = "PARTY", description = "The partner / 相手")
        private String party = "";

        abstract String verb();

        abstract String done(String to);

        @Override
        void run(AskingClient client, PrintWriter out) {
            client.post("/api/v1/links/" + inPath(party) + "/" + verb());
            out.println(done(party));
        }
    }

    /// `renkei links pause`.
    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = {"Ends the link to a partner until it is resumed.", "相手との接続を、再開するまで止めます。"})
    static final class Pause extends OneLink {
        @Override
        String verb() {
            return "pause";
        }

        @Override
        String done(String to) {
            return say(to + " is paused", to + " との接続を止めました");
        }
    }

    /// `renkei links resume`.
    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = {"Goes on with a link that was paused.", "止めた接続を再開します。"})
    static final class Resume extends OneLink {
        @Override
        String verb() {
            return "resume";
        }

        @Override
        String done(String to) {
            return say(to + " is resumed", to + " との接続を再開しました");
        }
    }

    /// `renkei links new-epoch`.
    @Command(
            name = "new-epoch",
            mixinStandardHelpOptions = true,
            description = {
                "After a fork, lets the ledger for a partner go on from what the partner holds; what was given out",
                "otherwise is withdrawn. 分岐の後、相手が保持する内容から台帳を続けます。それ以外に渡したものは取り下げます。"
            })
    static final class NewEpoch extends AtNode {
        @Parameters(paramLabel = "PARTY", description = "The partner / 相手")
        private String party = "";

        @Option(names = "--reason", required = true, description = "Stands in the audit log / 監査記録に残る理由")
        private String reason = "";

        @Override
        void run(AskingClient client, PrintWriter out) {
            var ledger = client.post("/api/v1/ledgers/" + inPath(party) + "/epochs", because(reason));
            out.println(say("the ledger goes on with epoch ", "台帳を次の期で続けます: 第 ")
                    + (ledger.path("epochs").size() + 1)
                    + say("", " 期"));
        }
    }
}
