package org.renkei.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.renkei.keys.NodeKeys;
import org.renkei.settings.SettingsException;
import org.renkei.settings.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `renkei keys`: makes a node's keys when there are none, writes its card and prints the fingerprint that the
/// partner's administrator compares by another way.
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        subcommands = {
            KeyCommands.ListKeys.class,
            KeyCommands.Rotate.class,
            KeyCommands.Revoke.class,
            KeyCommands.Accept.class
        },
        description = {
            "Makes this node's keys if there are none, and writes its node card for partners.",
            "鍵がなければ作り、相手に渡すノードカードを書き出します。"
        })
public final class KeysCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--config", description = "Settings of the node / ノードの設定ファイル")
    private Path config = Path.of("");

    @Option(names = "--card", description = "Where to write the card / カードの書き出し先 (<data>/node.card)")
    private Path card = Path.of("");

    @Override
    public Integer call() {
        if (config.toString().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("renkei keys: --config is needed, or list, rotate, revoke, accept / "
                            + "--config か list・rotate・revoke・accept を指定してください");
            return 2;
        }
        try {
            var settings = SettingsFile.read(config);
            var made = NodeKeys.open(settings.data().resolve("keys"), settings.node())
                    .card(settings, settings.link().toString());
            var file = card.toString().isEmpty() ? settings.data().resolve("node.card") : card;
            Files.writeString(file, made.text());
            spec.commandLine().getOut().printf("%s%n%s%n%s%n", settings.node(), file, made.fingerprint());
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%nTo compare by telephone / 電話での照合用:%n%s%n%s",
                            made.words().text(Locale.ENGLISH), made.words().text(Locale.JAPANESE));
            return 0;
        } catch (SettingsException | IllegalStateException | IOException e) {
            spec.commandLine().getErr().println("renkei keys: " + e.getMessage());
            return 2;
        }
    }
}
