package org.renkei.kernel.books;

/// The accounts that one nation keeps toward one partner. What is debited here is credited in the
/// [mirror][#mirror()] account of the partner.
public enum Account {
    /// The partner owes us.
    RECEIVABLE,
    /// We owe the partner.
    PAYABLE,
    SUPPLIED,
    RECEIVED,
    /// The partner has paid, returned or exchanged.
    SETTLED_BY_PARTNER,
    SETTLED_BY_US,
    /// A debt in kind that became one in money.
    CONVERTED,
    /// Between the currency agreed and the one that was given.
    EXCHANGED,
    /// Clearing: what was set off against a debt the other way.
    NETTED;

    /// The same thing as the partner sees it.
    public Account mirror() {
        return switch (this) {
            case RECEIVABLE -> PAYABLE;
            case PAYABLE -> RECEIVABLE;
            case SUPPLIED -> RECEIVED;
            case RECEIVED -> SUPPLIED;
            case SETTLED_BY_PARTNER -> SETTLED_BY_US;
            case SETTLED_BY_US -> SETTLED_BY_PARTNER;
            case CONVERTED -> CONVERTED;
            case EXCHANGED -> EXCHANGED;
            case NETTED -> NETTED;
        };
    }
}
