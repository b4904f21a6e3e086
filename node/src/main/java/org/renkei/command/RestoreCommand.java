package org.renkei.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.renkei.backup.RestoreException;
import org.renkei.backup.Restoring;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.SettingsException;
import org.renkei.settings.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `renkei restore`: puts a node back from a backup, while it does not run.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a node back from a backup into an empty data folder, while it does not run.",
            "停止中のノードを、バックアップから空のデータフォルダーへ復元します。"
        },
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {
            "0:restored, all ledgers in order / 復元完了、台帳は整合",
            "1:restored, but a ledger is not in order / 復元したが台帳に不整合",
            "2:could not work / 実行不能"
        })
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--config", required = true, description = "Settings of the node / ノードの設定ファイル")
    private Path config = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            description = "Folder of backups (renkei.backup.folder) / バックアップのフォルダー")
    private @Nullable Path from;

    @Option(names = "--backup", paramLabel = "NAME", description = "One backup; without it the newest / 特定の 1 件。省略時は最新")
    private @Nullable String name;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = {"As it was then, 2026-11-21T09:30:00Z; without it, as it was last.", "その時点の状態に戻す。省略時は最後の状態。"
            })
    private @Nullable String at;

    @Option(names = "--lang", converter = Language.class, description = "ja, en (${DEFAULT-VALUE})")
    private Locale locale = Locale.getDefault();

    @Override
    public Integer call() {
        try {
            var settings = SettingsFile.read(config);
            return tell(new Restoring(settings, folder(settings), Clock.systemUTC()).run(name, instant()));
        } catch (RestoreException e) {
            return fail(isJapanese() ? e.japanese() : String.valueOf(e.getMessage()));
        } catch (SettingsException | CommandException | IllegalStateException | IOException e) {
            return fail("renkei restore: " + e.getMessage());
        }
    }

    private Path folder(NodeSettings settings) {
        var backup = settings.backup();
        if (from != null) {
            return from.toAbsolutePath();
        } else if (backup != null) {
            return backup.folder();
        }
        throw new CommandException(ImportText.NO_BACKUP_FOLDER.in(locale));
    }

    private @Nullable Instant instant() {
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new CommandException(ImportText.NO_INSTANT.in(locale, String.valueOf(at)));
        }
    }

    private int tell(Restoring.Restored restored) {
        var out = spec.commandLine().getOut();
        out.println(ImportText.RESTORED.in(
                locale, restored.name(), restored.from(), restored.last() == null ? "–" : restored.last()));
        var broken = false;
        for (var ledger : restored.ledgers()) {
            broken |= ledger.broken() > 0;
            out.println("  "
                    + (ledger.broken() > 0 ? ImportText.LEDGER_BROKEN : ImportText.LEDGER_FITS)
                            .in(
                                    locale,
                                    ledger.partner(),
                                    ledger.size(),
                                    ledger.signed(),
                                    ledger.confirmed(),
                                    ledger.broken()));
        }
        out.println(ImportText.RESTORED_THEN.in(locale));
        return broken ? 1 : 0;
    }

    private int fail(String message) {
        spec.commandLine().getErr().println(message);
        return 2;
    }

    private boolean isJapanese() {
        return Locale.JAPANESE.getLanguage().equals(locale.getLanguage());
    }
}
