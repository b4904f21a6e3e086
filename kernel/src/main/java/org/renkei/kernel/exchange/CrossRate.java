package org.renkei.kernel.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/// What one currency was worth in another on one day, through the euro.
///
/// @param on the day of the rate: the day asked for, or the last one before it that has both
/// @param fromPerEuro units of `from` for one euro, more than zero
public record CrossRate(String from, String to, LocalDate on, BigDecimal fromPerEuro, BigDecimal toPerEuro) {
    public static final String EURO = "EUR";

    public CrossRate {
        if (fromPerEuro.signum() <= 0 || toPerEuro.signum() <= 0) {
            throw new IllegalArgumentException("a rate is more than zero: " + from + ", " + to);
        }
    }

    /// Minor units of `to` for minor units of `from`, by the decimals of ISO 4217. It is one fraction, rounded once and
    /// at the end, half away from zero.
    ///
    /// @throws ArithmeticException when the result does not fit in 64 bits
    public long convert(long minor) {
        return BigDecimal.valueOf(minor)
                .scaleByPowerOfTen(digits(to) - digits(from))
                .multiply(toPerEuro)
                .divide(fromPerEuro, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
