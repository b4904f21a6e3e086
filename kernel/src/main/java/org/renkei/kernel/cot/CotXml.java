package org.renkei.kernel.cot;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Events as XML (CoT 2.0).
public final class CotXml {
    private static final int LONGEST_NUMBER = 40;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private CotXml() {}

    /// @return one element, without declaration
    public static String write(CotEvent event) {
        var out = new StringBuilder(512);
        out.append("<event version=\"2.0\"");
        attribute(out, "uid", event.uid());
        attribute(out, "type", event.type());
        attribute(out, "how", event.how());
        attribute(out, "time", time(event.time()));
        attribute(out, "start", time(event.start()));
        attribute(out, "stale", time(event.stale()));
        out.append("><point");
        var point = event.point();
        attribute(out, "lat", number(point.latitude()));
        attribute(out, "lon", number(point.longitude()));
        attribute(out, "hae", number(CotPoint.written(point.hae())));
        attribute(out, "ce", number(CotPoint.written(point.ce())));
        attribute(out, "le", number(CotPoint.written(point.le())));
        out.append("/><detail>");
        event.detail().elements().forEach(element -> write(out, element));
        return out.append("</detail></event>").toString();
    }

    public static byte[] bytes(CotEvent event) {
        return write(event).getBytes(StandardCharsets.UTF_8);
    }

    static String write(List<CotElement> elements) {
        var out = new StringBuilder();
        elements.forEach(element -> write(out, element));
        return out.toString();
    }

    private static void write(StringBuilder out, CotElement element) {
        out.append('<').append(element.name());
        element.attributes().forEach((name, value) -> attribute(out, name, value));
        if (element.text().isEmpty() && element.children().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        escaped(out, element.text());
        element.children().forEach(child -> write(out, child));
        out.append("</").append(element.name()).append('>');
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"");
        escaped(out, value);
        out.append('"');
    }

    /// White space but the blank as well, which a reader would change otherwise. What XML cannot hold is left out.
    private static void escaped(StringBuilder out, String text) {
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\r', '\t' -> out.append("&#").append(c).append(';');
                default -> {
                    if (CotXmlParser.isCharacter(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
            i += Character.charCount(c);
        }
    }

    /// @throws Refused where it is no event
    static CotEvent event(CotElement root) {
        if (!root.name().equals("event")) {
            throw Refused.because(CotRefusal.NOT_AN_EVENT);
        }
        var uid = needed(root, "uid");
        var type = needed(root, "type");
        var how = root.attribute("how").orElse("");
        var time = millis(needed(root, "time"));
        var start = root.attribute("start").map(CotXml::millis).orElse(time);
        var stale = millis(needed(root, "stale"));
        if (!CotEvent.isUid(uid) || !CotEvent.isWord(type) || !how.isEmpty() && !CotEvent.isWord(how)) {
            throw Refused.because(CotRefusal.VALUE);
        }
        var point = root.child("point").orElseThrow(() -> Refused.because(CotRefusal.FIELD));
        var details = new ArrayList<CotElement>();
        root.child("detail").ifPresent(detail -> details.addAll(detail.children()));
        return new CotEvent(uid, type, how, time, start, stale, point(point), new CotDetail(details));
    }

    private static CotPoint point(CotElement point) {
        return CotPoint.of(
                number(needed(point, "lat")),
                number(needed(point, "lon")),
                point.attribute("hae").map(CotXml::number).orElse(CotPoint.UNKNOWN),
                point.attribute("ce").map(CotXml::number).orElse(CotPoint.UNKNOWN),
                point.attribute("le").map(CotXml::number).orElse(CotPoint.UNKNOWN));
    }

    private static String needed(CotElement element, String attribute) {
        return element.attribute(attribute).orElseThrow(() -> Refused.because(CotRefusal.FIELD));
    }

    static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    private static long millis(String text) {
        try {
            var millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
            if (CotEvent.isTime(millis)) {
                return millis;
            }
        } catch (DateTimeException | ArithmeticException unreadable) {
            // Said below, with what is outside the range.
        }
        throw Refused.because(CotRefusal.VALUE);
    }

    /// Without exponent, as the schema wants it.
    static String number(double value) {
        var text = Double.toString(value);
        return text.indexOf('E') < 0 ? text : BigDecimal.valueOf(value).toPlainString();
    }

    static double number(String text) {
        return findNumber(text).orElseThrow(() -> Refused.because(CotRefusal.VALUE));
    }

    /// `NaN` is what some write for "not known" in a track; it is no number here.
    static OptionalDouble findNumber(String text) {
        var digits = text.strip();
        if (digits.length() > LONGEST_NUMBER
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9' || ".+-eE".indexOf(c) >= 0)) {
            return OptionalDouble.empty();
        }
        try {
            var number = Double.parseDouble(digits);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException unreadable) {
            return OptionalDouble.empty();
        }
    }
}
