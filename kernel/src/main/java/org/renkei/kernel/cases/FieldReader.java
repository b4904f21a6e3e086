package org.renkei.kernel.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.record.Attachment;

/// Reads what every statement has, and its [Field]s, from the body of a record, and names every mistake.
public final class FieldReader {
    private static final int MOST_TEXT = 200;
    private static final int MOST_LONG_TEXT = 8_000;
    private static final long MOST_NUMBER = 1_000_000_000;
    private static final int MOST_NATIONS = 50;
    private static final int MOST_REFERENCES = 200;
    private static final int MOST_MENTIONS = 20;
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern DAY = Pattern.compile("(19|20|21)\\d\\d-\\d\\d-\\d\\d");
    private static final Pattern PARTY = Pattern.compile("[A-Z]{3,8}");
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern BODY = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final CborMap body;
    private final List<UUID> on = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();

    public FieldReader(CborMap body) {
        this.body = body;
    }

    /// What the fields that were read name.
    public List<UUID> on() {
        return List.copyOf(on);
    }

    public List<Objection> objections() {
        return List.copyOf(objections);
    }

    public void read(List<Field> fields) {
        fields.forEach(this::read);
    }

    private void read(Field field) {
        var value = body.entries().get(field.name());
        var at = "/" + field.name();
        if (value == null || value instanceof CborText(var text) && text.isBlank()) {
            if (field.required()) {
                object(at, "this field is required", "必須の項目です");
            }
            return;
        }
        switch (field.type()) {
            case TEXT -> atMost(MOST_TEXT, value, at);
            case LONG_TEXT -> atMost(MOST_LONG_TEXT, value, at);
            case TIME -> time(value, at);
            case DATE -> date(value, at);
            case NUMBER -> number(value, at);
            case CHOICE ->
                must(
                        text(value).filter(field.choices()::contains).isPresent(),
                        at,
                        "one of " + field.choices(),
                        field.choices() + " のどれかです");
            case PARTY -> pattern(value, at, PARTY, "the code of a party, such as AUS", "当事者のコード（AUS など）です");
            case MARK -> pattern(value, at, MARK, "32 hexadecimal digits", "16 進 32 桁です");
            case BODY -> pattern(value, at, BODY, "the code of a body", "機関のコードです");
            case HASH -> pattern(value, at, HASH, "64 hexadecimal digits", "16 進 64 桁です");
            case RECORD -> must(uuid(value).isPresent(), at, "the id of a record: a UUID", "記録の ID（UUID）です");
            case REFERENCE -> reference(value, at).ifPresent(on::add);
            case REFERENCES -> references(value, at);
            case FILES -> files(value, at);
        }
    }

    private void references(CborValue value, String at) {
        if (!(value instanceof CborArray(var items)) || items.isEmpty() || items.size() > MOST_REFERENCES) {
            object(at, "1 to " + MOST_REFERENCES + " statements are named", "1〜" + MOST_REFERENCES + " 件の申述を指します");
            return;
        }
        items.forEach(item -> reference(item, at).filter(id -> !on.contains(id)).ifPresent(on::add));
    }

    private void files(CborValue value, String at) {
        var listed = value instanceof CborArray(var items)
                && !items.isEmpty()
                && items.size() <= Attachment.MOST
                && items.stream().allMatch(item -> Attachment.parse(item).isPresent());
        must(
                listed,
                at,
                "1 to " + Attachment.MOST + " files that were uploaded",
                "登録済みのファイル 1〜" + Attachment.MOST + " 件です");
    }

    private Optional<UUID> reference(CborValue value, String at) {
        var id = uuid(value);
        must(id.isPresent(), at, "the id of a statement: a UUID", "申述の ID（UUID）です");
        return id;
    }

    private void atMost(int most, CborValue value, String at) {
        must(
                text(value).filter(text -> text.length() <= most).isPresent(),
                at,
                "a text of at most " + most + " characters",
                most + " 文字以内の文字列です");
    }

    private void time(CborValue value, String at) {
        try {
            var time = text(value).map(Instant::parse);
            if (time.isPresent() && time.get().isAfter(FIRST) && time.get().isBefore(LAST)) {
                return;
            }
        } catch (DateTimeException e) {
            // Said below, like every other text that is no time.
        }
        object(at, "a time in UTC that there is, as YYYY-MM-DDThh:mm:ssZ", "実在する日時（UTC、YYYY-MM-DDThh:mm:ssZ）です");
    }

    private void date(CborValue value, String at) {
        try {
            if (text(value).filter(DAY.asMatchPredicate()).map(LocalDate::parse).isPresent()) {
                return;
            }
        } catch (DateTimeException e) {
            // Said below, like every other text that is no day.
        }
        object(at, "a day that there is, as YYYY-MM-DD", "実在する日（YYYY-MM-DD）です");
    }

    private void number(CborValue value, String at) {
        var fits = value instanceof CborInt(var number) && number >= 1 && number <= MOST_NUMBER;
        must(fits, at, "a whole number from 1 to " + MOST_NUMBER, "1 から " + MOST_NUMBER + " までの整数です");
    }

    private void pattern(CborValue value, String at, Pattern pattern, String english, String japanese) {
        must(text(value).filter(pattern.asMatchPredicate()).isPresent(), at, english, japanese);
    }

    /// The bodies that it mentions; it need not mention any.
    public List<String> mentions() {
        var value = body.entries().get("mentions");
        if (value == null) {
            return List.of();
        }
        var codes = new ArrayList<String>();
        if (value instanceof CborArray(var items) && items.size() <= MOST_MENTIONS) {
            items.forEach(item -> text(item).filter(BODY.asMatchPredicate()).ifPresent(codes::add));
            if (codes.size() == items.size() && codes.stream().distinct().count() == codes.size()) {
                return List.copyOf(codes);
            }
        }
        object(
                "/mentions",
                "at most " + MOST_MENTIONS + " codes of bodies, each once",
                "機関のコード（" + MOST_MENTIONS + " 件まで、重複なし）です");
        return List.of();
    }

    /// Of what the statement is said; null when it cannot be read.
    ///
    /// @param english what it is the id of
    public @Nullable UUID id(String name, String english, String japanese) {
        var id = uuid(body.entries().get(name));
        must(
                id.isPresent(),
                "/" + name,
                "the id of the " + english + " is needed: a UUID",
                japanese + "の ID（UUID）が必要です");
        return id.orElse(null);
    }

    public String mark() {
        var mark = text(body.entries().get("mark")).filter(MARK.asMatchPredicate());
        must(mark.isPresent(), "/mark", "a mark of 32 hexadecimal digits is needed", "16 進 32 桁の標（mark）が必要です");
        return mark.orElse("");
    }

    /// The nations that are told.
    public Set<String> nations() {
        var nations = new TreeSet<String>();
        if (body.entries().get("to") instanceof CborArray(var items) && items.size() <= MOST_NATIONS) {
            items.forEach(item -> text(item).filter(PARTY.asMatchPredicate()).ifPresent(nations::add));
            if (!items.isEmpty() && nations.size() == items.size()) {
                return nations;
            }
        }
        object("/to", "the parties that are told are needed, each once", "伝える当事国の一覧が必要です（重複なし）");
        return nations;
    }

    /// What is said.
    public <A extends Enum<A> & Coded> Optional<A> act(Class<A> acts) {
        var act = text(body.entries().get("act")).flatMap(code -> Coded.find(acts, code));
        must(
                act.isPresent(),
                "/act",
                "an act is needed, one of " + Coded.codes(acts),
                "行為（act）が必要です: " + Coded.codes(acts));
        return act;
    }

    private static Optional<UUID> uuid(@Nullable CborValue value) {
        try {
            return text(value).filter(text -> text.length() == 36).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(@Nullable CborValue value) {
        return value instanceof CborText(var text) ? Optional.of(text) : Optional.empty();
    }

    private void must(boolean holds, String at, String english, String japanese) {
        if (!holds) {
            object(at, english, japanese);
        }
    }

    private void object(String at, String english, String japanese) {
        objections.add(new Objection(at, english, japanese));
    }
}
