package org.renkei.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `renkei status`: how a running node stands, with what to do where it is not well.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Says how a running node stands: database, disk, links, backups, clock, seals, certificates, jobs.",
            "稼働中のノードの状態（データベース・ディスク・接続・バックアップ・時計・改変検査・証明書・ジョブ）を表示します。"
        },
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {
            "0:well / 正常",
            "1:something is critical, or with --strict to be looked at / 異常（--strict では注意も）",
            "2:could not work / 実行不能"
        })
public final class StatusCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private NodeOptions options = new NodeOptions();

    @Option(names = "--strict", description = "Cautions count as well / 注意も異常とみなす")
    private boolean strict;

    @Option(names = "--json", description = "For programs / プログラム向けの出力")
    private boolean json;

    @Override
    public Integer call() {
        try {
            var client = new AskingClient(options.node(), options.token(), options.locale());
            var state = client.get("/api/v1/operation");
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(state));
            } else {
                var language = options.locale().getLanguage().equals("ja") ? "ja" : "en";
                for (var check : state.path("checks")) {
                    out.printf(
                            "%-9s %-18s %s%n",
                            check.path("level").asString("").toUpperCase(Locale.ROOT),
                            check.path("name").asString(""),
                            check.path("text").path(language).asString(""));
                    var advice = check.path("advice").path(language).asString("");
                    if (!advice.isEmpty()) {
                        out.printf("%-28s %s%n", "", advice);
                    }
                }
            }
            var cautions = state.path("checks")
                    .valueStream()
                    .anyMatch(check -> !check.path("level").asString("").equals("ok"));
            return state.path("well").asBoolean(false) && !(strict && cautions) ? 0 : 1;
        } catch (CommandException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }
}
