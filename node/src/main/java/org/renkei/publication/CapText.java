package org.renkei.publication;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import tools.jackson.databind.JsonNode;

/// Documents of the Common Alerting Protocol (OASIS CAP 1.2 §3.2), elements in the order of its schema.
final class CapText {
    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    /// UTC is written so, and never `Z` (CAP 1.2 §3.3.2).
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// Half a diagonal of a grid cell is so many times its side.
    private static final double TO_THE_CORNER = Math.sqrt(0.5);

    private final String sender;
    private final PublicWords words;

    /// @param sender as all messages of this node say it
    CapText(String sender, PublicWords words) {
        this.sender = sender;
        this.words = words;
    }

    /// @param before those of the same record that it refers to
    /// @param notice null for a cancellation of what is no longer public: then it says nothing of it
    byte[] document(CapMessage message, List<CapMessage> before, @Nullable Notice notice) {
        return XmlText.document(NAMESPACE, "alert", alert -> {
            alert.element("identifier", message.identifier(sender))
                    .element("sender", sender)
                    .element("sent", time(message.sent()))
                    .element("status", message.status())
                    .element("msgType", message.type().word());
            if (notice != null) {
                alert.element("source", source(notice));
            }
            alert.element("scope", "Public")
                    .optional(
                            "references",
                            before.stream()
                                    .map(one -> sender + "," + one.identifier(sender) + "," + time(one.sent()))
                                    .collect(Collectors.joining(" ")));
            if (notice != null) {
                infos(alert, notice);
            }
        });
    }

    /// Of everything that a message says, whenever and as the how-manieth it says it.
    Hash digest(Notice notice) {
        return Hash.ofContent(XmlText.document(NAMESPACE, "alert", alert -> {
            alert.element("status", notice.status()).element("source", source(notice));
            infos(alert, notice);
        }));
    }

    private static String source(Notice notice) {
        var said = notice.word("sender");
        return said.isEmpty() ? notice.party() : notice.party() + " / " + said;
    }

    /// A block for each language in which it has a title.
    private void infos(XmlText alert, Notice notice) {
        Texts.LANGUAGES.stream()
                .filter(notice.title()::isIn)
                .forEach(language -> alert.within("info", info -> info(info, notice, language)));
    }

    private void info(XmlText info, Notice notice, String language) {
        var title = notice.title().in(language);
        var event = notice.isAlert()
                ? notice.texts("event").in(language)
                : words.value(notice.kind(), "hazardType", notice.word("hazardType"), language);
        info.element("language", language);
        notice.categories().forEach(one -> info.element("category", one));
        info.element("event", event.isEmpty() ? title : event)
                .element("urgency", said(notice, "urgency"))
                .element("severity", said(notice, "severity"))
                .element("certainty", said(notice, "certainty"))
                .optional(
                        "effective", notice.time("effective").map(CapText::time).orElse(""))
                .optional(
                        "onset",
                        notice.isAlert()
                                ? ""
                                : notice.time("time").map(CapText::time).orElse(""))
                .optional("expires", notice.time("expires").map(CapText::time).orElse(""))
                .element("senderName", words.nation(notice.party(), language))
                .element("headline", title)
                .optional("description", text(notice, "summary", language))
                .optional("instruction", text(notice, "instructions", language));
        for (var name : List.of("magnitude", "depthKm", "maxIntensity")) {
            var value = notice.body().path(name).asString("");
            if (!value.isEmpty()) {
                info.within("parameter", one -> one.element("valueName", name).element("value", value));
            }
        }
        areas(info, notice, language);
    }

    /// In the other language only where that has no block of its own.
    private static String text(Notice notice, String name, String language) {
        var text = notice.texts(name);
        var other = language.equals("ja") ? "en" : "ja";
        return text.isIn(language) || !notice.title().isIn(other) ? text.in(language) : "";
    }

    private static String said(Notice notice, String name) {
        var word = notice.word(name);
        return word.isEmpty() ? "Unknown" : word;
    }

    /// Areas that it names; where none has a shape, its position as one more.
    private void areas(XmlText info, Notice notice, String language) {
        var shaped = false;
        for (var area : notice.body().path("areas")) {
            var name = Texts.of(area.path("description")).in(language)
                    + Texts.of(area.path("name")).in(language);
            var shape = shape(area);
            shaped |= shape != null;
            info.within("area", one -> {
                one.element("areaDesc", name.isEmpty() ? notice.title().in(language) : name);
                if (shape != null) {
                    one.element(area.has("polygon") ? "polygon" : "circle", shape);
                }
            });
        }
        var position = notice.body().path("position");
        if (!shaped && position.path("lat").isNumber() && position.path("lon").isNumber()) {
            info.within(
                    "area",
                    one -> one.element("areaDesc", notice.title().in(language)).element("circle", circle(position)));
        }
    }

    /// Latitude before longitude, as CAP has it and the record as well.
    private static @Nullable String shape(JsonNode area) {
        if (area.path("polygon").isArray()) {
            return area.path("polygon")
                    .valueStream()
                    .map(point -> degrees(point.path(0)) + "," + degrees(point.path(1)))
                    .collect(Collectors.joining(" "));
        }
        var circle = area.path("circle").asString("");
        return circle.isEmpty() ? null : circle;
    }

    /// A place has no radius; one that was made coarser has that of its cell.
    private static String circle(JsonNode position) {
        var radius = position.path("gridKm").asDouble(0) * TO_THE_CORNER;
        return degrees(position.path("lat")) + "," + degrees(position.path("lon")) + " "
                + (radius == 0 ? "0" : String.format(Locale.ROOT, "%.1f", radius));
    }

    private static String degrees(JsonNode number) {
        return Objects.toString(number.numberValue());
    }

    static String time(Instant at) {
        return TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
    }
}
