package org.renkei.acsa.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.RoundingQueryBuilder;
import javax.money.format.AmountFormatQueryBuilder;
import javax.money.format.MonetaryFormats;
import org.javamoney.moneta.Money;
import org.javamoney.moneta.format.AmountFormatParams;
import org.javamoney.moneta.format.CurrencyStyle;
import org.renkei.kernel.acsa.past.Cells;
import org.renkei.kernel.exchange.CrossRate;

/// Amounts at the door of the desk. Inside, an amount is a whole number of minor units.
public final class Amounts {
    /// A number between a sign or a code, on either side or on none.
    private static final Pattern WRITTEN =
            Pattern.compile("(?<before>[A-Z]{3}|\\p{Sc}|円)?\\s*(?<number>[-0-9.,]+)\\s*(?<after>[A-Z]{3}|\\p{Sc}|円)?");

    private static final String YEN = "JPY";

    private Amounts() {}

    /// Every currency of ISO 4217 in which something can be paid, with its digits after the point.
    public static Map<String, Integer> currencies() {
        var digits = new TreeMap<String, Integer>();
        Monetary.getCurrencies().stream()
                .filter(one -> one.getDefaultFractionDigits() >= 0)
                .forEach(one -> digits.put(one.getCurrencyCode(), one.getDefaultFractionDigits()));
        return digits;
    }

    public static boolean isCurrency(String code) {
        return code.matches("[A-Z]{3}")
                && Monetary.isCurrencyAvailable(code)
                && Monetary.getCurrency(code).getDefaultFractionDigits() >= 0;
    }

    /// `1,234.56 USD`, with the separators of a language.
    ///
    /// @throws javax.money.UnknownCurrencyException when there is no such currency
    public static String text(long minor, String currency, Locale language) {
        var digits = Monetary.getCurrency(currency).getDefaultFractionDigits();
        var pattern = digits > 0 ? "#,##0." + "0".repeat(digits) + " ¤" : "#,##0 ¤";
        var format = MonetaryFormats.getAmountFormat(AmountFormatQueryBuilder.of(language)
                .set(CurrencyStyle.CODE)
                .set(AmountFormatParams.PATTERN, pattern)
                .build());
        return format.format(Money.ofMinor(Monetary.getCurrency(currency), minor));
    }

    /// The number alone, `1234.56`, for a cell that a spreadsheet counts with.
    public static BigDecimal number(long minor, String currency) {
        return Money.ofMinor(Monetary.getCurrency(currency), minor)
                .getNumber()
                .numberValue(BigDecimal.class)
                .setScale(Monetary.getCurrency(currency).getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    }

    /// What somebody wrote: a number, with commas for thousands or without, and its currency beside it or not.
    ///
    /// @param currency what it has to be in; empty where the text has to say so
    /// @param most minor units
    public static AmountReading read(String text, String currency, long most) {
        var written = WRITTEN.matcher(Cells.plain(text));
        var number = written.matches() ? Cells.number(written.group("number")) : null;
        if (number == null) {
            return new AmountReading.Refused(
                    "no amount: write it as 1,234.56, its currency beside it or not",
                    "金額として読めません。1,234.56 のように書いてください（通貨を添えてもかまいません）");
        }
        var marks = Stream.of("before", "after")
                .flatMap(one -> Stream.ofNullable(written.group(one)))
                .toList();
        var code = marks.isEmpty() ? currency : named(marks.getFirst(), currency);
        if (marks.size() > 1 && !named(marks.getLast(), currency).equals(code)) {
            return new AmountReading.Refused("it names two currencies", "通貨が二つ書かれています");
        }
        if (!isCurrency(code)) {
            return new AmountReading.Refused(
                    "say in which currency of ISO 4217, for example 1,234.56 USD",
                    "ISO 4217 の通貨コードを添えてください（例: 1,234.56 USD）");
        }
        if (!currency.isEmpty() && !code.equals(currency)) {
            return new AmountReading.Refused(
                    "it is written in " + code + ", and this is in " + currency,
                    code + " で書かれていますが、ここは " + currency + " です");
        }
        return minor(number, Monetary.getCurrency(code), most);
    }

    private static AmountReading minor(BigDecimal number, CurrencyUnit currency, long most) {
        var digits = currency.getDefaultFractionDigits();
        var amount = Money.of(number, currency);
        if (number.stripTrailingZeros().scale() > digits) {
            return new AmountReading.Refused(
                    currency.getCurrencyCode() + " has " + digits + " digits after the point",
                    currency.getCurrencyCode() + " の小数点以下は " + digits + " 桁です");
        }
        if (amount.isNegative() || amount.isGreaterThan(Money.ofMinor(currency, most))) {
            var written = text(most, currency.getCurrencyCode(), Locale.ENGLISH);
            return new AmountReading.Refused("an amount from 0 to " + written, "0 から " + written + " までの金額です");
        }
        return new AmountReading.Read(minorOf(amount), currency.getCurrencyCode());
    }

    /// The code that a sign means; empty where it can be the sign of several, and nothing says which.
    private static String named(String mark, String currency) {
        if (mark.length() > 1) {
            return mark;
        }
        var ownSign = !currency.isEmpty()
                && isCurrency(currency)
                && Stream.of(Locale.US, Locale.JAPAN, Locale.UK, Locale.GERMANY)
                        .map(Currency.getInstance(currency)::getSymbol)
                        .map(Cells::plain)
                        .anyMatch(mark::equals);
        return ownSign ? currency : mark.equals("円") ? YEN : "";
    }

    /// What an amount comes to by a rate: one fraction, rounded once and at the end, half away from zero.
    ///
    /// @throws ArithmeticException when the result does not fit in 64 bits
    public static long convert(long minor, CrossRate rate) {
        var from = Money.ofMinor(Monetary.getCurrency(rate.from()), minor)
                .multiply(rate.toPerEuro())
                .divide(rate.fromPerEuro());
        var to = Monetary.getCurrency(rate.to());
        var rounding = Monetary.getRounding(RoundingQueryBuilder.of()
                .setCurrency(to)
                .set(RoundingMode.HALF_UP)
                .build());
        return minorOf(Money.of(from.getNumber(), to).with(rounding));
    }

    private static long minorOf(MonetaryAmount amount) {
        return amount.scaleByPowerOfTen(amount.getCurrency().getDefaultFractionDigits())
                .getNumber()
                .longValueExact();
    }
}
