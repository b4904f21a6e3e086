package org.renkei.kernel.cot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class CotLawsTest {
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isReadAsItWasWrittenInEveryForm(long seed) {
        var event = Events.some(Seeds.random(seed));
        assertThat(CotReader.read(CotXml.bytes(event))).isEqualTo(new CotRead.Heard(event));
        assertThat(CotReader.read(TakProtocol.frame(event))).isEqualTo(new CotRead.Heard(event));
        assertThat(CotReader.read(TakProtocol.datagram(event))).isEqualTo(new CotRead.Heard(event));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isFoundInAStreamWhereverThatIsCut(long seed) {
        var random = Seeds.random(seed);
        var stream = new ByteArrayOutputStream();
        var sent = new ArrayList<CotEvent>();
        for (var i = 0; i < 20; i++) {
            var event = Events.some(random);
            sent.add(event);
            stream.writeBytes(random.nextBoolean() ? CotXml.bytes(event) : TakProtocol.frame(event));
            stream.writeBytes("\n \r".substring(0, random.nextInt(4)).getBytes(UTF_8));
        }
        assertThat(Events.read(stream.toByteArray(), random))
                .isEqualTo(sent.stream().map(CotRead.Heard::new).toList());
    }

    /// Whatever is damaged: nothing is thrown, and what comes after the damage is found again.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheWayBackAfterDamage(long seed) {
        var random = Seeds.random(seed);
        var stream = new ByteArrayOutputStream();
        for (var i = 0; i < 10; i++) {
            var bytes = CotXml.bytes(Events.some(random));
            for (var hits = random.nextInt(3); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            stream.writeBytes(bytes);
        }
        stream.writeBytes(CotXml.bytes(Events.ship()));
        stream.writeBytes(CotXml.bytes(Events.ship()));
        assertThat(Events.read(stream.toByteArray(), random).getLast()).isEqualTo(new CotRead.Heard(Events.ship()));
    }

    /// The platform's reader of XML is the judge of ours.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsXmlAsThePlatformDoes(long seed) throws XMLStreamException {
        var random = Seeds.random(seed);
        var xml = CotXml.write(Events.some(random));
        var text = new StringBuilder(xml);
        for (var changes = random.nextInt(3); changes > 0; changes--) {
            var at = random.nextInt(text.length());
            text.replace(at, at + random.nextInt(2), String.valueOf("<>\"'&;/ a=!".charAt(random.nextInt(11))));
        }
        CotElement ours;
        try {
            ours = CotXmlParser.document(text.toString());
        } catch (Refused refused) {
            return;
        }
        assertThat(ours).isEqualTo(theirs(text.toString()));
    }

    private static CotElement theirs(String xml) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml.getBytes(UTF_8)), "UTF-8");
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            // What stands before the root.
        }
        return element(reader);
    }

    private static CotElement element(XMLStreamReader reader) throws XMLStreamException {
        var name = reader.getLocalName();
        var attributes = new TreeMap<String, String>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        var text = new StringBuilder();
        var children = new ArrayList<CotElement>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader));
                case XMLStreamConstants.END_ELEMENT -> {
                    return new CotElement(name, attributes, text.toString(), List.copyOf(children));
                }
                case XMLStreamConstants.COMMENT -> {}
                default -> text.append(reader.getText());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void throwsNothingForAnyBytes(long seed) {
        var random = Seeds.random(seed);
        var bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        Events.read(bytes, random);
        CotReader.read(bytes);
        var frame = TakProtocol.frame(Events.some(random));
        frame[2 + new Random(seed).nextInt(frame.length - 2)] ^= (byte) (1 << random.nextInt(8));
        CotReader.read(frame);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }
}
