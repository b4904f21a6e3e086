package org.renkei.kernel.watch;

import java.util.Arrays;

/// What a [Finding] says.
public enum FindingKind {
    /// A ship that was under way is not heard where others are.
    GAP("gap"),
    /// An object is further off than it can have come.
    JUMP("jump"),
    /// One identity is reported from two places in turn.
    DOUBLE("double"),
    /// Name, call sign or IMO number of an identity is another one, or one IMO number is on two identities.
    IDENTITY("identity"),
    /// A ship stays in a small circle without being at anchor.
    LOITERING("loitering"),
    /// A ship moves slowly in a direction in which its bow does not point.
    DRIFT("drift"),
    /// A ship under way stands still all at once.
    STOP("stop"),
    /// Two ships are close together and slow for long: a candidate for a transfer from ship to ship.
    MEETING("meeting"),
    /// An object has come into a watched area.
    ENTRY("entry"),
    /// In one cell many aircraft report that they hardly know where they are.
    INTERFERENCE("interference");

    private final String code;

    FindingKind(String code) {
        this.code = code;
    }

    /// As it stands in records.
    public String code() {
        return code;
    }

    /// @throws IllegalArgumentException when no kind has that code
    public static FindingKind parse(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a kind of finding: " + code));
    }
}
