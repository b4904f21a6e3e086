package org.renkei.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditExportCheck;
import org.renkei.audit.AuditExportCheck.Standing;
import org.renkei.keys.NodeCard;
import org.renkei.settings.SettingsException;
import org.renkei.settings.SettingsFile;
import org.renkei.verification.ReportView;
import org.renkei.verification.StoppedNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `renkei verify`: looks whether anything that was sealed has been changed since.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Looks through audit log, ledgers and copies of partners' ledgers, of a running node (--url) or of a stopped "
                    + "one (--config), and names every row that was changed behind the node. With a FILE: checks an export of "
                    + "an audit log by the node's card alone.",
            "稼働中（--url）または停止中（--config）のノードの監査記録・開示台帳・相手の台帳の写しを調べ、ノードを通さずに改変された行を示します。"
                    + "FILE を指定すると、監査記録の書出しをノードのカードだけで検証します。"
        },
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {"0:everything as written / 改変なし", "1:something was changed / 改変あり", "2:could not work / 実行不能"})
public final class VerifyCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final String PATH = "/api/v1/verification";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Export of an audit log / 監査記録の書出しファイル")
    private @Nullable Path file;

    @Option(names = "--card", description = "Card of the node the file is of / 書出し元ノードのカード")
    private @Nullable Path card;

    @Option(
            names = "--witness",
            paramLabel = "CARD",
            description = "Card of a partner that cosigned, as often as wanted / 連署した相手ノードのカード（複数可）")
    private List<Path> witnesses = List.of();

    @Option(names = "--url", description = "A running node / 稼働中のノードの URL, http://127.0.0.1:8081")
    private @Nullable String url;

    @Option(names = "--token-file", description = "File with the access token / トークンのファイル")
    private @Nullable Path tokenFile;

    @Option(names = "--config", description = "Settings of a stopped node / 停止中のノードの設定ファイル")
    private @Nullable Path config;

    @Option(names = "--lang", converter = Language.class, description = "ja, en (${DEFAULT-VALUE})")
    private Locale locale = Locale.getDefault();

    @Option(names = "--json", description = "For programs / プログラム向けの出力")
    private boolean json;

    @Override
    public Integer call() {
        try {
            if (file != null) {
                return checkFile(file);
            }
            var report = report();
            if (json) {
                spec.commandLine()
                        .getOut()
                        .println(JsonMapper.shared()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(report));
            } else {
                tell(report);
            }
            return report.path("sound").asBoolean(false) ? 0 : 1;
        } catch (CommandException e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (SettingsException | IllegalArgumentException e) {
            return fail(ImportText.VERIFICATION_FAILED.in(locale, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            return fail(ImportText.VERIFICATION_FAILED.in(locale, rootMessage(e)));
        }
    }

    private int checkFile(Path export) {
        if (card == null) {
            throw new CommandException(ImportText.VERIFY_CARD.in(locale));
        }
        try (var reader = Files.newBufferedReader(export)) {
            var others = new ArrayList<NodeCard>();
            for (var witness : witnesses) {
                others.add(NodeCard.parse(Files.readString(witness)));
            }
            var outcome = AuditExportCheck.check(reader, NodeCard.parse(Files.readString(card)), others);
            var header = outcome.header();
            var text = outcome.proven()
                    ? ImportText.EXPORT_PROVEN
                    : outcome.changed().isEmpty() ? ImportText.EXPORT_NOT_PROVEN : ImportText.EXPORT_CHANGED;
            spec.commandLine()
                    .getOut()
                    .println(text.in(
                            locale,
                            header.node(),
                            header.first(),
                            header.last(),
                            header.checkpoint().size(),
                            outcome.changed()));
            outcome.witnesses().forEach(this::tell);
            var doubted = outcome.witnesses().stream()
                    .anyMatch(one -> one.standing() == Standing.CONTRADICTS || one.standing() == Standing.WRONG);
            return outcome.proven() && !doubted ? 0 : 1;
        } catch (IOException e) {
            throw new CommandException(ImportText.VERIFICATION_FAILED.in(locale, e));
        }
    }

    private void tell(AuditExportCheck.Witness one) {
        var text = switch (one.standing()) {
            case FITS -> ImportText.WITNESS_FITS;
            case CONTRADICTS -> ImportText.WITNESS_CONTRADICTS;
            case WRONG -> ImportText.WITNESS_WRONG;
            case NO_CARD -> ImportText.WITNESS_NO_CARD;
        };
        spec.commandLine().getOut().println(text.in(locale, one.node(), one.size(), String.valueOf(one.at())));
    }

    private JsonNode report() {
        if (config != null) {
            var report = StoppedNode.verify(SettingsFile.read(config));
            return JsonMapper.shared().valueToTree(ReportView.of(report));
        } else if (url != null && tokenFile != null) {
            var options = NodeOptions.of(url, tokenFile, locale);
            return await(new AskingClient(options.node(), options.token(), locale));
        }
        throw new CommandException(ImportText.VERIFY_WHAT.in(locale));
    }

    /// One that was under way before began before we asked: the next one is ours.
    private JsonNode await(AskingClient client) {
        while (isRunning(client.get(PATH))) {
            pause();
        }
        var state = client.post(PATH);
        while (isRunning(state)) {
            pause();
            state = client.get(PATH);
        }
        if (!state.path("failure").asString("").isEmpty()) {
            throw new CommandException(ImportText.VERIFICATION_FAILED.in(
                    locale, state.path("failure").asString("")));
        }
        return state.path("last");
    }

    private static boolean isRunning(JsonNode state) {
        return !state.path("running").asString("").isEmpty();
    }

    private void tell(JsonNode report) {
        var out = spec.commandLine().getOut();
        for (var part : report.path("parts")) {
            var what = switch (part.path("kind").asString("")) {
                case "audit" -> ImportText.VERIFIED_AUDIT;
                case "ledger" -> ImportText.VERIFIED_LEDGER;
                default -> ImportText.VERIFIED_COPY;
            };
            var found = part.path("findings").size() + part.path("more").asLong(0);
            out.println(what.in(
                            locale,
                            part.path("rows").asLong(0),
                            part.path("log").asString(""))
                    + " – "
                    + (found == 0
                            ? ImportText.VERIFIED_SOUND.in(locale)
                            : ImportText.VERIFIED_CHANGED.in(locale, found)));
            part.path("findings")
                    .forEach(finding -> out.println("  "
                            + finding.path("text").path(locale.getLanguage()).asString("")));
        }
        out.println(
                report.path("sound").asBoolean(false)
                        ? ImportText.VERIFIED_ALL.in(
                                locale, report.path("millis").asLong(0))
                        : ImportText.VERIFIED_NOT.in(locale));
    }

    private static String rootMessage(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private int fail(String message) {
        spec.commandLine().getErr().println(message);
        return 2;
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
