package org.renkei.kernel.acsa;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Field.Type;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;

/// Reads a statement from the body of a record, by the table of [Act], and names every mistake.
public final class StatementReader {
    /// A thousand million: with prices up to 10^12 no sum leaves 64 bits unseen.
    public static final long MOST = 1_000_000_000;

    public static final long MOST_MONEY = 1_000_000_000_000L;

    private static final int MOST_LINES = 100;
    private static final int MOST_AFTER = 100;
    private static final int MOST_TEXT = 500;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PARTY = Pattern.compile("[A-Z]{3}");
    private static final Pattern NSN = Pattern.compile("[0-9]{13}");
    private static final Pattern RATE = Pattern.compile("(?=.*[1-9])[0-9]{1,9}(\\.[0-9]{1,9})?");

    private final List<Objection> objections = new ArrayList<>();

    private StatementReader() {}

    /// What was read, or why it could not be.
    ///
    /// @param statement null when there is any objection
    public record Reading(@Nullable Statement statement, List<Objection> objections) {}

    public static Reading read(UUID record, String party, HybridTime time, CborMap body) {
        var reader = new StatementReader();
        var order = reader.order(body);
        var number = reader.number(body.entries().get("number"), "/number", 1, MOST);
        var after = reader.after(body);
        var act = Optional.ofNullable(body.entries().get("act"))
                .flatMap(value -> value instanceof CborText(var text) ? Act.find(text) : Optional.empty());
        if (act.isEmpty()) {
            reader.object(
                    "/act", "an act is needed, one of " + Codes.of(Act.class), "行為（act）が必要です: " + Codes.of(Act.class));
        }
        act.ifPresent(known -> reader.fields(known, body));
        if (!reader.objections.isEmpty() || order == null || act.isEmpty()) {
            return new Reading(null, List.copyOf(reader.objections));
        }
        var digest = Statement.digest(party, time, body);
        return new Reading(
                new Statement(record, party, time, order, (int) number, act.get(), after, body, digest), List.of());
    }

    private void fields(Act act, CborMap body) {
        for (var field : act.fields()) {
            var value = body.entries().get(field.name());
            var at = "/" + field.name();
            if (field.type() == Type.LINES) {
                lines(act, value);
            } else {
                field(field, value, at);
            }
        }
    }

    private void lines(Act act, @Nullable CborValue value) {
        if (!(value instanceof CborArray(var items)) || items.isEmpty() || items.size() > MOST_LINES) {
            object("/lines", "1 to " + MOST_LINES + " lines are needed", "明細が 1〜" + MOST_LINES + " 行必要です");
            return;
        }
        var seen = new HashSet<Long>();
        for (var i = 0; i < items.size(); i++) {
            var at = "/lines/" + i;
            if (!(items.get(i) instanceof CborMap line)) {
                object(at, "a line is an object", "明細の行はオブジェクトです");
                continue;
            }
            act.lineFields().forEach(field -> field(field, line.entries().get(field.name()), at + "/" + field.name()));
            if (line.entries().get("line") instanceof CborInt(var number) && !seen.add(number)) {
                object(at + "/line", "line " + number + " stands there twice", number + " 行目が二つあります");
            }
        }
    }

    private void field(Field field, @Nullable CborValue value, String at) {
        if (value == null || value instanceof CborText(var text) && text.isBlank()) {
            if (field.required()) {
                object(at, "this field is required", "必須の項目です");
            }
            return;
        }
        switch (field.type()) {
            case TEXT -> text(value, at);
            case DATE -> date(value, at);
            case NUMBER -> number(value, at, 1, MOST);
            case QUANTITY -> number(value, at, 0, MOST);
            case MONEY -> number(value, at, 1, MOST_MONEY);
            case CURRENCY -> currency(value, at);
            case PARTY ->
                pattern(value, at, PARTY, "a party's code of three letters, for example JPN", "当事国の三文字コード（例: JPN）");
            case ZONE -> zone(value, at);
            case YES -> yes(value, at);
            case CHOICE -> choice(field.choices(), value, at);
            case HASH -> pattern(value, at, HASH, "64 hexadecimal digits", "16 進 64 桁");
            case NSN ->
                pattern(value, at, NSN, "a NATO stock number: 13 digits without hyphens", "NATO 物品番号: 13 桁（ハイフンなし）");
            case RATE -> pattern(value, at, RATE, "units for one euro, for example 157.52", "1 ユーロあたりの単位数（例: 157.52）");
            case DOCUMENTS -> documents(value, at);
            case LINES -> throw new IllegalStateException("lines have no lines");
        }
    }

    private void text(CborValue value, String at) {
        if (!(value instanceof CborText(var text)) || text.length() > MOST_TEXT) {
            object(at, "a text of at most " + MOST_TEXT + " characters", MOST_TEXT + " 文字以内の文字列です");
        }
    }

    private void date(CborValue value, String at) {
        try {
            if (value instanceof CborText(var text)) {
                var year = LocalDate.parse(text).getYear();
                if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                    return;
                }
            }
        } catch (DateTimeException e) {
            // Said below, like every other text that is no date.
        }
        object(at, "a day that there is, as YYYY-MM-DD", "実在する日付（YYYY-MM-DD）です");
    }

    private long number(@Nullable CborValue value, String at, long least, long most) {
        if (value instanceof CborInt(var number) && number >= least && number <= most) {
            return number;
        }
        object(at, "a whole number from " + least + " to " + most, least + " から " + most + " までの整数です");
        return 0;
    }

    private void currency(CborValue value, String at) {
        try {
            if (value instanceof CborText(var code)
                    && Currency.getInstance(code).getDefaultFractionDigits() >= 0) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        object(at, "a currency of ISO 4217, for example JPY", "ISO 4217 の通貨コードです（例: JPY）");
    }

    private void zone(CborValue value, String at) {
        if (!(value instanceof CborText(var text)) || !ZONES.contains(text)) {
            object(at, "a time zone, for example Asia/Tokyo", "時間帯の名前です（例: Asia/Tokyo）");
        }
    }

    private void yes(CborValue value, String at) {
        if (!(value instanceof CborBool)) {
            object(at, "yes or no: true or false", "true か false です");
        }
    }

    private void choice(List<String> choices, CborValue value, String at) {
        if (!(value instanceof CborText(var text)) || !choices.contains(text)) {
            object(at, "one of " + choices, choices + " のどれかです");
        }
    }

    private void pattern(CborValue value, String at, Pattern pattern, String english, String japanese) {
        if (!(value instanceof CborText(var text)) || !pattern.matcher(text).matches()) {
            object(at, english, japanese);
        }
    }

    private void documents(CborValue value, String at) {
        var fits = value instanceof CborArray(var items)
                && !items.isEmpty()
                && items.size() <= MOST_LINES
                && items.stream()
                        .allMatch(item ->
                                item instanceof CborText(var text) && !text.isBlank() && text.length() <= MOST_TEXT);
        if (!fits) {
            object(at, "the reference of at least one source document", "根拠書類の番号が一つ以上必要です");
        }
    }

    private @Nullable UUID order(CborMap body) {
        try {
            if (body.entries().get("order") instanceof CborText(var text)) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        object("/order", "the id of the order is needed: a UUID", "オーダーの ID（UUID）が必要です");
        return null;
    }

    private List<Hash> after(CborMap body) {
        if (body.entries().get("after") instanceof CborArray(var items) && items.size() <= MOST_AFTER) {
            var hashes = items.stream()
                    .flatMap(item -> item instanceof CborText(var text)
                                    && HASH.matcher(text).matches()
                            ? Optional.of(Hash.parse(text)).stream()
                            : Optional.<Hash>empty().stream())
                    .toList();
            if (hashes.size() == items.size()) {
                return hashes;
            }
        }
        object(
                "/after",
                "the list of what the writer had seen is needed: digests of statements",
                "書き手が見た申述の要約値の一覧が必要です");
        return List.of();
    }

    private void object(String at, String english, String japanese) {
        objections.add(new Objection(at, english, japanese));
    }

    /// Fields that every statement has, beside those of its act.
    public static Set<String> common() {
        return Set.of("order", "number", "act", "after", "title", "remarks");
    }
}
