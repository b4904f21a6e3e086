package org.renkei.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `renkei backup`: has a running node make a backup, and waits for it.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Has a running node make a backup now, and waits until it is complete.",
            "稼働中のノードに今すぐバックアップを作らせ、完了を待ちます。"
        },
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {"0:complete / 完了", "1:failed / 失敗", "2:could not work / 実行不能"})
public final class BackupCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String PATH = "/api/v1/backups";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private NodeOptions options = new NodeOptions();

    @Option(names = "--list", description = "Only say which backups there are / 一覧の表示のみ")
    private boolean list;

    @Override
    public Integer call() {
        try {
            var client = new AskingClient(options.node(), options.token(), options.locale());
            if (list) {
                client.get(PATH).path("made").forEach(this::tell);
                return 0;
            }
            return await(client, client.post(PATH));
        } catch (CommandException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }

    private int await(AskingClient client, JsonNode begun) {
        var state = begun;
        while (!state.path("running").isMissingNode() && !state.path("running").isNull()) {
            pause();
            state = client.get(PATH);
        }
        var failure = state.path("failure");
        if (failure.isObject()) {
            spec.commandLine()
                    .getErr()
                    .println(ImportText.BACKUP_FAILED.in(
                            options.locale(), failure.path("detail").asString("")));
            return 1;
        }
        tell(state.path("made").path(0));
        return 0;
    }

    private void tell(JsonNode made) {
        spec.commandLine()
                .getOut()
                .println(ImportText.BACKUP_MADE.in(
                        options.locale(),
                        made.path("name").asString(""),
                        made.path("bytes").asLong(0),
                        made.path("until").asString("")));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted");
        }
    }
}
