package org.renkei.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `renkei export`: writes what a partner has not confirmed yet to a removable medium.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what a partner has not confirmed yet into a file for a removable medium, sealed to its node.",
            "相手が未確認の内容を可搬媒体用のファイルに書き出します（相手のノードだけが開けます）。"
        },
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {"0:written / 書き出し完了", "2:could not work / 実行不能"})
public final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private NodeOptions options = new NodeOptions();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "PARTNER",
            description = "The partner: USA, or a site: JPN/kumamoto-jcp / 相手（国、または自国の拠点）")
    private String party = "";

    @Option(
            names = "--since",
            paramLabel = "POSITION",
            description = {
                "Entries after this position; without it, after the last one confirmed.",
                "この位置より後。省略時は最後に確認された位置より後。"
            })
    private @Nullable Long since;

    @Option(
            names = "--attachments",
            description = {
                "With the contents of the attachments of these entries; their previews always go with them.",
                "これらの記録の添付の内容も書き出す。縮小画像は常に含む。"
            })
    private boolean attachments;

    @Parameters(paramLabel = "FILE", description = "File to write / 書き出すファイル")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        try {
            var client = new MediumClient(options.node(), options.token(), options.locale());
            var bytes = client.export(party, since, attachments, file);
            spec.commandLine()
                    .getOut()
                    .println(ImportText.MEDIUM_WRITTEN.in(options.locale(), file.toString(), party, bytes));
            return 0;
        } catch (CommandException | IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }
}
