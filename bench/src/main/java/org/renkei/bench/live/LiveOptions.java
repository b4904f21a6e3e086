package org.renkei.bench.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands on the command line of `picture`, `cot`, `acsa` and `cases`.
///
/// @param home the source tree, in which a node is built
/// @param count tracks, clients, postings, or statements
/// @param seconds for how long is measured
/// @param warmUp seconds before that
public record LiveOptions(
        Path home, boolean quick, @Nullable Path json, int count, int streams, int partners, int seconds, int warmUp) {
    private static final String USAGE = """
            usage: picture [--json FILE] [--quick] [--count TRACKS] [--streams N] [--partners 0-3] [--seconds N] [--warm-up N]
                   cot [--json FILE] [--quick] [--count CLIENTS] [--seconds N] [--warm-up N]
                   acsa [--json FILE] [--quick] [--count POSTINGS] [--seconds N] [--warm-up N]
                   cases [--json FILE] [--quick] [--count STATEMENTS] [--seconds N] [--warm-up N]
            """;
    private static final int MOST_PARTNERS = 3;

    /// What counts where the command line says nothing.
    public static LiveOptions of(boolean cot, boolean quick) {
        var home =
                Path.of(System.getProperty("renkei.home", ".")).toAbsolutePath().normalize();
        if (cot) {
            return new LiveOptions(home, quick, null, quick ? 20 : 800, 0, 0, quick ? 4 : 60, quick ? 2 : 30);
        }
        return quick
                ? new LiveOptions(home, true, null, 300, 4, 1, 4, 4)
                : new LiveOptions(home, false, null, 10_000, 50, MOST_PARTNERS, 60, 45);
    }

    /// The same for a node with postings.
    static LiveOptions acsa(boolean quick) {
        var home = of(true, quick).home;
        return quick
                ? new LiveOptions(home, true, null, 4_000, 0, 0, 3, 1)
                : new LiveOptions(home, false, null, 1_000_000, 0, 0, 60, 15);
    }

    /// The same for a node with cases.
    static LiveOptions cases(boolean quick) {
        var home = of(true, quick).home;
        return quick
                ? new LiveOptions(home, true, null, 1_200, 0, 0, 4, 2)
                : new LiveOptions(home, false, null, 50_000, 0, 0, 60, 60);
    }

    /// Empty, and the usage is said, when the words make no sense.
    ///
    /// @param words the first is the name of the benchmark
    public static Optional<LiveOptions> parse(List<String> words) {
        var quick = words.contains("--quick");
        var options = switch (words.getFirst()) {
            case "acsa" -> acsa(quick);
            case "cases" -> cases(quick);
            default -> of(words.getFirst().equals("cot"), quick);
        };
        try {
            for (var i = 1; i < words.size(); i++) {
                options = switch (words.get(i)) {
                    case "--quick" -> options;
                    case "--json" -> options.writing(Path.of(words.get(++i)));
                    case "--count" -> options.with(number(words, ++i), options.streams, options.partners);
                    case "--streams" -> options.with(options.count, number(words, ++i), options.partners);
                    case "--partners" -> options.with(options.count, options.streams, number(words, ++i));
                    case "--seconds" -> options.lasting(number(words, ++i), options.warmUp);
                    case "--warm-up" -> options.lasting(options.seconds, number(words, ++i));
                    default -> throw new IllegalArgumentException(words.get(i));
                };
            }
            return Optional.of(options);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            System.err.print(USAGE);
            return Optional.empty();
        }
    }

    private LiveOptions writing(Path file) {
        return new LiveOptions(home, quick, file, count, streams, partners, seconds, warmUp);
    }

    private LiveOptions with(int ofCount, int ofStreams, int ofPartners) {
        return new LiveOptions(
                home, quick, json, ofCount, ofStreams, Math.min(ofPartners, MOST_PARTNERS), seconds, warmUp);
    }

    private LiveOptions lasting(int ofSeconds, int ofWarmUp) {
        return new LiveOptions(home, quick, json, count, streams, partners, ofSeconds, ofWarmUp);
    }

    private static int number(List<String> words, int index) {
        var number = Integer.parseInt(words.get(index));
        if (number < 0) {
            throw new IllegalArgumentException(words.get(index));
        }
        return number;
    }
}
