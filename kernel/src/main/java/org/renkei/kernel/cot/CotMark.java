package org.renkei.kernel.cot;

import java.util.Map;
import java.util.UUID;

/// How a node marks what it gives out, so that no node takes it in again as something seen: it would come back without
/// the rules under which it left.
public final class CotMark {
    private static final String PREFIX = "renkei.";
    private static final String ELEMENT = "renkei";

    private CotMark() {}

    /// The uid under which a track is given out.
    public static String uid(UUID track) {
        return PREFIX + track;
    }

    /// The label, for those who read it by machine.
    public static CotElement label(String label) {
        return CotElement.of(ELEMENT, Map.of("label", label));
    }

    /// Whether a node gave this out, this one or another.
    public static boolean bears(CotEvent event) {
        return event.uid().startsWith(PREFIX) || event.detail().find(ELEMENT).isPresent();
    }
}
