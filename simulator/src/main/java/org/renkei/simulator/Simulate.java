package org.renkei.simulator;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `renkei simulate`: plays one history for each seed. Ends with 0 only when none of them breaks an invariant.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Plays whole histories of several nodes, one for each seed, and checks what must hold.",
            "シードごとに複数ノードの履歴を再現し、守るべき性質を検査します。"
        })
public final class Simulate implements Callable<Integer> {
    private static final int TOLD = 5;
    private static final int PROGRESS_EVERY = 100;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--seeds", defaultValue = "1000", description = "How many histories / 履歴の数 (${DEFAULT-VALUE})")
    private long seeds;

    @Option(names = "--from", defaultValue = "0", description = "The first seed / 最初のシード (${DEFAULT-VALUE})")
    private long from;

    @Option(names = "--mutant", description = "Plant this fault; it must be found / 欠陥を一つ埋め込みます")
    private @Nullable String mutant;

    @Option(names = "--list-mutants", description = "List the faults that can be planted / 欠陥の一覧")
    private boolean list;

    @Option(names = "--threads", defaultValue = "0", description = "0: one for each processor / 0 はプロセッサー数")
    private int threads;

    @Option(
            names = "--seed-timeout",
            defaultValue = "60",
            description = "Seconds after which a history counts as stuck / 履歴一つの制限時間（秒）(${DEFAULT-VALUE})")
    private int seedTimeout;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Simulate())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        if (list) {
            for (var one : Mutant.values()) {
                out.println("%-22s %s".formatted(one.word(), one.sentence()));
            }
            return 0;
        }
        var planted = mutant == null
                ? null
                : Mutant.find(mutant)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "there is no mutant '" + mutant + "': see --list-mutants"));
        var tally = new Tally();
        var started = System.nanoTime();
        play(planted, tally, out);
        out.println();
        out.println(tally.totals((System.nanoTime() - started) / 1e9));
        return tally.divergences() == 0 ? 0 : 1;
    }

    private void play(@Nullable Mutant planted, Tally tally, PrintWriter out) throws InterruptedException {
        var next = new AtomicLong(from);
        var count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        var workers = new Thread[count];
        for (var index = 0; index < count; index++) {
            workers[index] = Thread.ofPlatform().start(() -> {
                for (var seed = next.getAndIncrement(); seed < from + seeds; seed = next.getAndIncrement()) {
                    one(seed, planted, tally, out);
                }
            });
        }
        for (var worker : workers) {
            worker.join();
        }
    }

    private void one(long seed, @Nullable Mutant planted, Tally tally, PrintWriter out) {
        var cast = Cast.of(seed);
        var outcome = History.play(cast, seed, Drawing.of(cast, seed), planted, seedTimeout);
        tally.add(outcome);
        if (outcome.failure() != null && tally.divergences() <= TOLD) {
            tell(seed, cast, Objects.requireNonNull(outcome.failure()), planted, out);
        }
        if (tally.histories() % PROGRESS_EVERY == 0) {
            out.printf("\r%,d of %,d histories, %d divergences", tally.histories(), seeds, tally.divergences());
            out.flush();
        }
    }

    private void tell(long seed, Cast cast, Divergence failure, @Nullable Mutant planted, PrintWriter out) {
        var events = Shrinking.shrink(Drawing.of(cast, seed), some -> {
            var found = History.play(cast, seed, some, planted, seedTimeout).failure();
            return found != null && found.invariant().equals(failure.invariant());
        });
        var last = History.play(cast, seed, events, planted, seedTimeout).failure();
        var story = new Story(cast);
        var text = new StringBuilder("\nseed ").append(seed).append(" breaks: ").append(failure.invariant());
        text.append("\n  ").append(last == null ? failure.getMessage() : last.getMessage());
        text.append("\n  links: ").append(story.who());
        story.tell(events).forEach(line -> text.append("\n  - ").append(line));
        text.append("\n  - everything is healed, and all goes on until it comes to rest");
        text.append("\nreplay: ./renkei simulate --from ").append(seed).append(" --seeds 1");
        out.println(text.append(planted == null ? "" : " --mutant " + planted.word()));
    }
}
