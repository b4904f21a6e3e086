package org.renkei.kernel.cot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;

/// Events for tests.
final class Events {
    static final long TIME = 1_795_000_000_123L;

    private static final String TEXT = "abcXYZ 09-_.:;,<>&\"'\n\t連携護衛艦😀é";

    private Events() {}

    static CotEvent ship() {
        return new CotEvent(
                "JPN-DDH-1",
                "a-f-S-C-L-C-V",
                "m-g",
                TIME,
                TIME,
                TIME + 60_000,
                new CotPoint(35.281, 139.672, OptionalDouble.of(12.5), OptionalDouble.of(9), OptionalDouble.empty()),
                CotDetail.of(
                        CotDetail.contact("かが \"184\""),
                        CotDetail.track(271.5, 7.2),
                        CotElement.of("__group", Map.of("name", "Cyan", "role", "Team Member")),
                        CotElement.of("status", Map.of("battery", "87")),
                        CotElement.of(
                                "takv",
                                Map.of("device", "SM-G998", "platform", "ATAK-CIV", "os", "34", "version", "5.4.0")),
                        CotElement.of("precisionlocation", Map.of("geopointsrc", "GPS", "altsrc", "DTED0")),
                        CotDetail.remarks("UNCLASSIFIED//REL TO JPN, USA <ok> & fine")));
    }

    static CotEvent some(Random random) {
        var details = new ArrayList<CotElement>();
        for (var i = random.nextInt(6); i > 0; i--) {
            details.add(
                    switch (random.nextInt(8)) {
                        case 0 -> CotElement.of("contact", Map.of("callsign", text(random)));
                        case 1 -> CotDetail.track(random.nextInt(360), random.nextInt(4000) / 100.0);
                        case 2 -> CotElement.of("track", Map.of("speed", "01.50", "course", "3"));
                        case 3 -> CotElement.of("status", Map.of("battery", String.valueOf(random.nextInt(100))));
                        case 4 -> CotElement.of("__group", Map.of("name", text(random), "role", "HQ"));
                        case 5 -> CotElement.of("takv", Map.of("device", "", "os", text(random)));
                        case 6 -> CotDetail.remarks(text(random));
                        default -> element(random, 0);
                    });
        }
        var time = (long) (random.nextDouble() * CotEvent.LAST);
        return new CotEvent(
                "u-" + random.nextInt() + text(random),
                "a-" + "pufnh".charAt(random.nextInt(5)) + "-" + "AGSU".charAt(random.nextInt(4)) + "-C",
                random.nextBoolean() ? "m-g" : "",
                Math.max(1, time),
                Math.max(1, time),
                Math.min(CotEvent.LAST, time + 1000),
                new CotPoint(
                        180 * (random.nextDouble() - 0.5),
                        360 * (random.nextDouble() - 0.5),
                        metres(random),
                        metres(random),
                        metres(random)),
                new CotDetail(details));
    }

    private static OptionalDouble metres(Random random) {
        return random.nextInt(3) == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(1000) / 8.0);
    }

    private static CotElement element(Random random, int depth) {
        var attributes = new TreeMap<String, String>();
        for (var i = random.nextInt(3); i > 0; i--) {
            attributes.put("_a" + random.nextInt(9), text(random));
        }
        var children = new ArrayList<CotElement>();
        for (var i = depth < 3 ? random.nextInt(3) : 0; i > 0; i--) {
            children.add(element(random, depth + 1));
        }
        return new CotElement("x-" + random.nextInt(5), attributes, random.nextBoolean() ? text(random) : "", children);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        var signs = TEXT.codePoints().toArray();
        for (var i = 1 + random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(signs[random.nextInt(signs.length)]);
        }
        return text.toString().isBlank() ? "x" : text.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /// Everything that a stream comes to, cut at random places.
    static List<CotRead> read(byte[] stream, Random random) {
        var read = new ArrayList<CotRead>();
        var cutter = new CotCutter(piece -> read.add(CotReader.read(piece)));
        for (var at = 0; at < stream.length; ) {
            var count = Math.min(stream.length - at, 1 + random.nextInt(700));
            cutter.cut(stream, at, count);
            at += count;
        }
        cutter.end();
        return read;
    }
}
