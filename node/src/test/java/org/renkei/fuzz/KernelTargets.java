package org.renkei.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.fuzz.Inputs.bytes;
import static org.renkei.fuzz.Inputs.file;
import static org.renkei.fuzz.Inputs.hex;
import static org.renkei.fuzz.Inputs.joined;
import static org.renkei.fuzz.Inputs.repeated;
import static org.renkei.fuzz.Inputs.repeatedByte;
import static org.renkei.fuzz.Inputs.text;
import static org.renkei.fuzz.Inputs.texts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.renkei.kernel.agreement.PartialDate;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborException;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.label.StanagLabel;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.ColumnCodec;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.RecordCodec;

/// The parsers of the kernel: what partners write, and texts that people write.
final class KernelTargets {
    private static final Path GOLDEN = Path.of("../kernel/src/test/resources/golden");

    private KernelTargets() {}

    static List<Target> all() {
        return List.of(label(), stanag(), cbor(), record(), entry(), frames(), columns(), pointer(), words());
    }

    private static Target label() {
        var seeds = texts(
                "SECRET//REL TO JPN, USA",
                "//NATO RESTRICTED//ORCON//REL TO NATO//EXERCISE",
                "TOP SECRET//BOHEMIA/CRYPTO//EYES ONLY//FGI AUS//FOR BMD, LOGISTICS",
                "UNCLASSIFIED//PUBLIC");
        return Target.of("label", KernelTargets::readLabel, seeds, LabelException.class)
                .knowing(
                        "//",
                        "REL TO ",
                        "PUBLIC",
                        "ORCON",
                        "EYES ONLY",
                        "FGI ",
                        "FOR ",
                        "EXERCISE",
                        "SECRET",
                        ", ",
                        "JPN");
    }

    private static void readLabel(byte[] input) {
        var label = Label.parse(text(input));
        assertThat(Label.parse(label.text())).isEqualTo(label);
    }

    private static Target stanag() {
        var golden = text(file(GOLDEN.resolve("label-4774.xml")));
        var seeds = new ArrayList<>(texts(golden));
        Attacks.xml(golden, "ALLIED").forEach(attack -> seeds.add(bytes(attack)));
        return Target.of("stanag-4774", input -> readStanag(text(input)), seeds, LabelException.class)
                .knowing(
                        "<!DOCTYPE a [",
                        "<!ENTITY a \"&b;&b;\">",
                        "&a;",
                        "<s4774:GenericValue>",
                        "</s4774:Category>",
                        "]]>",
                        "<![CDATA[")
                .upTo(80 * 1024);
    }

    private static void readStanag(String xml) {
        var label = StanagLabel.parse(xml);
        assertThat(StanagLabel.parse(label.xml())).isEqualTo(label);
    }

    private static Target cbor() {
        var seeds = List.of(
                hex("a26161016162820203"),
                hex("83f5f6fb3ff199999999999a"),
                hex("9f1bffffffffffffffffff"),
                repeatedByte(0x81, 70),
                joined(hex("9b00000000ffffffff"), new byte[100]),
                joined(hex("9a0000ff00"), new byte[0xff00]));
        return Target.of("cbor", KernelTargets::readCbor, seeds, CborException.class)
                .upTo(1 << 20);
    }

    private static void readCbor(byte[] input) {
        assertThat(Cbor.encode(Cbor.decode(input))).isEqualTo(input);
    }

    private static Target record() {
        var seed = hex(text(file(GOLDEN.resolve("record.hex"))).replace("\n", ""));
        return Target.of(
                        "record",
                        KernelTargets::readRecord,
                        List.of(seed),
                        IllegalArgumentException.class,
                        CborException.class,
                        LabelException.class)
                .knowing("/remarks", "UNCLASSIFIED//PUBLIC", "JPN/ichigaya", "ROUTINE", "remove", "\u00f5", "aua1");
    }

    private static void readRecord(byte[] input) {
        assertThat(RecordCodec.encode(RecordCodec.decode(input))).isEqualTo(input);
    }

    private static Target entry() {
        var seeds = text(file(GOLDEN.resolve("ledger-entries.txt")))
                .lines()
                .map(line -> hex(line.substring(line.indexOf(' ') + 1)))
                .toList();
        return Target.of(
                        "ledger-entry",
                        LedgerEntry::decode,
                        seeds,
                        IllegalArgumentException.class,
                        CborException.class,
                        LabelException.class)
                .knowing("release", "recall");
    }

    private static Target frames() {
        var seeds = new ArrayList<byte[]>();
        text(file(GOLDEN.resolve("frames.txt")))
                .lines()
                .forEach(line -> seeds.add(hex(line.substring(line.indexOf(' ') + 1))));
        seeds.add(joined(seeds.toArray(byte[][]::new)));
        seeds.add(hex("7fffffff00"));
        seeds.add(joined(hex("00100005820700000000"), new byte[4096]));
        // A batch, a list of confirmations: as many items as a frame holds.
        seeds.add(Inputs.framed(7 + (1 << 17), joined(hex("82099a00020000"), new byte[1 << 17])));
        return Target.of(
                        "frames", KernelTargets::readFrames, seeds, IllegalArgumentException.class, CborException.class)
                .upTo(1 << 20);
    }

    /// In two pieces, as a connection might bring them.
    private static void readFrames(byte[] input) {
        try (var reader = new FrameReader(null)) {
            reader.read(Arrays.copyOf(input, input.length / 2));
            reader.read(Arrays.copyOfRange(input, input.length / 2, input.length));
        }
    }

    private static Target columns() {
        var seeds = text(file(GOLDEN.resolve("columns.txt")))
                .lines()
                .map(Inputs::hex)
                .toList();
        return Target.of("columns", input -> ColumnCodec.decode(1, input), seeds, IllegalArgumentException.class)
                .within(384);
    }

    private static Target pointer() {
        var body = (CborMap) Cbor.decode(hex("a26161016162820203"));
        var seeds = List.of(
                bytes("/remarks"), bytes("/b/1"), bytes("/~0~1/0"), repeated("/a", 40_000), repeated("~1", 40_000));
        return Target.of(
                        "json-pointer",
                        input -> {
                            var pointer = JsonPointer.parse(text(input));
                            pointer.find(body);
                            pointer.changeIn(body, value -> new CborArray(List.of(new CborInt(1))));
                            assertThat(JsonPointer.parse(pointer.toString())).isEqualTo(pointer);
                        },
                        seeds,
                        IllegalArgumentException.class)
                .knowing("/", "~0", "~1", "~", "999999");
    }

    /// Short texts inside others: the first byte says which.
    private static Target words() {
        var seeds = texts(
                "0JPN/ichigaya",
                "12016-04-15T16:25:06.000000Z.0017",
                "22016-04",
                "3" + "ab".repeat(32),
                "4JPN/ichigaya/ledger/USA\n3\n" + "A".repeat(43) + "=\n");
        return Target.of(
                "short-texts",
                input -> {
                    var text = text(input);
                    var rest = text.isEmpty() ? "" : text.substring(1);
                    switch (text.isEmpty() ? '0' : text.charAt(0)) {
                        case '0' -> NodeId.parse(rest);
                        case '1' -> assertThat(HybridTime.parse(rest)).hasToString(rest);
                        case '2' -> PartialDate.parse(rest);
                        case '3' -> Hash.parse(rest);
                        default -> Checkpoint.parse(rest);
                    }
                },
                seeds,
                IllegalArgumentException.class);
    }
}
