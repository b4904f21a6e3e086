package org.renkei.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.LabelException;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads what is said about a person, and names every mistake.
@Component
class PersonReader {
    static final String NAME = "[a-z][a-z0-9._-]{1,31}";
    private static final int MAX_TEXT = 60;
    private static final int MAX_BODIES = 50;

    private final NodeSettings settings;

    PersonReader(NodeSettings settings) {
        this.settings = settings;
    }

    /// A new person.
    Person read(JsonNode json) {
        return new Reading(json).person(UUID.randomUUID(), null);
    }

    /// The same person, changed; the sign-in name stays.
    Person read(JsonNode json, Person before) {
        return new Reading(json).person(before.id(), before);
    }

    /// The first administrator gives names only; the rest follows from the node. It reads no record before somebody
    /// writes down a clearance.
    Person firstAdministrator(JsonNode json, UUID id) {
        var reading = new Reading(json);
        var name = reading.signInName();
        var nameEn = reading.text("nameEn", true);
        var nameJa = reading.text("nameJa", true);
        reading.finish();
        return new Person(
                id,
                name,
                nameEn,
                nameJa,
                settings.node().party(),
                "",
                List.of(),
                EnumSet.of(Role.ADMINISTRATOR),
                new Clearance(Classification.UNCLASSIFIED, List.of(), null),
                List.of("ja", "en"),
                true);
    }

    /// A new password: long enough, not the name, and none that is tried first.
    static String password(JsonNode json, String signInName) {
        var password = json.path("password").asString("");
        if (password.length() < Passwords.MIN_LENGTH
                || password.length() > Passwords.MAX_LENGTH
                || password.toLowerCase(Locale.ROOT).contains(signInName)
                || password.chars().distinct().count() < 5) {
            throw Problem.refused(List.of(new FieldError(
                    "/password",
                    "12 to 128 characters, at least five different ones, without the sign-in name: several words are easy to keep in mind",
                    "12〜128 文字、5 種類以上の文字、サインイン名を含まないもの。いくつかの語を並べると覚えやすくなります")));
        }
        if (new GuessablePasswords().contains(password, signInName)) {
            throw Problem.refused(List.of(new FieldError(
                    "/password",
                    "this is among the passwords that are tried first: a common one, or one made of it by a pattern. Take several words that do not belong together",
                    "最初に試されるパスワードです（よく使われるもの、またはその変形）。互いに関係のない語をいくつか並べてください")));
        }
        return password;
    }

    private final class Reading {
        private final JsonNode json;
        private final List<FieldError> mistakes = new ArrayList<>();

        Reading(JsonNode json) {
            this.json = json;
        }

        Person person(UUID id, @Nullable Person before) {
            var person = new Person(
                    id,
                    before == null ? signInName() : before.signInName(),
                    text("nameEn", true),
                    text("nameJa", true),
                    nation(),
                    text("organisation", false),
                    bodies(before),
                    roles(),
                    clearance(),
                    languages(before),
                    before == null || json.path("active").asBoolean(before.active()));
            finish();
            return person;
        }

        void finish() {
            if (!mistakes.isEmpty()) {
                throw Problem.refused(mistakes);
            }
        }

        String signInName() {
            var name = json.path("signInName").asString("").strip();
            if (!name.matches(NAME) || name.equals(Caller.SERVICE) || name.equals("unknown")) {
                mistake(
                        "signInName",
                        "2 to 32 small letters, digits, dots, hyphens or underscores, first a letter; not administrator",
                        "英小文字で始まる 2〜32 文字（英小文字・数字・. - _）。administrator は使えません");
            }
            return name;
        }

        String text(String key, boolean needed) {
            var text = json.path(key).asString("").strip();
            if (needed && text.isEmpty()
                    || text.length() > MAX_TEXT
                    || text.chars().anyMatch(Character::isISOControl)) {
                mistake(
                        key,
                        "a text of " + (needed ? 1 : 0) + " to " + MAX_TEXT + " characters",
                        (needed ? 1 : 0) + "〜" + MAX_TEXT + " 文字です");
            }
            return text;
        }

        private String nation() {
            var nation = json.path("nation").asString(settings.node().party());
            if (!nation.matches("[A-Z]{3}")) {
                mistake("nation", "three capital letters, as in JPN", "JPN のような英大文字 3 字です");
            }
            return nation;
        }

        /// What is not said of them stays.
        private List<String> bodies(@Nullable Person before) {
            if (!json.has("bodies") && before != null) {
                return before.bodies();
            }
            var bodies = texts("bodies");
            if (bodies.size() > MAX_BODIES
                    || !bodies.stream().allMatch(body -> body.matches("[a-z0-9][a-z0-9-]{0,39}"))) {
                mistake(
                        "bodies",
                        "at most " + MAX_BODIES + " codes of bodies: small letters, digits and hyphens",
                        "会議体のコード（英小文字・数字・ハイフン）を " + MAX_BODIES + " 件まで指定できます");
            }
            return bodies;
        }

        private Set<Role> roles() {
            var roles = EnumSet.noneOf(Role.class);
            for (var text : texts("roles")) {
                try {
                    roles.add(Role.parse(text));
                } catch (IllegalArgumentException e) {
                    mistake("roles", "there is no such role", "その役割はありません");
                }
            }
            return roles;
        }

        private Clearance clearance() {
            var level = Classification.UNCLASSIFIED;
            try {
                level = Classification.parse(json.path("clearance").asString("UNCLASSIFIED"));
            } catch (LabelException e) {
                mistake("clearance", "there is no such classification", "その秘密区分はありません");
            }
            var caveats = texts("caveats");
            if (!caveats.stream().allMatch(caveat -> caveat.matches("[A-Z0-9][A-Z0-9-]{0,31}"))) {
                mistake("caveats", "capital letters, digits and hyphens", "英大文字・数字・ハイフンです");
            }
            return new Clearance(level, caveats, until());
        }

        private @Nullable LocalDate until() {
            if (!json.hasNonNull("clearedUntil")) {
                return null;
            }
            try {
                return LocalDate.parse(json.path("clearedUntil").asString(""));
            } catch (DateTimeException e) {
                mistake("clearedUntil", "a day is expected: YYYY-MM-DD", "日付は YYYY-MM-DD の形式です");
                return null;
            }
        }

        /// What is not said stays as it was.
        private List<String> languages(@Nullable Person before) {
            if (before != null && !json.has("languages")) {
                return before.languages();
            }
            var languages = texts("languages");
            if (!Set.of("ja", "en").containsAll(languages)) {
                mistake("languages", "ja and en are known", "ja と en です");
            }
            return languages.isEmpty() ? List.of("ja", "en") : languages;
        }

        private List<String> texts(String key) {
            return json.path(key)
                    .valueStream()
                    .map(value -> value.asString(""))
                    .distinct()
                    .toList();
        }

        private void mistake(String key, String english, String japanese) {
            mistakes.add(new FieldError("/" + key, english, japanese));
        }
    }
}
