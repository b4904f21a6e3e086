package org.renkei.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `renkei support`: a bundle for those who help from afar, without secrets.
@Command(
        name = "support",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what a support bundle of a running node holds, and with --out writes it. No keys, tokens, passwords, "
                    + "records or names of people are in it.",
            "稼働中のノードのサポート情報の内容を一覧し、--out で書き出します。鍵・トークン・パスワード・記録・人名は含みません。"
        },
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {"0:done / 完了", "2:could not work / 実行不能"})
public final class SupportCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/operation/support";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private NodeOptions options = new NodeOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it / 書出し先")
    private @Nullable Path file;

    @Override
    public Integer call() {
        try {
            var client = new AskingClient(options.node(), options.token(), options.locale());
            var language = options.locale().getLanguage().equals("ja") ? "ja" : "en";
            for (var item : client.get(PATH).path("items")) {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%-16s %s%n",
                                item.path("name").asString(""),
                                item.path("what").path(language).asString(""));
            }
            if (file != null) {
                Files.write(file, client.postForBytes(PATH));
                spec.commandLine().getOut().println(file);
            }
            return 0;
        } catch (CommandException | IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }
}
