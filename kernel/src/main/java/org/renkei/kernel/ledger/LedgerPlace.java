package org.renkei.kernel.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where one entry stands in a ledger, as a short text that fits on paper: whoever holds the ledger, or a
/// copy of it, can look whether that entry is there. The leaf hash names what was said without telling
/// it.
///
/// @param ledger its name, `JPN/ichigaya/ledger/USA/yokota`
/// @param position from 1
public record LedgerPlace(String ledger, long position, Hash leaf) {
    private static final String PREFIX = "RENKEI:LEDGER:";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "([A-Za-z0-9/-]{5,200}):([1-9][0-9]{0,17}):([0-9a-f]{64})");

    public LedgerPlace {
        if (position < 1) {
            throw new IllegalArgumentException("positions count from 1");
        }
    }

    /// `RENKEI:LEDGER:ledger:position:leaf`.
    public String text() {
        return PREFIX + ledger + ":" + position + ":" + leaf.hex();
    }

    /// Spaces and line ends are passed over, as they come from paper; empty for what is no such text.
    public static Optional<LedgerPlace> parse(String text) {
        var parts = FORM.matcher(text.replaceAll("\\s", ""));
        return parts.matches()
                ? Optional.of(
                        new LedgerPlace(parts.group(1), Long.parseLong(parts.group(2)), Hash.parse(parts.group(3))))
                : Optional.empty();
    }
}
