package org.renkei.kernel.watchlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.record.SharedRecord;

/// One entry of the log of a watch.
///
/// @param written when it was entered
/// @param at when it happened, as who entered it says
/// @param officer sign-in name of who has the watch, in entries that say who; empty in others
/// @param corrects the entry that it puts right
/// @param suggestion what it was made from, where the node had suggested it; empty else
/// @param links what it is about
public record LogEntry(
        UUID record,
        String party,
        HybridTime written,
        Instant at,
        EntryKind kind,
        String text,
        String officer,
        @Nullable UUID corrects,
        String suggestion,
        List<Link> links) {
    public static final String KIND = "watch-entry";
    public static final int MOST_TEXT = 4_000;

    /// The newest that happened last; of what happened at one time what was entered last.
    public static final Comparator<LogEntry> NEWEST_FIRST = Comparator.comparing(LogEntry::at)
            .thenComparing(LogEntry::written)
            .thenComparing(one -> one.record().toString())
            .reversed();

    public LogEntry {
        links = List.copyOf(links);
    }

    /// @param to `case`, `place`, `record` or `move`
    public record Link(String to, UUID id) {}

    private static final List<String> LINKS = List.of("case", "place", "record", "move");

    /// Empty for what is no entry.
    public static Optional<LogEntry> of(SharedRecord content) {
        return content.kind().equals(KIND) && against(content.body()).isEmpty()
                ? Optional.of(read(content.id(), content.origin().party(), content.time(), content.body()))
                : Optional.empty();
    }

    private static LogEntry read(UUID record, String party, HybridTime written, CborMap body) {
        var links = new ArrayList<Link>();
        LINKS.forEach(to -> id(body, to).ifPresent(id -> links.add(new Link(to, id))));
        return new LogEntry(
                record,
                party,
                written,
                instant(body).orElseThrow(),
                kind(body).orElseThrow(),
                text(body, "text").orElse(""),
                text(body, "officer").orElse(""),
                id(body, "corrects").orElse(null),
                text(body, "suggestion").orElse(""),
                links);
    }

    /// Everything that is wrong with the body of an entry.
    public static List<Objection> against(CborMap body) {
        var found = new ArrayList<Objection>();
        var kind = kind(body).orElse(null);
        if (kind == null) {
            found.add(new Objection(
                    "/act", "one of " + Coded.codes(EntryKind.class), Coded.codes(EntryKind.class) + " のいずれかです"));
        }
        if (instant(body).isEmpty()) {
            found.add(new Objection("/at", "a time such as 2026-04-14T12:30:00Z", "2026-04-14T12:30:00Z の形の時刻です"));
        }
        var length = text(body, "text").orElse("").length();
        if (length > MOST_TEXT) {
            found.add(new Objection("/text", "at most " + MOST_TEXT + " characters", MOST_TEXT + " 文字までです"));
        }
        if (kind != null && length == 0 && !kind.isOfWatch()) {
            found.add(new Objection("/text", "what happened", "内容を入力してください"));
        }
        if (kind != null && kind.isOfWatch() && text(body, "officer").isEmpty()) {
            found.add(new Objection("/officer", "who has the watch", "当直者を示してください"));
        }
        if ((kind == EntryKind.CORRECTION) != id(body, "corrects").isPresent()) {
            found.add(new Objection("/corrects", "a correction names the entry that it puts right", "訂正は対象の記入を示します"));
        }
        for (var to : LINKS) {
            if (body.entries().containsKey(to) && id(body, to).isEmpty()) {
                found.add(new Objection("/" + to, "an id: a UUID", "ID（UUID）です"));
            }
        }
        return found;
    }

    private static Optional<EntryKind> kind(CborMap body) {
        return text(body, "act").flatMap(code -> Coded.find(EntryKind.class, code));
    }

    private static Optional<Instant> instant(CborMap body) {
        try {
            return text(body, "at").map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(CborMap body, String name) {
        try {
            return text(body, name).filter(text -> text.length() == 36).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(CborMap body, String name) {
        return body.entries().get(name) instanceof CborText(var text) && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }
}
