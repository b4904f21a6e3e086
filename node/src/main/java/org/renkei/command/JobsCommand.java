package org.renkei.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `renkei jobs`: `list` says what a node does again and again, and how that went; `run` has it do one thing now.
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        subcommands = {JobsCommand.ListAll.class, JobsCommand.Run.class},
        description = {"What a running node does regularly.", "稼働中のノードの定期処理を管理します。"})
public final class JobsCommand extends CommandGroup {
    private static final String PATH = "/api/v1/operation";

    /// `renkei jobs list`.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Says what a running node does regularly, and how it went.", "稼働中のノードの定期処理とその結果を表示します。"})
    static final class ListAll extends AtNode {
        @Override
        void run(AskingClient client, PrintWriter out) {
            for (var job : client.get(PATH).path("jobs")) {
                var failure = job.path("failure").asString("");
                out.printf(
                        "%-24s %s %s%s%n",
                        job.path("name").asString(""),
                        say("last", "前回"),
                        job.path("last").asString(say("not yet", "未実行")),
                        failure.isEmpty() ? "" : "  " + say("FAILED: ", "失敗: ") + failure);
            }
        }
    }

    /// `renkei jobs run`.
    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = {"Has a running node do one of them now.", "定期処理の一つを今すぐ実行させます。"})
    static final class Run extends AtNode {
        @Parameters(paramLabel = "NAME", description = "As the list names it / 一覧の名前")
        private String name = "";

        @Override
        void run(AskingClient client, PrintWriter out) {
            client.post(PATH + "/jobs/" + name);
            out.println(say(name + " was begun", name + " を開始しました"));
        }
    }
}
