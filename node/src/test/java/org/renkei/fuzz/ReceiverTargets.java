package org.renkei.fuzz;

import static org.renkei.fuzz.Inputs.bytes;
import static org.renkei.fuzz.Inputs.file;
import static org.renkei.fuzz.Inputs.hex;
import static org.renkei.fuzz.Inputs.joined;
import static org.renkei.fuzz.Inputs.text;
import static org.renkei.fuzz.Inputs.texts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.renkei.feeds.receiver.DecodedLines;
import org.renkei.settings.FeedSettings.Kind;

/// What receivers and networks send. A decoder throws nothing: what it cannot read has a reason.
final class ReceiverTargets {
    private ReceiverTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of("cot", input -> read(Kind.COT, input), cot(), Told.class)
                        .knowing(
                                "<event ",
                                "</event>",
                                "<?xml version=\"1.0\"?>",
                                "<![CDATA[",
                                "]]>",
                                "<!--",
                                "<!DOCTYPE a [",
                                "&#x41;",
                                "lat=\"",
                                "\u00bf",
                                "<contact callsign=\"")
                        .upTo(160 * 1024),
                Target.of("ais-lines", input -> read(Kind.AIS, input), ais(), Told.class)
                        .knowing(
                                "!AIVDM,2,1,", "!BSVDO", ",A,", "*4A", "\\g:1-2-3,s:r,c:1334337317*", "\n", "$PGHP,1,"),
                Target.of(
                                "base-station-lines",
                                input -> read(Kind.SBS, input),
                                texts(
                                        "MSG,3,1,1,86DCA0,1,2026/11/21,03:04:05.250,2026/11/21,03:04:05.300,,35000,,,35.55,139.78,,,0,0,0,0",
                                        "START,Wed Sep 2 04:23:37 +0000 UTC 2015\n2936535519,MSG,8,,,ABDF3F,,,,,,,,,,,,,,,,,"),
                                Told.class)
                        .knowing("MSG,", ",,", "NaN", "1e999", "-0", "START,", "\n"),
                Target.of(
                                "mode-s-lines",
                                input -> read(Kind.MODE_S, input),
                                texts(
                                        "*8D40621D58C382D690C8AC2863A7;\n*8D40621D58C386435CC412692AD6;",
                                        "8D485020994409940838175B284F",
                                        "@000000000000" + "8D4840D6202CC371C32CE0576098;"),
                                Told.class)
                        .knowing("*", ";", "@", "8D", "\n"),
                Target.of(
                                "aircraft-json",
                                input -> read(Kind.AIRCRAFT_JSON, input),
                                texts(
                                        "{\"now\":1598880624.2,\"aircraft\":[{\"hex\":\"a1226e\",\"lat\":38.2,\"lon\":-77.8,\"seen_pos\":1,\"track\":360}]}"),
                                Told.class)
                        .knowing("{", "[", "null", "1e999", "\"ground\"", "\"hex\":"),
                Target.of("mavlink", input -> read(Kind.MAVLINK, input), mavlink(), Told.class)
                        .knowing("\u00fd", "\u00fe", "\u0001"),
                Target.of(
                                "geojson-sequence",
                                input -> read(Kind.GEOJSON, input),
                                texts(
                                        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":1,\"geometry\":{\"type\":\"Point\",\"coordinates\":[139.5,35.2,3]},\"properties\":{\"time\":\"2026-11-21T00:00:00Z\",\"course\":1,\"speed\":2}}]}",
                                        "\u001e{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":{\"time\":1790000000}}\n\u001e{\"type\":\"Feature\"}\n",
                                        "{\"type\":\"Feature\"}\n{\"type\":\"Feature\"}\n"),
                                Told.class)
                        .knowing("\u001e", "\n", "{", "[", "null", "1e999", "\"coordinates\":", "\"id\":")
                        // Of thousands of broken texts each is read and counted by itself.
                        .within(256));
    }

    private static List<byte[]> mavlink() {
        return List.of(
                hex("fd090000000101000000000000000203510403e71e"),
                hex("00fdfd090000000101000000000000000203510403e71efe09000101000000000002035104035a59"),
                hex("fd0900000001010000000000000002035104030000"),
                hex("fd1300000701014a00000000ac4100009a410080f1420000c0bf0f013f0c32"));
    }

    private static List<byte[]> cot() {
        var golden = text(file(Path.of("../kernel/src/test/resources/golden/cot.txt")))
                .lines()
                .toList();
        var xml = golden.get(0);
        var seeds = new ArrayList<byte[]>(List.of(bytes(xml), bytes(xml + "\n" + xml), hex(golden.get(1))));
        seeds.add(joined(hex(golden.get(1)), bytes(xml.substring(0, 100)), bytes(xml), hex(golden.get(2))));
        Attacks.xml(xml, "Cyan").forEach(attack -> seeds.add(bytes(attack)));
        return seeds;
    }

    private static List<byte[]> ais() {
        return texts(
                "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A",
                "\\g:1-2-3985,s:rEV02,c:1334337317*2D\\!AIVDM,2,1,9,B,58KvN<42ACikUKW77F1H4hF0<PTp622222222216`0`cF5BF0RT13H0T,0*70\n"
                        + "\\g:2-2-3985*5A\\!AIVDM,2,2,9,B,PFRC88888888880,2*29",
                "$PGHP,1,2013,11,12,12,0,0,11,219,,2190067,1,62*26\n!BSVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*62");
    }

    private static void read(Kind kind, byte[] input) throws Told {
        var decoded = DecodedLines.of(kind, input);
        if (!decoded.reasons().isEmpty()) {
            throw new Told(String.join("; ", decoded.reasons()));
        }
    }
}
