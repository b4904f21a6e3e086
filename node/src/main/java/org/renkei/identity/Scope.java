package org.renkei.identity;

import java.util.Locale;

/// What a personal access token is for. It never opens more than its owner's roles do.
public enum Scope {
    /// To read what the owner may read.
    READ,
    /// To write, revise and recall records, and to upload attachments.
    WRITE,
    /// To bring records in, and nothing else.
    FEED,
    /// To read how the node stands in numbers, and nothing of any record.
    METRICS,
    /// To fetch the owner's calendars, and nothing else.
    CALENDAR;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for what is no scope
    public static Scope parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
