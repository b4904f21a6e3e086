package org.renkei.acsa;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.money.AmountReading;
import org.renkei.acsa.money.Amounts;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import tools.jackson.databind.JsonNode;

/// A form of this desk as it came, read field by field. Every mistake is kept, and [#refuse()] names them all; until
/// then a wrong field has a value that nothing is done with.
final class DeskForm {
    private static final int MOST_TEXT = 200;
    private static final long MOST_MONEY = StatementReader.MOST_MONEY * 1_000;
    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    private final JsonNode body;
    private final List<FieldError> errors = new ArrayList<>();

    DeskForm(JsonNode body) {
        this.body = body;
    }

    void refuse() {
        if (!errors.isEmpty()) {
            throw Problem.refused(errors);
        }
    }

    void must(boolean holds, String at, String english, String japanese) {
        if (!holds && errors.stream().noneMatch(one -> one.at().equals(at))) {
            errors.add(new FieldError(at, english, japanese));
        }
    }

    /// @param to the last day
    static void requirePeriod(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw Problem.refused(List.of(new FieldError("/to", "it ends before it begins", "終わりが始まりより前です")));
        }
    }

    String text(String name) {
        var text = optionalText(name);
        must(text != null, "/" + name, "this field is required", "必須の項目です");
        return text == null ? "" : text;
    }

    @Nullable
    String optionalText(String name) {
        var text = body.path(name).asString("").strip();
        must(text.length() <= MOST_TEXT, "/" + name, "a text of at most 200 characters", "200 文字以内の文字列です");
        return text.isEmpty() ? null : text;
    }

    LocalDate date(String name) {
        try {
            var day = LocalDate.parse(body.path(name).asString(""));
            if (day.getYear() > 1990 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below, like every other text that is no date.
        }
        must(false, "/" + name, "a day that there is, as YYYY-MM-DD", "実在する日付（YYYY-MM-DD）です");
        return NO_DAY;
    }

    /// Minor units, or an amount as people write it, in the currency of the form.
    long amount(String name) {
        var node = body.path(name);
        if (node.isString()) {
            return written(name, node.asString());
        }
        var fits = node.isIntegralNumber() && node.canConvertToLong();
        var amount = fits ? node.asLong() : 0;
        must(
                amount >= 1 && amount <= MOST_MONEY,
                "/" + name,
                "a whole number of minor units, more than 0",
                "補助単位での 1 以上の整数です");
        return amount;
    }

    private long written(String name, String text) {
        return switch (Amounts.read(text, body.path("currency").asString(""), MOST_MONEY)) {
            case AmountReading.Read(var minor, var currency) -> {
                must(minor > 0, "/" + name, "an amount of more than 0", "0 より大きい金額です");
                yield minor;
            }
            case AmountReading.Refused(var english, var japanese) -> {
                must(false, "/" + name, english, japanese);
                yield 0;
            }
        };
    }

    String currency(String name) {
        var code = body.path(name).asString("");
        must(
                Amounts.isCurrency(code),
                "/" + name,
                "a currency of ISO 4217, for example JPY",
                "ISO 4217 の通貨コードです（例: JPY）");
        return code;
    }

    <T> @Nullable T choice(String name, List<T> all, Function<T, String> code) {
        var given = body.path(name).asString("");
        var found = all.stream().filter(one -> code.apply(one).equals(given)).findFirst();
        var codes = all.stream().map(code).toList();
        must(found.isPresent(), "/" + name, "one of " + codes, codes + " のどれかです");
        return found.orElse(null);
    }

    /// Nothing when none is named.
    <T> Set<T> choices(String name, List<T> all, Function<T, String> code) {
        var chosen = new HashSet<T>();
        for (var given : body.path(name)) {
            var found = all.stream()
                    .filter(one -> code.apply(one).equals(given.asString("")))
                    .findFirst();
            must(
                    found.isPresent(),
                    "/" + name,
                    "'" + given.asString("") + "' is none",
                    "「" + given.asString("") + "」はありません");
            found.ifPresent(chosen::add);
        }
        return chosen;
    }

    List<UUID> ids(String name) {
        var ids = new ArrayList<UUID>();
        for (var given : body.path(name)) {
            try {
                ids.add(UUID.fromString(given.asString("")));
            } catch (IllegalArgumentException e) {
                must(false, "/" + name, "ids of orders: UUIDs", "オーダーの ID（UUID）の一覧です");
            }
        }
        return ids;
    }
}
