package org.renkei.acsa.money;

/// What came of reading an amount.
public sealed interface AmountReading {
    /// @param minor minor units of the currency
    record Read(long minor, String currency) implements AmountReading {}

    record Refused(String english, String japanese) implements AmountReading {}
}
