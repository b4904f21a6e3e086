package org.renkei.kernel.acsa.past;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.Terms.Unit;

/// Reads one line of a spreadsheet: all that is wrong with it, and what an audit would ask.
public final class PastReader {
    private static final int MOST_TEXT = 500;
    private static final Pattern PARTY = Pattern.compile("[A-Z]{3}");
    private static final Pattern NSN = Pattern.compile("[0-9]{13}");

    private final Map<PastField, String> cells;
    private final LocalDate today;
    private final EnumMap<PastField, String> values = new EnumMap<>(PastField.class);
    private final List<Objection> objections = new ArrayList<>();
    private final List<Objection> findings = new ArrayList<>();

    private PastReader(Map<PastField, String> cells, LocalDate today) {
        this.cells = cells;
        this.today = today;
    }

    /// @param order null when there are objections
    /// @param findings what is missing or late by the rules of the desk; it can be brought in all the same
    public record Reading(@Nullable PastOrder order, List<Objection> objections, List<Objection> findings) {
        public Reading {
            objections = List.copyOf(objections);
            findings = List.copyOf(findings);
        }
    }

    /// @param cells as they stand in the line; what is blank is not there
    public static Reading read(Map<PastField, String> cells, LocalDate today) {
        var reader = new PastReader(cells, today);
        for (var field : PastField.values()) {
            reader.field(field);
        }
        reader.together();
        if (reader.objections.isEmpty()) {
            reader.audit();
        }
        var order = reader.objections.isEmpty() ? new PastOrder(reader.values) : null;
        return new Reading(order, reader.objections, reader.findings);
    }

    private void field(PastField field) {
        var cell = Cells.text(cells.getOrDefault(field, ""));
        if (cell.isEmpty()) {
            if (field.isRequired()) {
                object(field, "this field is required", "必須の項目です");
            }
            return;
        }
        var plain = Cells.plain(cell);
        switch (field) {
            case REFERENCE, AGREEMENT, ITEM, DOCUMENT, REMARKS -> text(field, cell);
            case PARTNER ->
                pattern(
                        field,
                        plain.toUpperCase(Locale.ROOT),
                        PARTY,
                        "a party's code of three letters, for example USA",
                        "当事国の三文字コード（例: USA）");
            case NSN ->
                pattern(field, plain.replace("-", ""), NSN, "a NATO stock number: 13 digits", "NATO 物品番号: 13 桁");
            case DIRECTION -> word(field, PastWords.direction(cell), PastWords.directions());
            case CATEGORY -> word(field, PastWords.category(cell), PastWords.categoryCodes());
            case UNIT -> word(field, PastWords.unit(cell), PastWords.units());
            case SETTLEMENT -> word(field, PastWords.settlement(cell), PastWords.settlements());
            case QUANTITY -> quantity(plain);
            case CURRENCY -> currency(plain.toUpperCase(Locale.ROOT));
            case AMOUNT, SETTLED_AMOUNT, UNIT_COST, TRANSPORT, HANDLING, ADMINISTRATION, OTHER_COST ->
                money(field, plain);
            case AGREED_ON, DELIVERED_ON, RECEIVED_ON, SETTLED_ON -> day(field, plain);
        }
    }

    private void text(PastField field, String cell) {
        if (cell.length() > MOST_TEXT || cell.chars().anyMatch(one -> one < ' ' && one != '\n')) {
            object(
                    field,
                    "a text of at most " + MOST_TEXT + " characters, without control characters",
                    MOST_TEXT + " 文字以内の文字列です（制御文字は使えません）");
        } else {
            values.put(field, cell);
        }
    }

    private void pattern(PastField field, String cell, Pattern pattern, String english, String japanese) {
        if (pattern.matcher(cell).matches()) {
            values.put(field, cell);
        } else {
            object(field, english, japanese);
        }
    }

    private void word(PastField field, Optional<String> code, List<String> known) {
        code.ifPresentOrElse(
                found -> values.put(field, found), () -> object(field, "one of " + known, known + " のどれかです"));
    }

    private void quantity(String cell) {
        var number = Cells.number(cell);
        if (number == null
                || number.stripTrailingZeros().scale() > 0
                || number.signum() <= 0
                || number.compareTo(BigDecimal.valueOf(StatementReader.MOST)) > 0) {
            object(
                    PastField.QUANTITY,
                    "a whole number from 1 to " + StatementReader.MOST,
                    "1 から " + StatementReader.MOST + " までの整数です");
        } else {
            values.put(PastField.QUANTITY, number.toBigInteger().toString());
        }
    }

    private void currency(String cell) {
        if (digits(cell).isPresent()) {
            values.put(PastField.CURRENCY, cell);
        } else {
            object(PastField.CURRENCY, "a currency of ISO 4217, for example JPY", "ISO 4217 の通貨コードです（例: JPY）");
        }
    }

    private static Optional<Integer> digits(String currency) {
        try {
            var digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return digits < 0 ? Optional.empty() : Optional.of(digits);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void money(PastField field, String cell) {
        var number = Cells.number(cell);
        var digits = digits(values.getOrDefault(PastField.CURRENCY, ""));
        if (digits.isEmpty()) {
            if (!cells.containsKey(PastField.CURRENCY)) {
                object(field, "an amount needs its currency", "金額には通貨が必要です");
            }
        } else if (number == null
                || number.signum() < 0
                || number.stripTrailingZeros().scale() > digits.get()
                || number.movePointRight(digits.get()).compareTo(BigDecimal.valueOf(StatementReader.MOST_MONEY)) > 0) {
            object(
                    field,
                    "an amount from 0 to "
                            + BigDecimal.valueOf(StatementReader.MOST_MONEY, digits.get())
                                    .toPlainString() + " with at most "
                            + digits.get() + " digits after the point",
                    "0 から "
                            + BigDecimal.valueOf(StatementReader.MOST_MONEY, digits.get())
                                    .toPlainString() + " まで、小数点以下 " + digits.get() + " 桁以内の金額です");
        } else {
            values.put(
                    field,
                    number.setScale(digits.get(), RoundingMode.UNNECESSARY).toPlainString());
        }
    }

    private void day(PastField field, String cell) {
        var day = Cells.day(cell, today);
        if (day != null) {
            values.put(field, day.toString());
        } else {
            object(
                    field,
                    "a day that there was, the year first: 2026-02-28, not later than today",
                    "実在する過去の日付を年から書きます（例: 2026-02-28、本日まで）");
        }
    }

    private void together() {
        var unit = values.get(PastField.UNIT);
        var category = values.get(PastField.CATEGORY);
        if (unit != null && category != null) {
            var goods = category(category).isGoods();
            if (!unit(unit).counts(goods)) {
                object(PastField.UNIT, category + " is not counted in " + unit, category + " は " + unit + " では数えません");
            }
        }
        notBefore(PastField.RECEIVED_ON, PastField.DELIVERED_ON);
        notBefore(PastField.SETTLED_ON, PastField.DELIVERED_ON);
        notBefore(PastField.DELIVERED_ON, PastField.AGREED_ON);
        var settled = values.get(PastField.SETTLED_AMOUNT);
        var amount = values.get(PastField.AMOUNT);
        if (settled != null && amount != null && new BigDecimal(settled).compareTo(new BigDecimal(amount)) > 0) {
            object(PastField.SETTLED_AMOUNT, "more was settled than was owed", "決済額が金額を超えています");
        }
        if (settled != null && !values.containsKey(PastField.SETTLED_ON) && !cells.containsKey(PastField.SETTLED_ON)) {
            object(PastField.SETTLED_ON, "a settled amount needs the day of settlement", "決済額には決済日が必要です");
        }
    }

    private void notBefore(PastField later, PastField earlier) {
        var end = values.get(later);
        var begin = values.get(earlier);
        if (end != null && begin != null && end.compareTo(begin) < 0) {
            object(
                    later,
                    "it is before '" + earlier.english() + "' (" + begin + ")",
                    "「" + earlier.japanese() + "」（" + begin + "）より前です");
        }
    }

    /// What the audits found missing, said of a line that can be read.
    private void audit() {
        var delivered = LocalDate.parse(values.getOrDefault(PastField.DELIVERED_ON, ""));
        var limit = OrderClocks.limit(delivered);
        var settledOn = values.get(PastField.SETTLED_ON);
        if (!values.containsKey(PastField.RECEIVED_ON)) {
            find(PastField.RECEIVED_ON, "no receipt is recorded", "受領の記録がありません");
        }
        if (!values.containsKey(PastField.DOCUMENT)) {
            find(PastField.DOCUMENT, "no source document is named", "証拠書類の記載がありません");
        }
        if (!values.containsKey(PastField.AMOUNT) && values.containsValue("reimbursement")) {
            find(PastField.AMOUNT, "no amount is recorded", "金額の記録がありません");
        }
        costs();
        if (settledOn == null && today.isAfter(limit)) {
            find(
                    PastField.SETTLED_ON,
                    "unsettled, and twelve months ended on " + limit,
                    "未決済で、12 か月の期限（" + limit + "）を過ぎています");
        } else if (settledOn != null && LocalDate.parse(settledOn).isAfter(limit)) {
            find(
                    PastField.SETTLED_ON,
                    "settled after twelve months ended on " + limit,
                    "12 か月の期限（" + limit + "）の後に決済されています");
        }
    }

    /// The elements of a line are rounded each for itself: less than one minor unit for each is no difference.
    private void costs() {
        var costs = values.keySet().stream()
                .filter(PastField::isCost)
                .map(field -> new BigDecimal(values.getOrDefault(field, "0")))
                .toList();
        var amount = values.get(PastField.AMOUNT);
        if (costs.isEmpty() || amount == null) {
            return;
        }
        var sum = costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var difference = sum.subtract(new BigDecimal(amount)).unscaledValue().abs();
        if (difference.compareTo(BigInteger.valueOf(costs.size())) >= 0) {
            find(
                    PastField.AMOUNT,
                    "the cost elements come to " + sum.toPlainString() + ", the amount is " + amount,
                    "費用の内訳の合計は " + sum.toPlainString() + "、金額は " + amount + " です");
        }
    }

    private static Unit unit(String code) {
        return Unit.find(code).orElseThrow();
    }

    private static SupplyCategory category(String code) {
        return List.of(SupplyCategory.values()).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void object(PastField field, String english, String japanese) {
        objections.add(new Objection("/" + field.code(), english, japanese));
    }

    private void find(PastField field, String english, String japanese) {
        findings.add(new Objection("/" + field.code(), english, japanese));
    }
}
