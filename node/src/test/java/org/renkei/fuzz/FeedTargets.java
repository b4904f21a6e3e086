package org.renkei.fuzz;

import static org.renkei.fuzz.Inputs.bytes;
import static org.renkei.fuzz.Inputs.gzip;
import static org.renkei.fuzz.Inputs.repeatedByte;
import static org.renkei.fuzz.Inputs.resource;
import static org.renkei.fuzz.Inputs.text;
import static org.renkei.fuzz.Inputs.zip;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.renkei.feeds.FeedItem;
import org.renkei.feeds.FeedReader;
import org.renkei.feeds.SignedAlerts;
import org.renkei.feeds.receiver.Indexes;

/// Published data in all its forms. A reader of feeds throws nothing: what it cannot read is an item.
final class FeedTargets {
    private FeedTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of("feed-xml", FeedTargets::read, xml(), Told.class)
                        .knowing(
                                "<!DOCTYPE a [",
                                "<!ENTITY a \"&b;\">",
                                "&a;",
                                "<![CDATA[",
                                "<cap:info>",
                                "36.5,136.5",
                                "2016-04-16T01:30:00+09:00"),
                Target.of("cap-signed", FeedTargets::check, signed(), Told.class)
                        .knowing(
                                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">",
                                "<Reference URI=\"\">",
                                "<!DOCTYPE a [",
                                "<Object>",
                                "<X509Certificate>",
                                "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
                                "http://www.w3.org/TR/1999/REC-xslt-19991116")
                        .within(256),
                Target.of("feed-index", FeedTargets::index, indexes(), Told.class)
                        .knowing("<entry>", "<link href=\"", "<item>", "<!DOCTYPE a [", "&a;", "<![CDATA["),
                Target.of("feed-json", FeedTargets::read, json(), Told.class)
                        .knowing(
                                "{\"type\":\"Feature\",",
                                "\"geometry\":",
                                "\"coordinates\":[",
                                "null",
                                "\"properties\":{",
                                "\\u0000"),
                Target.of(
                                "feed-table",
                                FeedTargets::read,
                                List.of(sample("quakes.csv"), sample("open-shelters.csv")),
                                Told.class)
                        .knowing(",", "\"", "\n", "\r\n", "\"\"", "\t", "36.5", "NaN")
                        // Each refused row costs an exception, gone with the next row.
                        .within(128),
                Target.of("feed-archive", FeedTargets::read, archives(), Told.class)
                        // Of what may unfold two hundred times, row by row.
                        .within(512));
    }

    /// Ends in a way of its own for each set of reasons, so that inputs that bring out new ones are kept.
    private static void read(byte[] input) throws Told {
        var reasons = new TreeSet<String>();
        new FeedReader().read(new ByteArrayInputStream(input), item -> {
            if (item instanceof FeedItem.Refused(var place, var reason)) {
                var text = reason.text(Locale.ENGLISH);
                if (text.isBlank()) {
                    throw new AssertionError("a refusal without a reason at " + place);
                }
                reasons.add(text.replaceAll("[\"“].*[\"”]|[0-9]+", "_"));
            }
        });
        if (!reasons.isEmpty()) {
            throw new Told(String.join("; ", reasons));
        }
    }

    private static void check(byte[] input) throws Told {
        var told = SignedAlerts.check(input);
        if (!told.isEmpty()) {
            throw new Told(told.replaceAll("[\"“].*[\"”]|[0-9]+", "_"));
        }
    }

    private static List<byte[]> signed() {
        var seeds = new ArrayList<byte[]>(List.of(bytes(SignedAlerts.sampleAlert()), sample("alert.xml")));
        Attacks.xml(SignedAlerts.sampleAlert(), "TEST-1").forEach(attack -> seeds.add(bytes(attack)));
        return seeds;
    }

    private static void index(byte[] input) throws Told {
        var entries = Indexes.entries(input);
        if (entries < 0) {
            throw new Told("no index");
        }
    }

    private static List<byte[]> indexes() {
        var atom =
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><updated>1</updated><link href=\"a.xml\"/></entry></feed>";
        var seeds = new ArrayList<byte[]>(
                List.of(
                        bytes(atom),
                        bytes(
                                "<rss version=\"2.0\"><channel><item><link>/b</link><pubDate>p</pubDate></item></channel></rss>")));
        Attacks.xml(atom, "a.xml").forEach(attack -> seeds.add(bytes(attack)));
        return seeds;
    }

    private static List<byte[]> xml() {
        var seeds = new ArrayList<byte[]>();
        for (var name : List.of("intensity.xml", "tsunami-drill.xml", "cancelled.xml", "alert.xml")) {
            seeds.add(sample(name));
        }
        Attacks.xml(text(sample("alert.xml")), "TEST-1").forEach(attack -> seeds.add(bytes(attack)));
        var root = "<Report xmlns=\"http://xml.kishou.go.jp/jmaxml1/\">%s</Report>";
        Attacks.xml(root.formatted("word"), "word").forEach(attack -> seeds.add(bytes(attack)));
        return seeds;
    }

    private static List<byte[]> json() {
        var seeds = new ArrayList<>(List.of(sample("quakes.geojson"), sample("shelters.geojson")));
        var feature = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":%s}]}";
        seeds.add(bytes(feature.formatted("[".repeat(20_000))));
        seeds.add(bytes(feature.formatted("{\"a\":".repeat(10_000))));
        seeds.add(bytes(feature.formatted("1" + "0".repeat(20_000))));
        seeds.add(bytes(feature.formatted("\"" + "\\u0000".repeat(5_000) + "\"")));
        return seeds;
    }

    private static List<byte[]> archives() {
        return List.of(
                gzip(sample("quakes.csv")),
                zip(sample("quakes.csv"), sample("alert.xml")),
                gzip(gzip(sample("alert.xml"))),
                gzip(repeatedByte(' ', 40 << 20)),
                gzip(repeatedByte('[', 40 << 20)),
                zip(repeatedByte('a', 20 << 20), repeatedByte('a', 20 << 20)));
    }

    private static byte[] sample(String name) {
        return resource("/org/renkei/feeds/" + name);
    }
}
