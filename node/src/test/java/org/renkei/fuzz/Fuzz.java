package org.renkei.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Runs parsers under fuzz for long: `Fuzz [PARSER …] [--minutes N] [--seed S]`. What breaks one is kept in the corpus,
/// and so is one input for each new way of ending. Ends with 1 when something was found, with 3 when a parser hangs.
public final class Fuzz {
    private static final Duration HANG = Duration.ofSeconds(20);
    private static final int MOST_KEPT = 32;
    private static final int LARGEST_KEPT = 2_048;

    private Fuzz() {}

    public static void main(String[] arguments) throws Exception {
        var minutes = 1.0;
        var seed = System.nanoTime();
        var names = new ArrayList<String>();
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--minutes" -> minutes = Double.parseDouble(arguments[++i]);
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                default -> names.add(arguments[i]);
            }
        }
        var targets = Targets.all();
        var known = targets.stream().map(Target::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("parsers are: " + String.join(", ", known));
            System.exit(2);
        }
        var found = 0;
        for (var target : targets) {
            if (names.isEmpty() || names.contains(target.name())) {
                found += run(target, Duration.ofMillis((long) (minutes * 60_000)), seed);
            }
        }
        System.exit(found == 0 ? 0 : 1);
    }

    private static int run(Target target, Duration length, long seed) {
        var corpus = Corpus.of(target);
        var session =
                new Session(target, corpus.files().stream().map(Inputs::file).toList(), seed);
        var watch = watch(target, session);
        var seen = new HashSet<String>();
        var end = System.nanoTime() + length.toNanos();
        report(corpus, session.begin(), seen);
        while (System.nanoTime() < end) {
            report(corpus, session.step(), seen);
        }
        watch.interrupt();
        keep(corpus, session.novel(), target);
        System.out.println(
                session.summary() + ", " + seen.size() + " findings, " + length.toSeconds() + " s, seed " + seed);
        return seen.size();
    }

    private static void report(Corpus corpus, List<Session.Finding> findings, Set<String> seen) {
        for (var finding : findings) {
            if (seen.add(kind(finding.what()))) {
                System.out.println(finding.what() + "\n    " + corpus.keep("found", finding.input()));
            }
        }
    }

    /// What is the same but for numbers is one finding.
    private static String kind(String what) {
        return what.replaceAll("[0-9]+", "n").replaceAll("^(.{80}).*", "$1");
    }

    /// Where nothing small ended in a new way, the smallest seed stands for the parser.
    private static void keep(Corpus corpus, List<byte[]> novel, Target target) {
        var room = MOST_KEPT - corpus.files().size();
        novel.stream()
                .filter(input -> input.length <= LARGEST_KEPT)
                .limit(Math.max(0, room))
                .forEach(input -> corpus.keep("path", input));
        if (corpus.files().isEmpty()) {
            target.seeds().stream()
                    .min(Comparator.comparingInt(seed -> seed.length))
                    .ifPresent(seed -> corpus.keep("seed", seed));
        }
    }

    /// A parser that does not come back cannot be stopped from outside: what it was given is kept, and all ends.
    private static Thread watch(Target target, Session session) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                while (session.currentFor().compareTo(HANG) < 0) {
                    Thread.sleep(500);
                }
                System.out.println(
                        target.name() + " hangs: " + Corpus.of(target).keep("found", session.current()));
                Runtime.getRuntime().halt(3);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
