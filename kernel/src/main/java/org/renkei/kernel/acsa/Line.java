package org.renkei.kernel.acsa;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;

/// One line of a statement that has been read, so that its required fields are there.
public record Line(CborMap fields) {
    public int line() {
        return (int) number("line");
    }

    public long number(String name) {
        return findNumber(name).orElseThrow(() -> new IllegalStateException("no " + name));
    }

    public Optional<Long> findNumber(String name) {
        return fields.entries().get(name) instanceof CborInt(var number) ? Optional.of(number) : Optional.empty();
    }

    public String text(String name) {
        return findText(name).orElseThrow(() -> new IllegalStateException("no " + name));
    }

    public Optional<String> findText(String name) {
        return fields.entries().get(name) instanceof CborText(var text) ? Optional.of(text) : Optional.empty();
    }

    /// What a quantity of a quoted line comes to: minor units, rounded half up.
    public long value(long quantity) {
        return value(quantity, number("price"), findNumber("per").orElse(1L));
    }

    static long value(long quantity, long price, long per) {
        return BigDecimal.valueOf(quantity)
                .multiply(BigDecimal.valueOf(price))
                .divide(BigDecimal.valueOf(per), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return Codes.find(type, text(name)).orElseThrow();
    }
}
