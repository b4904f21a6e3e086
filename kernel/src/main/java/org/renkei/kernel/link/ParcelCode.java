package org.renkei.kernel.link;

/// What became of a parcel at the next node. Codes are stable: they travel.
public enum ParcelCode {
    /// Durable there, or, at its end, taken in.
    STORED("stored", false),
    /// Not now: there is no room for more of this sender, or the link at its end is at rest. It is offered again.
    LATER("later", true),
    /// That node has not agreed to carry for us.
    NOT_CARRIED("not-carried", false),
    /// That node has no link to where the parcel is to go next.
    NO_SUCH_HOP("no-such-hop", false),
    /// It is not sealed to that node, was changed, or is no parcel.
    MALFORMED("malformed", false);

    private final String code;
    private final boolean again;

    ParcelCode(String code, boolean again) {
        this.code = code;
        this.again = again;
    }

    public String code() {
        return code;
    }

    /// True when the same parcel may be offered again.
    public boolean isTriedAgain() {
        return again;
    }

    /// Unknown codes of a newer node count as a parcel that is not carried.
    public static ParcelCode parse(String code) {
        for (var one : values()) {
            if (one.code.equals(code)) {
                return one;
            }
        }
        return NOT_CARRIED;
    }
}
