package org.renkei.sight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.attachments.Uploading;
import org.renkei.kernel.ledger.Hash;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;

/// Whether the time of an answer tells what is there and not to be seen from what is not there: for each route
/// as many requests of both, in random order, medians and a rank test of both samples (Mann and Whitney). Run
/// by name on a quiet machine, `-Dtest=TimingClass`; `-Drenkei.timing.requests` of each.
class TimingClass {
    private static final int REQUESTS = Integer.getInteger("renkei.timing.requests", 2_000);
    private static final int WARM = 300;
    private static final int HIDDEN = 50;

    @TempDir
    static Path folder;

    /// Paths of what is hidden and of what is not there.
    private record Route(String name, IntFunction<String> hidden, IntFunction<String> absent) {}

    @Test
    void whatIsHiddenAnswersLikeWhatIsNotThere() throws IOException {
        var clock = new MovableClock();
        try (var federation = new TestFederation(folder, clock, "JPN", "USA", "AUS")) {
            var node = federation.node("JPN");
            var clerk = new Residents(node, clock)
                    .settleAs(
                            "clerk",
                            Residents.draft("clerk", "JPN", "desk-officer", "auditor")
                                    .replace("\"SECRET\"", "\"CONFIDENTIAL\""))
                    .signedIn();
            routes(fill(node)).forEach(route -> measure(clerk, route));
            var liaison = new Residents(node, clock)
                    .settleAs("liaison", Residents.draft("liaison", "USA", "liaison"))
                    .signedIn();
            desks(node, clock).forEach(route -> measure(liaison, route));
        }
    }

    private record Thing(String id, String content, String word) {}

    private static List<Thing> fill(RunningNode node) {
        var things = new ArrayList<Thing>();
        for (var n = 0; n < HIDDEN; n++) {
            var bytes = ("content " + n).getBytes(StandardCharsets.UTF_8);
            var sha = Hash.ofContent(bytes).hex();
            var attachment = Uploading.upload(node, "a.bin", "application/octet-stream", bytes);
            var word = "planted" + n;
            var id = node.post(
                            "/api/v1/records",
                            Uploading.draft("SECRET", "", attachment).replace("with files", word))
                    .id();
            things.add(new Thing(id, sha, word));
            node.post("/api/v1/watch-log", """
                    {"act":"event","label":"SECRET","to":[],"fields":{"text":"%s"}}""".formatted(word));
            node.post("/api/v1/records", """
                    {"kind":"note","label":"UNCLASSIFIED//PUBLIC","body":{"title":"open %d"}}""".formatted(n));
        }
        return things;
    }

    private static List<Route> routes(List<Thing> things) {
        return TimingRoutes.OF_A_CLERK.stream()
                .map(kind -> new Route(
                        kind.name(),
                        n -> kind.format().formatted(named(kind, things.get(n % HIDDEN))),
                        n -> kind.format().formatted(absent(kind, n % HIDDEN))))
                .toList();
    }

    private static String named(TimingRoutes.Kind kind, Thing thing) {
        return switch (kind.thing()) {
            case "content" -> thing.content();
            case "word" -> thing.word();
            default -> thing.id();
        };
    }

    private static String absent(TimingRoutes.Kind kind, int number) {
        return switch (kind.thing()) {
            case "content" -> Hash.ofContent(new byte[] {(byte) number}).hex();
            case "word" -> "absence" + number;
            case "party" -> "PHL";
            default -> UUID.nameUUIDFromBytes(new byte[] {(byte) number}).toString();
        };
    }

    /// Things of every desk that Japan shares with Australia, asked for by a liaison of the United States.
    private static List<Route> desks(RunningNode node, MovableClock clock) {
        var things = new ArrayList<Map<String, String>>();
        for (var n = 0; n < HIDDEN; n++) {
            var mark = "Q" + (char) ('a' + n / 26) + (char) ('a' + n % 26);
            var planted = new Planted(node, clock, mark, "AUS", "JPN").everywhere("AUS", "jpn-aus-acsa-2017");
            var ids = new LinkedHashMap<>(planted.ids);
            ids.put("party", "AUS");
            things.add(ids);
        }
        return TimingRoutes.OF_A_LIAISON.stream()
                .map(kind -> {
                    var format = kind.format()
                            .replace("PERIOD", "?" + Planted.PERIOD)
                            .replace("NOW", clock.instant().toString());
                    return new Route(
                            kind.name(),
                            n -> format.formatted(things.get(n % HIDDEN).get(kind.thing())),
                            n -> format.formatted(absent(kind, n % HIDDEN)));
                })
                .toList();
    }

    private static void measure(Visitor reader, Route route) {
        var random = new Random(route.name().hashCode());
        var hidden = new ArrayList<Double>();
        var absent = new ArrayList<Double>();
        var statuses = new int[2];
        for (var n = -WARM; hidden.size() < REQUESTS || absent.size() < REQUESTS; n++) {
            var isHidden = random.nextBoolean();
            var path = (isHidden ? route.hidden() : route.absent()).apply(Math.abs(n));
            var began = System.nanoTime();
            var answer = reader.get(path);
            var took = (System.nanoTime() - began) / 1e3;
            statuses[isHidden ? 0 : 1] = answer.status();
            var sample = isHidden ? hidden : absent;
            if (n >= 0 && sample.size() < REQUESTS) {
                sample.add(took);
            }
        }
        var a = hidden.stream().mapToDouble(Double::doubleValue).toArray();
        var b = absent.stream().mapToDouble(Double::doubleValue).toArray();
        System.out.printf(
                Locale.ROOT,
                "TIMING %-18s %d/%d hidden %.0f us, absent %.0f us, z %.2f, p %.3f, chance to tell %.3f%n",
                route.name(),
                statuses[0],
                statuses[1],
                median(a),
                median(b),
                z(a, b),
                p(z(a, b)),
                u(a, b) / a.length / b.length);
    }

    private static double median(double[] sample) {
        var sorted = sample.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// How many pairs of both samples have the first one larger.
    private static double u(double[] a, double[] b) {
        var sorted = b.clone();
        Arrays.sort(sorted);
        var count = 0.0;
        for (var value : a) {
            var at = Arrays.binarySearch(sorted, value);
            count += at < 0 ? -at - 1 : at + 0.5;
        }
        return count;
    }

    private static double z(double[] a, double[] b) {
        var pairs = (double) a.length * b.length;
        return (u(a, b) - pairs / 2) / Math.sqrt(pairs * (a.length + b.length + 1) / 12);
    }

    /// Of both sides of the normal distribution (Abramowitz and Stegun 26.2.17).
    private static double p(double z) {
        var t = 1 / (1 + 0.2316419 * Math.abs(z));
        var tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 2 * tail;
    }
}
