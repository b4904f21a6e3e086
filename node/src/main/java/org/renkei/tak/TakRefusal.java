package org.renkei.tak;

import java.util.Locale;

/// Why something that a client sent is not taken in.
enum TakRefusal {
    /// The account has no role for it, or the certificate no scope.
    NOT_ALLOWED,
    /// The node has no feed for it, or that feed is stopped.
    NO_FEED,
    /// Not an event, or a damaged one.
    UNREADABLE,
    CHAT,
    /// No thing that is somewhere.
    TYPE,
    /// What this node, or another, gave out.
    OWN_TRACK,
    /// Another account reports this thing.
    UID_OF_ANOTHER,
    TOO_MANY;

    /// The word at the API: `own-track`.
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
