package org.renkei.feeds;

import java.time.Instant;
import java.util.List;

/// What a draft does to what its source brought before.
///
/// @param id no other message of the same feed has it; each is taken once
/// @param names by which this and other messages mean the same thing: an event, the messages it refers to
/// @param sent of two messages about one thing the later one counts
public record FeedMessage(String id, List<String> names, Instant sent, Verb verb) {
    /// What it does.
    public enum Verb {
        /// Says something, in the place of what was said before of the same thing.
        SAYS,
        /// Takes back what was said before.
        CANCELS,
        /// Acknowledges, tests a line, is not meant to be acted on: nothing to keep.
        BESIDE
    }

    private static final int LONGEST = 500;

    public FeedMessage {
        id = shortened(id);
        names = names.stream().map(FeedMessage::shortened).distinct().toList();
    }

    /// Of a file in which every thing stands once.
    static FeedMessage lone(FeedSource source) {
        return new FeedMessage(source.id(), List.of(source.id()), Instant.EPOCH, Verb.SAYS);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : "sha256:" + FeedSource.digest(name);
    }
}
