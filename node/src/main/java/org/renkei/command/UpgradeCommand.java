package org.renkei.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.renkei.database.UpgradeTrial;
import org.renkei.settings.SettingsException;
import org.renkei.settings.SettingsFile;
import org.renkei.settings.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `renkei upgrade --dry-run`: what this version would change in the database of a stopped node, tried on a
/// copy.
@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = {
            "Tells which steps would change the database of a stopped node, and tries them on a copy. The upgrade itself "
                    + "happens when the node starts, after a backup.",
            "停止中のノードのデータベースに適用される更新手順を示し、写しの上で試します。実際の更新はノードの起動時、バックアップの後に行われます。"
        },
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {
            "0:nothing to do, or all went well / 不要または成功",
            "1:a step failed, or the database is newer / 失敗、またはデータベースが新しい",
            "2:could not work / 実行不能"
        })
public final class UpgradeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--config", required = true, description = "Settings of a stopped node / 停止中のノードの設定ファイル")
    private Path config = Path.of("");

    @Option(names = "--dry-run", required = true, description = "Only try it on a copy / 写しの上で試すのみ")
    private boolean dryRun;

    @Option(names = "--lang", converter = Language.class, description = "ja, en (${DEFAULT-VALUE})")
    private Locale locale = Locale.getDefault();

    @Override
    public Integer call() {
        try {
            return tell(new UpgradeTrial(SettingsFile.read(config)).run());
        } catch (SettingsException | IllegalStateException e) {
            spec.commandLine()
                    .getErr()
                    .println(ImportText.UPGRADE_IMPOSSIBLE.in(locale, String.valueOf(e.getMessage())));
            return 2;
        }
    }

    private int tell(UpgradeTrial.Outcome outcome) {
        var out = spec.commandLine().getOut();
        if (!outcome.newer().isEmpty()) {
            out.println(ImportText.UPGRADE_NEWER.in(locale, Version.current(), String.join(", ", outcome.newer())));
            return 1;
        }
        if (outcome.steps().isEmpty() || outcome.from().isEmpty()) {
            out.println(ImportText.UPGRADE_NOTHING.in(locale, Version.current()));
            return 0;
        }
        out.println(ImportText.UPGRADE_STEPS.in(locale, outcome.steps().size(), outcome.from()));
        outcome.steps().forEach(step -> out.println("  " + step));
        var how = (outcome.withData() ? ImportText.UPGRADE_WITH_DATA : ImportText.UPGRADE_SCHEMA_ONLY).in(locale);
        var failure = outcome.failure();
        if (failure != null) {
            out.println(ImportText.UPGRADE_FAILED.in(locale, how, outcome.millis(), failure));
            return 1;
        }
        out.println(ImportText.UPGRADE_WENT_WELL.in(locale, how, outcome.millis()));
        return 0;
    }
}
