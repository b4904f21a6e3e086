package org.renkei.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.Need;
import org.renkei.kernel.relief.Place;
import org.renkei.kernel.relief.PlaceReport;
import org.renkei.kernel.relief.ReliefRecord;
import org.renkei.kernel.relief.Spot;

/// One entry of the public page: what it is, what is said of it, by whom and how long ago.
///
/// @param made whole minutes: ages are counted from it
record PageItems(PublicWords words, String language, Instant made) {
    /// Names of areas in one entry; the CAP document has them all.
    private static final int MOST_AREAS = 20;

    private static final DateTimeFormatter ZULU =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter JAPAN =
            DateTimeFormatter.ofPattern("HH:mm 'JST'", Locale.ROOT).withZone(ZoneId.of("Asia/Tokyo"));

    void notice(Html entry, Notice one) {
        entry.element("h3", one.title().in(language), "lang", strange(one.title()));
        facts(entry, facts -> {
            if (one.isAlert()) {
                fact(facts, "severity", words.value("alert", "severity", one.word("severity"), language));
                fact(facts, "urgency", words.value("alert", "urgency", one.word("urgency"), language));
            } else {
                fact(facts, "magnitude", one.word("magnitude"));
                fact(facts, "intensity", one.word("maxIntensity"));
            }
            fact(facts, "areas", areas(one));
            one.time("expires").ifPresent(end -> moment(facts, "until", end));
            position(facts, one.spot());
        });
        for (var name : List.of("summary", "instructions")) {
            var text = one.texts(name);
            if (!text.isEmpty()) {
                entry.element("p", text.in(language), "class", "text", "lang", strange(text));
            }
        }
        source(entry, one.party(), one.at());
    }

    private String areas(Notice one) {
        return one.body()
                .path("areas")
                .valueStream()
                .map(area -> Texts.of(area.path(one.isAlert() ? "description" : "name"))
                        .in(language))
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_AREAS)
                .collect(Collectors.joining(language.equals("ja") ? "、" : ", "));
    }

    void place(Html entry, Place place) {
        var newest = place.newest();
        var name = language.equals("ja") ? newest.name().ja() : newest.name().en();
        var type = words.value(ReliefRecord.PLACE, "placeType", place.type(), language);
        entry.element("h3", name.isEmpty() ? type : name);
        if (!place.differences().isEmpty()) {
            entry.element("p", word("differ"), "class", "differ");
        }
        place.reports().stream()
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .forEach(report -> report(entry, report, type, report.equals(newest) ? place : null));
    }

    /// @param located the place, where it is to be said where that is
    private void report(Html entry, PlaceReport report, String type, @Nullable Place located) {
        facts(entry, facts -> {
            var status = words.value(ReliefRecord.PLACE, "status", report.status(), language);
            pair(
                    facts,
                    "status",
                    any -> any.element("dd", type + ": " + status, "class", "state", "data-state", report.status()));
            fact(facts, "people", report.occupants());
            fact(facts, "capacity", report.capacity());
            position(facts, located == null ? null : located.position().orElse(null));
        });
        source(entry, report.party(), report.at());
    }

    void need(Html entry, Need need) {
        var title = language.equals("ja") ? need.title().ja() : need.title().en();
        entry.element("h3", title.isEmpty() ? word("needs") : title);
        facts(entry, facts -> {
            if (need.item() != null) {
                fact(facts, "item", words.value(ReliefRecord.NEED, "item", need.item(), language));
            }
            if (need.amount().units() > 0) {
                fact(
                        facts,
                        "quantity",
                        need.amount().units() + " " + need.amount().unit());
            }
            if (need.until() != null) {
                moment(facts, "neededBy", need.until());
            }
            position(facts, need.spot());
        });
        source(entry, need.party(), need.stated());
    }

    private void source(Html entry, String party, Instant at) {
        entry.within(
                "p",
                line -> {
                    line.text(word("said") + " " + words.nation(party, language) + " · ");
                    time(line, at);
                    line.text(" · " + age(at));
                },
                "class",
                "source");
    }

    private static void facts(Html entry, Consumer<Html> facts) {
        entry.withinUnlessEmpty("dl", facts);
    }

    private void fact(Html facts, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            pair(facts, name, any -> any.element("dd", value.toString()));
        }
    }

    private void moment(Html facts, String name, Instant at) {
        pair(facts, name, any -> any.within("dd", one -> time(one, at)));
    }

    /// A name and its value, which no line parts.
    private void pair(Html facts, String name, Consumer<Html> value) {
        facts.within("div", both -> value.accept(both.element("dt", word(name))));
    }

    /// A telephone opens its own map by it; nothing is asked of anybody (RFC 5870).
    private void position(Html facts, @Nullable Spot spot) {
        if (spot != null) {
            var place = String.format(Locale.ROOT, "%.4f,%.4f", spot.lat(), spot.lon());
            pair(
                    facts,
                    "position",
                    any -> any.within("dd", one -> one.element("a", place.replace(",", ", "), "href", "geo:" + place)));
        }
    }

    /// Z first, then that of Japan.
    static void time(Html line, Instant at) {
        line.element("time", ZULU.format(at) + " (" + JAPAN.format(at) + ")", "datetime", at.toString());
    }

    private String age(Instant at) {
        var since = Duration.between(at, made);
        if (since.toMinutes() < 1) {
            return word("now");
        }
        if (since.toHours() < 1) {
            return PageWords.of("minutes", language, since.toMinutes());
        }
        return since.toDays() < 2
                ? PageWords.of("hours", language, since.toHours(), since.toMinutesPart())
                : PageWords.of("days", language, since.toDays());
    }

    /// The language of a text that was not written in that of the page.
    private String strange(Texts text) {
        return text.isIn(language) ? "" : language.equals("ja") ? "en" : "ja";
    }

    private String word(String key) {
        return PageWords.of(key, language);
    }
}
