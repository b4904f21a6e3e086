package org.renkei.kernel.release;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.agreement.Agreement;

/// A recipient prepared for many decisions of one [Rulebook]: names as bits, and a timeline of what changes
/// with the day: the names it answers to and its information protection agreement with the origin.
public final class CompiledRecipient {
    final Recipient recipient;
    /// A site of the rulebook's own nation, or somebody of it.
    final boolean national;
    /// Rules that are met for this recipient whatever the label says, as long as there is one.
    final int waived;
    /// Index of the party in the rulebook, −1 when nobody knows it.
    final int party;
    final int level;
    final long caveats;
    final long purposes;
    /// First day of each span, ascending; the first span holds for all days before, too.
    private final int[] days;
    private final Span[] spans;
    /// For each span.
    private final @Nullable Facts[] facts;

    /// A span of days over which nothing changes.
    ///
    /// @param agreement the one that speaks about these days, in force or not; null when there is none at all
    /// @param ceiling highest level covered, −1 when nothing is in force or the ceiling is unknown
    /// @param names bits of the party and of the groups it belongs to, as [Rulebook] numbers them
    record Span(int firstDay, @Nullable Agreement agreement, boolean inForce, int ceiling, long[] names) {

        /// The rules about agreements that fail for a classified thing of that level.
        int agreementFailures(int level) {
            if (!inForce) {
                return ReleaseRule.AGREEMENT_IN_FORCE.bit() | ReleaseRule.AGREEMENT_CEILING.bit();
            }
            return ceiling >= level ? 0 : ReleaseRule.AGREEMENT_CEILING.bit();
        }

        /// Whether one of the names is among those of a label.
        boolean isNamedIn(long[] labelNames) {
            for (var word = 0; word < names.length; word++) {
                if ((names[word] & labelNames[word]) != 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /// @param spans ascending, not empty
    CompiledRecipient(
            Recipient recipient,
            boolean national,
            int waived,
            int party,
            long caveats,
            long purposes,
            List<Span> spans) {
        this.recipient = recipient;
        this.national = national;
        this.waived = waived;
        this.party = party;
        this.level = recipient.clearance().level();
        this.caveats = caveats;
        this.purposes = purposes;
        this.spans = spans.toArray(Span[]::new);
        this.days = spans.stream().mapToInt(Span::firstDay).toArray();
        this.facts = new Facts[this.spans.length];
    }

    public Recipient recipient() {
        return recipient;
    }

    /// The agreement that speaks about that day, in force or not; null when there is none at all.
    public @Nullable Agreement agreementOn(int epochDay) {
        return spanOn(epochDay).agreement();
    }

    Span spanOn(int epochDay) {
        return spans[indexOn(epochDay)];
    }

    /// The recipient's rights and its agreement on that day as facts of an explanation. Made at first use;
    /// two threads may both make them, with equal results.
    Facts factsOn(int epochDay) {
        var index = indexOn(epochDay);
        var known = facts[index];
        if (known == null) {
            known = Facts.of(describe(spans[index]));
            facts[index] = known;
        }
        return known;
    }

    private String describe(Span span) {
        var rights =
                "to " + recipient.name() + " up to " + recipient.clearance().marking() + ", caveats "
                        + new TreeSet<>(recipient.caveats()) + ", purposes " + new TreeSet<>(recipient.purposes());
        var agreement = span.agreement();
        if (national) {
            return rights + "; own nation";
        }
        if (agreement == null) {
            return rights + "; no agreement";
        }
        var state = agreement.stateOn(LocalDate.ofEpochDay(span.firstDay())).code();
        var ceiling = agreement.ceiling();
        return rights + "; agreement " + agreement.id() + " version " + agreement.version() + " " + state + ", up to "
                + (ceiling == null ? "unknown level" : ceiling.marking());
    }

    private int indexOn(int epochDay) {
        var index = days.length - 1;
        while (index > 0 && days[index] > epochDay) {
            index--;
        }
        return index;
    }
}
