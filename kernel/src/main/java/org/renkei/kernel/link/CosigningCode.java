package org.renkei.kernel.link;

import java.util.Arrays;
import java.util.Locale;

/// What a witness says of the checkpoint of an audit log.
public enum CosigningCode {
    /// It goes on from what was cosigned before, and is cosigned.
    COSIGNED,
    /// The proof has to begin at another checkpoint, the one that comes with it.
    FROM,
    /// The log is not the continuation of the one cosigned last, but of an older one: not cosigned until an
    /// officer of the witness has accepted it.
    WENT_BACK,
    /// The log is not the one that was cosigned.
    INCONSISTENT,
    /// It cannot be relied on, or this witness does not cosign.
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Unknown codes count as refused.
    public static CosigningCode parse(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(REFUSED);
    }
}
