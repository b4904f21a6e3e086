package org.renkei.kernel.cot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.kernel.Golden;
import org.renkei.kernel.track.TrackDomain;

class CotXmlTest {
    private static final String EVENT = """
            <event version="2.0" uid="A" type="a-f-S" how="m-g" time="2026-11-21T00:00:00Z" stale="2026-11-21T00:05:00.5Z">
              <point lat="35.1" lon="139.6" hae="9999999.0" ce="9.9" le="9999999"/>
              <detail><contact callsign="K&amp;A&#10;B"/><remarks>x<![CDATA[<y>]]></remarks></detail>
            </event>""";

    @Test
    void writesTheseBytes() {
        var ship = Events.ship();
        Golden.check(
                "cot.txt",
                CotXml.write(ship) + "\n" + HexFormat.of().formatHex(TakProtocol.frame(ship)) + "\n"
                        + HexFormat.of().formatHex(TakProtocol.datagram(ship)));
    }

    @Test
    void readsAnEvent() {
        var event = heard(EVENT);
        assertThat(event.uid()).isEqualTo("A");
        assertThat(event.start()).isEqualTo(event.time());
        assertThat(event.stale() - event.time()).isEqualTo(300_500);
        assertThat(event.point().hae()).isEmpty();
        assertThat(event.point().ce()).hasValue(9.9);
        assertThat(event.detail().callsign()).hasValue("K&A\nB");
        assertThat(event.detail().remarks()).hasValue("x<y>");
        assertThat(CotType.domain(event.type())).isEqualTo(TrackDomain.SEA);
        assertThat(CotType.affiliation(event.type())).isEqualTo(CotType.Affiliation.FRIEND);
    }

    @ParameterizedTest(name = "{0} in the place of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "lat='35.1'       | lat=\"35.1\"      | HEARD",
                "lat=\"91\"       | lat=\"35.1\"      | VALUE",
                "lat=\"NaN\"      | lat=\"35.1\"      | VALUE",
                "lat=\"0x1p3\"    | lat=\"35.1\"      | VALUE",
                "lat=\"\"         | lat=\"35.1\"      | FIELD",
                "uid=\" \"        | uid=\"A\"         | FIELD",
                "type=\"a f\"     | type=\"a-f-S\"    | VALUE",
                "time=\"now\"     | time=\"2026-11-21T00:00:00Z\" | VALUE",
                "time=\"+99999-01-01T00:00:00Z\" | time=\"2026-11-21T00:00:00Z\" | VALUE",
                "<spot            | <point            | FIELD",
                "<events          | <event            | XML",
                "&lol;            | &amp;             | DOCTYPE",
                "&#0;             | &amp;             | XML",
                "&                | &amp;             | DOCTYPE",
                "<remarks a=\"1\" a=\"2\"> | <remarks> | XML",
                "</remark>        | </remarks>        | XML",
                "<?php ?>         | <![CDATA[<y>]]>   | DOCTYPE",
                "<!ENTITY a>      | <![CDATA[<y>]]>   | DOCTYPE"
            })
    void namesWhatIsWrong(String with, String instead, String expected) {
        var read = CotReader.read(Events.bytes(EVENT.replaceFirst(Pattern.quote(instead), with)));
        assertThat(read instanceof CotRead.Refused(var reason) ? reason.name() : "HEARD")
                .isEqualTo(expected);
    }

    @Test
    void takesNoDocumentTypeAndNothingDeep() {
        assertThat(reason("<!DOCTYPE a [<!ENTITY b 'c'>]>" + EVENT)).isEqualTo(CotRefusal.DOCTYPE);
        assertThat(reason(EVENT.replace("<contact", "<a>".repeat(20) + "<contact")))
                .isEqualTo(CotRefusal.DEPTH);
        assertThat(reason(EVENT.replace("<contact", "<a/>".repeat(2_001) + "<contact")))
                .isEqualTo(CotRefusal.DEPTH);
        assertThat(reason(EVENT.replace("K&amp;A", "x".repeat(CotCutter.LONGEST))))
                .isEqualTo(CotRefusal.TOO_LONG);
        assertThat(reason("<other/>")).isEqualTo(CotRefusal.NOT_AN_EVENT);
        assertThat(reason("hello")).isEqualTo(CotRefusal.GARBAGE);
    }

    @Test
    void goesOnAfterWhatIsBroken() {
        var stream = EVENT + "\n" + "\u0000\u0000 garbage <b> & more" + EVENT + EVENT.substring(0, 200) + EVENT
                + "<?xml version=\"1.0\"?>\n<!-- e --><auth/>" + EVENT + "<event " + "y".repeat(CotCutter.LONGEST)
                + EVENT
                + "<event uid=\"open" + EVENT;
        var read = Events.read(stream.getBytes(UTF_8), new Random(1));
        assertThat(read.stream().filter(CotRead.Heard.class::isInstance)).hasSize(6);
        assertThat(read.stream()
                        .filter(one -> !(one instanceof CotRead.Heard))
                        .map(one -> ((CotRead.Refused) one).reason()))
                .isEqualTo(List.of(
                        CotRefusal.GARBAGE,
                        CotRefusal.XML,
                        CotRefusal.NOT_AN_EVENT,
                        CotRefusal.TOO_LONG,
                        CotRefusal.XML));
    }

    private static CotEvent heard(String xml) {
        return ((CotRead.Heard) CotReader.read(Events.bytes(xml))).event();
    }

    private static CotRefusal reason(String xml) {
        return ((CotRead.Refused) CotReader.read(Events.bytes(xml))).reason();
    }
}
