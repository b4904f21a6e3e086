package org.renkei.kernel.books;

/// What one ledger counts: a currency in minor units, or a commodity in its own unit.
///
/// @param code ISO 4217 for a currency (`JPY`), otherwise category and commodity (`fuel/F-76`)
/// @param unit the unit that amounts are whole numbers of: `minor` for a currency, otherwise a unit of issue
public record Asset(String code, String unit) implements Comparable<Asset> {
    public static final String MINOR = "minor";

    public static Asset currency(String code) {
        return new Asset(code, MINOR);
    }

    public boolean isMoney() {
        return unit.equals(MINOR);
    }

    @Override
    public int compareTo(Asset other) {
        var byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : unit.compareTo(other.unit);
    }
}
