package org.renkei.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `renkei public-view`: `show` says whether everybody sees what is public, and how much that is; `open` and `close`
/// it.
@Command(
        name = "public-view",
        mixinStandardHelpOptions = true,
        subcommands = {PublicViewCommand.Show.class, PublicViewCommand.Open.class, PublicViewCommand.Close.class},
        description = {"What a running node shows to everybody, without signing in.", "稼働中のノードがサインインなしで公開する内容を管理します。"})
public final class PublicViewCommand extends CommandGroup {
    private static final String PATH = "/api/v1/public-view";

    /// `renkei public-view show`.
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {"Says whether it is open, since when and why, and what is public.", "公開の状態と公開対象の件数を表示します。"})
    static final class Show extends AtNode {
        @Override
        void run(AskingClient client, PrintWriter out) {
            tell(client.get(PATH), this, out);
        }
    }

    private static void tell(JsonNode view, AtNode command, PrintWriter out) {
        var open = view.path("open").asBoolean(false);
        out.println(
                open
                        ? command.say("open since ", "公開中。開始 ")
                                + view.path("since").asString("") + ", "
                                + view.path("by").asString("") + ": "
                                + view.path("reason").asString("")
                        : command.say("closed: nobody sees anything", "停止中：誰にも見えません"));
        view.path("counts")
                .forEachEntry((name, count) -> out.println("  " + name + " " + count.asLong(0) + " + "
                        + view.path("exercise").path(name).asLong(0) + command.say(" of exercises", "（訓練）")));
    }

    /// A turn of the switch, with a reason.
    abstract static class Turn extends AtNode {
        @Option(names = "--reason", required = true, description = "Why / 理由")
        private String reason = "";

        abstract boolean opens();

        @Override
        void run(AskingClient client, PrintWriter out) {
            var turn =
                    JsonMapper.shared().createObjectNode().put("open", opens()).put("reason", reason);
            tell(client.put(PATH, turn), this, out);
        }
    }

    /// `renkei public-view open`.
    @Command(
            name = "open",
            mixinStandardHelpOptions = true,
            description = {"Shows everybody what is public.", "公開対象を誰にでも見えるようにします。"})
    static final class Open extends Turn {
        @Override
        boolean opens() {
            return true;
        }
    }

    /// `renkei public-view close`.
    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = {"Shows nobody anything any more.", "公開を停止します。"})
    static final class Close extends Turn {
        @Override
        boolean opens() {
            return false;
        }
    }
}
