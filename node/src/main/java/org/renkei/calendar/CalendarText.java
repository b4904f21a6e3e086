package org.renkei.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.calendar.CalendarDesk.Line;
import org.renkei.calendar.Given.State;

/// iCalendar (RFC 5545) of the lines of a calendar: the same lines give the same text.
final class CalendarText {
    private static final int REFRESH_MINUTES = 15;
    private static final int MOST_OCTETS = 75;

    private CalendarText() {}

    /// @param name of the node
    static String of(String name, String language, List<Line> lines) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Renkei//Calendar//EN");
        calendar.setMethod(Method.publish());
        calendar.setName(language.equals("ja") ? "連携：" + name : "Renkei: " + name);
        calendar.setRefreshInterval(Duration.builder().minutes(REFRESH_MINUTES).build());
        lines.stream()
                .sorted(Comparator.comparing((Line line) -> line.entry() == null
                                ? line.row().starts()
                                : line.entry().starts())
                        .thenComparing(line -> line.row().uid()))
                .map(line -> event(line, language))
                .forEach(calendar::addEvent);
        return folded(written(calendar));
    }

    private static String written(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// No line is longer than 75 octets, and none is cut within a character (RFC 5545 §3.1). The library counts
    /// characters.
    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        var octets = 0;
        for (var at = 0; at < text.length(); ) {
            var point = text.codePointAt(at);
            var length = Character.toString(point).getBytes(UTF_8).length;
            if (point == '\r' || point == '\n') {
                octets = 0;
            } else if (octets + length > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1 + length;
            } else {
                octets += length;
            }
            folded.appendCodePoint(point);
            at += Character.charCount(point);
        }
        return folded.toString();
    }

    private static VEvent event(Line line, String language) {
        var row = line.row();
        var entry = line.entry();
        var event = new VEvent();
        event.setUid(row.uid());
        event.setSequence(row.sequence());
        event.setDateTimeStamp(Date.from(row.changed()));
        event.setLastModified(Date.from(row.changed()));
        event.setDateStart(date(row.starts(), row.allDay()), !row.allDay());
        event.setTransparency(true);
        if (entry == null || row.state() == State.CANCELLED) {
            event.setStatus(Status.cancelled());
            event.setSummary(language.equals("ja") ? "取消" : "Cancelled");
            return event;
        }
        event.setStatus(Status.confirmed());
        end(entry.ends(), event);
        event.setSummary(entry.summary(language));
        event.setDescription(entry.text().isEmpty() ? entry.label() : entry.text() + "\n\n" + entry.label());
        event.setClassification(Classification.confidential());
        return event;
    }

    private static void end(@Nullable Instant ends, VEvent event) {
        if (ends != null) {
            event.setDateEnd(Date.from(ends), true);
        }
    }

    /// A day is written by the zone of the machine.
    private static Date date(Instant at, boolean allDay) {
        return allDay
                ? Date.from(LocalDate.ofInstant(at, ZoneOffset.UTC)
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant())
                : Date.from(at);
    }
}
