package org.renkei.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;
import org.renkei.kernel.ais.AisDuplicates;
import org.renkei.kernel.ais.AisLine;
import org.renkei.kernel.ais.AisReader;

/// Decodes AIS in one thread: checksum, tag block, parts, bits. The lines are made from a seed; nine
/// messages of ten are positions of class A, one is static data in two sentences.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@OperationsPerInvocation(AisBenchmark.MESSAGES)
public class AisBenchmark {
    static final int MESSAGES = 20_000;

    private static final int POSITION_BITS = 168;
    private static final int STATIC_BITS = 424;
    private static final int FIRST_PART = 60;

    /// The lines of about a second of a busy national network.
    @State(Scope.Thread)
    public static class Network {
        final List<String> lines = lines(new Random(1));
        final AisReader reader = new AisReader();
    }

    @Benchmark
    public void decoded(Network network, Blackhole blackhole) {
        for (var line : network.lines) {
            blackhole.consume(network.reader.read(line, 0));
        }
    }

    /// The same, and what several stations heard counts once.
    @Benchmark
    public int decodedOnce(Network network) {
        var duplicates = new AisDuplicates(10_000, 65_536);
        var once = 0;
        for (var line : network.lines) {
            if (network.reader.read(line, 0) instanceof AisLine.Heard(var message, var reception)
                    && !duplicates.isRepeat(reception.content(), 0)) {
                once++;
            }
        }
        return once;
    }

    static List<String> lines(Random random) {
        var lines = new ArrayList<String>();
        for (var i = 0; i < MESSAGES; i++) {
            if (i % 10 == 0) {
                var payload = payload(random, 5, STATIC_BITS + 2);
                var sequence = i / 10 % 10;
                lines.add(sentence("AIVDM,2,1," + sequence + ",A," + payload.substring(0, FIRST_PART) + ",0"));
                lines.add(sentence("AIVDM,2,2," + sequence + ",A," + payload.substring(FIRST_PART) + ",2"));
            } else {
                lines.add(sentence("AIVDM,1,1,,A," + payload(random, 1, POSITION_BITS) + ",0"));
            }
        }
        return lines;
    }

    private static String payload(Random random, int type, int bits) {
        var payload = new StringBuilder().append(armored(type));
        for (var i = 1; i < bits / 6; i++) {
            payload.append(armored(random.nextInt(64)));
        }
        return payload.toString();
    }

    private static char armored(int sixBits) {
        return (char) (sixBits < 40 ? sixBits + 48 : sixBits + 56);
    }

    private static String sentence(String body) {
        var checksum = body.chars().reduce(0, (a, b) -> a ^ b);
        return "!" + body + "*%02X".formatted(checksum);
    }
}
