package org.renkei.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.renkei.command.ImportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `renkei demo`: three nodes, one scenario, and the screens to look at.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts three nodes, JPN, USA and AUS, on this machine and plays a scenario between them.",
            "JPN、USA、AUS の 3 ノードをこのマシンで起動し、シナリオを再生します。"
        },
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {"0:everything converged / すべて一致", "1:something did not / 不一致あり", "2:could not work / 実行不能"})
public final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port-base", description = "First of three ports / 三つのポートの先頭 (${DEFAULT-VALUE})")
    private int portBase = 8081;

    @Option(names = "--headless", description = "Play at full speed, report and end / 全速で再生し終了")
    private boolean headless;

    @Option(names = "--pause", description = "Milliseconds between steps / 各段階の間隔（ミリ秒） (${DEFAULT-VALUE})")
    private long pauseMillis = 700;

    @Option(names = "--report", description = "Write a report as JSON / 結果を JSON で書き出す")
    private @Nullable Path report;

    @Option(names = "--data", description = "Import the public data found there as JPN / 公開データを JPN として取り込む")
    private @Nullable Path data;

    @Option(names = "--keep", description = "Keep the nodes' data in this folder / データをこのフォルダーに残す")
    private @Nullable Path keep;

    @Option(names = "--scenario", description = "Scenario file / シナリオファイル")
    private Path scenario = Path.of(System.getProperty("renkei.home", "."), "scenarios/kumamoto-2016/scenario.yaml");

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var started = System.nanoTime();
        try {
            var told = Scenario.read(scenario);
            return play(told, out, started);
        } catch (DemoException | IOException e) {
            spec.commandLine().getErr().println("renkei demo: " + e.getMessage());
            return 2;
        }
    }

    private int play(Scenario told, PrintWriter out, long started) throws IOException, InterruptedException {
        try (var federation = new Federation(portBase, keep, told)) {
            var cleanUp = new Thread(federation::close, "clean-up");
            Runtime.getRuntime().addShutdownHook(cleanUp);
            try {
                return run(federation, told, out, started);
            } finally {
                removeHook(cleanUp);
            }
        }
    }

    private int run(Federation federation, Scenario told, PrintWriter out, long started)
            throws IOException, InterruptedException {
        out.println("Starting three nodes / 3 ノードを起動中 …");
        out.flush();
        federation.start();
        printAddresses(federation, out);
        importData(federation);
        out.printf("%n%s / %s%n", told.nameEn(), told.nameJa());
        var play = new Play(federation, out, headless ? 0 : pauseMillis);
        play.run(told);
        var result = Report.await(federation, started);
        print(result, play, out);
        write(result, play);
        var fine = result.converged() && play.surprises().isEmpty();
        if (!headless) {
            printAddresses(federation, out);
            out.println("Ctrl-C stops everything / Ctrl-C で終了します");
            out.flush();
            new CountDownLatch(1).await();
        }
        return fine ? 0 : 1;
    }

    private void printAddresses(Federation federation, PrintWriter out) {
        out.println();
        for (var node : federation.nodes()) {
            out.printf("  %-13s %s/#token=%s%n", node.node(), node.url(), node.token());
        }
        out.println("  Open an address to sign in; the token is also in / アドレスを開くとサインインします。トークンの場所:");
        federation.nodes().forEach(node -> out.println("    " + node.tokenFile()));
        out.flush();
    }

    private void importData(Federation federation) {
        if (data == null) {
            return;
        }
        var node = federation.nodes().getFirst();
        var code = new CommandLine(new ImportCommand())
                .setOut(spec.commandLine().getOut())
                .setErr(spec.commandLine().getErr())
                .execute("--url", node.url(), "--token-file", node.tokenFile().toString(), data.toString());
        if (code == 2) {
            throw new DemoException("the data in " + data + " could not be imported");
        }
    }

    private static void print(Report report, Play play, PrintWriter out) {
        out.printf(
                "%n  %-9s %8s %8s %9s %9s %9s %9s%n",
                "ledger", "entries", "partner", "released", "redacted", "withheld", "recalled");
        for (var link : report.links()) {
            out.printf(
                    "  %s→%s  %8s %8s %9s %9s %9s %9s   %s%n",
                    link.get("from"),
                    link.get("to"),
                    link.get("ledgerSize"),
                    link.get("partnerSize"),
                    link.get("released"),
                    link.get("redacted"),
                    link.get("withheld"),
                    link.get("recalled"),
                    Objects.equals(link.get("ledgerRoot"), link.get("partnerRoot"))
                            ? "roots equal / 一致"
                            : "ROOTS DIFFER / 不一致");
        }
        play.surprises().forEach(surprise -> out.println("  UNEXPECTED " + surprise));
        out.printf("  converged / 一致: %s, %.1f s%n", report.converged(), report.seconds());
        out.flush();
    }

    private void write(Report result, Play play) throws IOException {
        if (report == null) {
            return;
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("converged", result.converged() && play.surprises().isEmpty());
        content.put("seconds", result.seconds());
        content.put("nodes", result.nodes());
        content.put("links", result.links());
        content.put("decisions", play.decisions());
        content.put("unexpected", play.surprises());
        var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(content);
        Files.writeString(report, json + "\n");
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is already ending, and the hook is doing its work.
        }
    }
}
