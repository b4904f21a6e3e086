package org.renkei.kernel.acsa.past;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// One line of a past order as one nation remembers it. Every value is in its one written form: a code, a day as
/// YYYY-MM-DD, a whole number, an amount with the digits of its currency; a field without a value is not there.
public record PastOrder(Map<PastField, String> values) {
    public PastOrder {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /// Empty where it has no value.
    public String value(PastField field) {
        return values.getOrDefault(field, "");
    }

    /// What makes it the same line when it comes again: order, item, unit and day of delivery.
    public String identity() {
        return value(PastField.REFERENCE) + "|" + value(PastField.ITEM) + "|" + value(PastField.UNIT) + "|"
                + value(PastField.DELIVERED_ON);
    }

    public boolean isSettled() {
        return values.containsKey(PastField.SETTLED_ON);
    }
}
