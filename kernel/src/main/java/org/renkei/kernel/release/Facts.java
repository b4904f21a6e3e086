package org.renkei.kernel.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.ToLongFunction;

/// A piece of an explanation that many decisions share: its text, and where it stands in the audit log once it was used
/// there.
final class Facts {
    private static final long NOT_ENTERED = -1;

    private final byte[] text;
    private volatile long position = NOT_ENTERED;

    private Facts(byte[] text) {
        this.text = text;
    }

    static Facts of(String text) {
        return new Facts(text.getBytes(UTF_8));
    }

    /// Not to be changed.
    byte[] text() {
        return text;
    }

    /// Enters the text in the log at first use. Two threads may both enter it; one of the positions then serves.
    long positionIn(ToLongFunction<byte[]> log) {
        long known = position;
        if (known == NOT_ENTERED) {
            known = log.applyAsLong(text.clone());
            position = known;
        }
        return known;
    }
}
