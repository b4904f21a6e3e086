package org.renkei.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.publication.CapIssue.Line;
import org.renkei.publication.CapMessage.Type;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes of what is public the alerts that are given out, and remembers what was: what changes refers to
/// what went before, and what is public no longer is cancelled.
@Component
class CapFeed {
    /// For how long a cancellation is repeated.
    static final Duration REPEATED = Duration.ofDays(7);

    private final CapMessages messages;
    private final PublicWords words;
    private final CapText text;
    private final String sender;

    CapFeed(CapMessages messages, PublicWords words, NodeSettings settings) {
        this.messages = messages;
        this.words = words;
        this.sender = settings.node().toString().toLowerCase(Locale.ROOT).replace('/', '.') + ".renkei";
        this.text = new CapText(sender, words);
    }

    /// @param reading done when nobody else gives out: what one process has read later never yields to what
    /// another read before
    @Transactional
    public CapIssue issue(Supplier<Holdings> reading, Instant now) {
        messages.lock();
        var holdings = reading.get();
        var known = messages.list();
        var at = now.truncatedTo(ChronoUnit.SECONDS);
        var lines = new ArrayList<Line>();
        for (var notice : holdings.notices()) {
            say(notice, known.getOrDefault(notice.id(), List.of()), at).ifPresent(lines::add);
        }
        var there = Holdings.ids(holdings.notices().stream().map(Notice::id));
        known.forEach((record, told) -> {
            if (!there.contains(record)) {
                takeBack(told, at).ifPresent(lines::add);
            }
        });
        return CapIssue.of(lines, sender, words);
    }

    /// What ended by itself stands in the index no more, and what was never told is not cancelled.
    private Optional<Line> say(Notice notice, List<CapMessage> told, Instant now) {
        var last = told.isEmpty() ? null : told.getLast();
        var over = !notice.isInForce(now);
        if (last == null || last.isCancel()) {
            if (over) {
                return last == null ? Optional.empty() : repeated(told, notice, now);
            }
            return Optional.of(tell(notice, told, Type.ALERT, now));
        }
        if (last.digest().equals(text.digest(notice))) {
            return last.isOver(now) ? Optional.empty() : Optional.of(new Line(last, referred(told), notice));
        }
        if (over && last.isOver(now)) {
            return Optional.empty();
        }
        return Optional.of(tell(notice, told, over ? Type.CANCEL : Type.UPDATE, now));
    }

    private Line tell(Notice notice, List<CapMessage> told, Type type, Instant now) {
        var until = type == Type.CANCEL ? null : notice.time("expires").orElse(null);
        var number = told.size() + 1;
        return add(
                told,
                new CapMessage(notice.id(), number, type, notice.status(), now, until, text.digest(notice)),
                notice);
    }

    /// Recalled, ended, or labelled more strictly: nothing is said of it but that it is over.
    private Optional<Line> takeBack(List<CapMessage> told, Instant now) {
        var last = told.getLast();
        if (last.isCancel()) {
            return repeated(told, null, now);
        }
        if (last.isOver(now)) {
            return Optional.empty();
        }
        var next = new CapMessage(last.record(), told.size() + 1, Type.CANCEL, last.status(), now, null, last.digest());
        return Optional.of(add(told, next, null));
    }

    private static Optional<Line> repeated(List<CapMessage> told, @Nullable Notice notice, Instant now) {
        var last = told.getLast();
        return last.sent().isAfter(now.minus(REPEATED))
                ? Optional.of(new Line(last, referred(told), notice))
                : Optional.empty();
    }

    private Line add(List<CapMessage> told, CapMessage next, @Nullable Notice notice) {
        messages.add(next);
        var all = new ArrayList<>(told);
        all.add(next);
        return new Line(next, referred(all), notice);
    }

    /// All of the same subject since it was first told, or told anew, but the last.
    private static List<CapMessage> referred(List<CapMessage> told) {
        var from = told.size() - 1;
        while (from > 0 && told.get(from).type() != Type.ALERT) {
            from--;
        }
        return List.copyOf(told.subList(from, told.size() - 1));
    }
}
