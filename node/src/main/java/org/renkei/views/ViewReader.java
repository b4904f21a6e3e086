package org.renkei.views;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renkei.kernel.label.Classification;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.views.ViewContent.Choice;
import org.renkei.views.ViewContent.Filter;
import org.renkei.views.ViewContent.Mode;
import org.renkei.views.ViewContent.Time;
import tools.jackson.databind.JsonNode;

/// Reads what somebody wants to keep, and names every mistake. What is not known here is left out.
final class ViewReader {
    static final int LONGEST_NAME = 60;
    private static final int LONGEST_WORD = 100;
    private static final int MOST_HIDDEN = 100;
    private static final double HIGHEST_ZOOM = 24;
    private static final int MOST_MINUTES = 30 * 24 * 60;
    private static final Set<String> DOMAINS = Set.of("", "sea", "air", "land", "unknown");
    private static final Set<String> CLASSIFICATIONS = Stream.concat(
                    Stream.of(""),
                    Stream.of(Classification.values()).map(one -> one.name().replace('_', ' ')))
            .collect(Collectors.toUnmodifiableSet());

    private final List<FieldError> mistakes = new ArrayList<>();

    private ViewReader() {}

    /// @throws Problem with all mistakes
    static ViewDraft read(JsonNode json) {
        var reader = new ViewReader();
        var draft = reader.draft(json);
        if (!reader.mistakes.isEmpty()) {
            throw Problem.refused(reader.mistakes);
        }
        return draft;
    }

    private ViewDraft draft(JsonNode json) {
        var content = json.path("content");
        return new ViewDraft(
                name(json.path("name").asString("")),
                json.path("shared").asBoolean(false),
                json.path("first").asBoolean(false),
                new ViewContent(
                        number(content, "/content", "lon", -180, 180),
                        number(content, "/content", "lat", -90, 90),
                        number(content, "/content", "zoom", 0, HIGHEST_ZOOM),
                        time(content.path("time")),
                        choice(content.path("choice"))));
    }

    private String name(String said) {
        var name = said.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            mistake(
                    "/name",
                    "a name of 1 to " + LONGEST_NAME + " characters, to know the view again",
                    "見分けるための名前（1〜" + LONGEST_NAME + " 文字）が必要です");
        }
        return name;
    }

    private Time time(JsonNode json) {
        var at = "/content/time";
        switch (word(json, at, "mode", Set.of("", "now", "ago", "at"))) {
            case "ago" -> {
                return new Time(Mode.AGO, null, (int) number(json, at, "minutes", 1, MOST_MINUTES));
            }
            case "at" -> {
                try {
                    return new Time(Mode.AT, Instant.parse(json.path("at").asString("")), null);
                } catch (DateTimeException e) {
                    mistake(at + "/at", "a time such as 2026-04-16T01:36:00Z", "2026-04-16T01:36:00Z のような時刻です");
                }
            }
            default -> {}
        }
        return Time.NOW;
    }

    private Choice choice(JsonNode json) {
        var hidden = json.path("hidden");
        var at = "/content/choice";
        if (hidden.size() > MOST_HIDDEN || hidden.valueStream().anyMatch(one -> !fits(one.asString("")))) {
            mistake(
                    at + "/hidden",
                    "at most " + MOST_HIDDEN + " words of at most " + LONGEST_WORD + " characters",
                    "各 " + LONGEST_WORD + " 文字以内で " + MOST_HIDDEN + " 語までです");
        }
        return new Choice(
                hidden.valueStream()
                        .map(one -> one.asString(""))
                        .limit(MOST_HIDDEN)
                        .toList(),
                json.path("grouped").asBoolean(true),
                json.path("trails").asBoolean(false),
                filter(json.path("filter"), at + "/filter"));
    }

    private Filter filter(JsonNode json, String at) {
        return new Filter(
                text(json, at, "source"),
                text(json, at, "nation"),
                json.has("minutes") ? (int) number(json, at, "minutes", 0, MOST_MINUTES) : 0,
                word(json, at, "upTo", CLASSIFICATIONS),
                text(json, at, "releasableTo"),
                word(json, at, "domain", DOMAINS));
    }

    private double number(JsonNode json, String at, String field, double least, double most) {
        var value = json.path(field);
        if (value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most) {
            return value.doubleValue();
        }
        var bounds = String.format(Locale.ROOT, "%.0f", least) + "～" + String.format(Locale.ROOT, "%.0f", most);
        mistake(at + "/" + field, "a number, " + bounds.replace("～", " to "), bounds + " の数です");
        return least;
    }

    private String word(JsonNode json, String at, String field, Set<String> known) {
        var word = json.path(field).asString("");
        if (!known.contains(word)) {
            var words = known.stream().filter(one -> !one.isEmpty()).sorted().toList();
            mistake(at + "/" + field, "one of " + words, words + " のいずれかです");
        }
        return word;
    }

    private String text(JsonNode json, String at, String field) {
        var text = json.path(field).asString("");
        if (!fits(text)) {
            mistake(at + "/" + field, "at most " + LONGEST_WORD + " characters", LONGEST_WORD + " 文字以内です");
        }
        return text;
    }

    private static boolean fits(String text) {
        return text.length() <= LONGEST_WORD && text.chars().noneMatch(Character::isISOControl);
    }

    private void mistake(String at, String english, String japanese) {
        mistakes.add(new FieldError(at, english, japanese));
    }
}
