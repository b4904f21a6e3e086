package org.renkei;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.renkei.setup.Setup;
import org.renkei.setup.SetupServer;
import org.renkei.setup.TerminalSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `renkei setup`: the first settings of a node, asked in the terminal or on a page, and then the
/// node itself.
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for the first settings of a node step by step, writes them, and starts the node.",
            "ノードの最初の設定を順に尋ねて書き込み、ノードを起動します。"
        })
final class SetupCommand implements Callable<Integer> {
    private static final int PORT = 8081;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--config", description = "Settings file that is to be / 作成する設定ファイル (node.yaml)")
    private Path config = Path.of("node.yaml");

    @Option(names = "--page", description = "On a page in the browser of this machine / この端末のブラウザーで行う")
    private boolean page;

    @Option(names = "--no-start", description = "Write the settings and do not start the node / 起動しない")
    private boolean noStart;

    @Option(names = "--lang", description = "ja or en / 言語")
    private @Nullable String language;

    @Override
    public Integer call() {
        if (page) {
            return onPage(spec, config, noStart ? 0 : null);
        }
        var locale = language == null ? Locale.getDefault() : Locale.of(language);
        try {
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            var written = new TerminalSetup(new Setup(config), in, out(spec), locale).run();
            return noStart ? 0 : Renkei.NodeCommand.run(spec, written, false);
        } catch (IOException | IllegalStateException e) {
            return failed(spec, e);
        }
    }

    /// Prints a link that is good once, waits until all is answered, and starts the node.
    ///
    /// @param instead what to answer instead of starting the node; null to start it
    static Integer onPage(CommandSpec spec, Path config, @Nullable Integer instead) {
        try {
            var setup = new Setup(config);
            try (var server = server(setup)) {
                out(spec)
                        .printf(
                                "There are no settings at %s yet. Open this once on this machine, within an hour:%n"
                                        + "設定 %1$s はまだありません。この端末で次を一度だけ開いてください（1 時間以内）:%n  %s%n",
                                config, server.url());
                server.await();
            }
            return instead == null ? Renkei.NodeCommand.run(spec, config, false) : instead;
        } catch (IOException | IllegalStateException e) {
            return failed(spec, e);
        }
    }

    private static SetupServer server(Setup setup) throws IOException {
        try {
            return new SetupServer(setup, PORT, Clock.systemUTC());
        } catch (IOException e) {
            return new SetupServer(setup, 0, Clock.systemUTC());
        }
    }

    private static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }

    private static int failed(CommandSpec spec, Exception failure) {
        spec.commandLine().getErr().println("renkei setup: " + failure.getMessage());
        return 2;
    }
}
