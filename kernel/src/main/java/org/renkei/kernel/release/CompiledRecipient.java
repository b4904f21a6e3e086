package org.renkei.kernel.release;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.agreement.Agreement;

/// A recipient prepared for many decisions of one [Rulebook]: names as bits, and its information protection agreement
/// with the origin as a timeline.
public final class CompiledRecipient {
    final Recipient recipient;
    /// Index of the party in the rulebook, −1 when nobody knows it.
    final int party;
    final int level;
    final long caveats;
    final long purposes;
    /// First day of each span, ascending; before the first nothing is in force.
    private final int[] days;
    /// Highest level covered in that span, −1 when nothing is in force or the ceiling is unknown.
    private final int[] ceilings;
    private final boolean[] inForce;
    private final List<Span> spans;
    /// For each span, and before the first.
    private final @Nullable Facts[] facts;

    /// A span of days over which the same agreement carries releases, or none.
    record Span(int firstDay, @Nullable Agreement agreement, boolean inForce, int ceiling) {}

    CompiledRecipient(Recipient recipient, int party, long caveats, long purposes, List<Span> spans) {
        this.recipient = recipient;
        this.party = party;
        this.level = recipient.clearance().level();
        this.caveats = caveats;
        this.purposes = purposes;
        this.spans = List.copyOf(spans);
        this.days = spans.stream().mapToInt(Span::firstDay).toArray();
        this.ceilings = spans.stream().mapToInt(Span::ceiling).toArray();
        this.facts = new Facts[spans.size() + 1];
        this.inForce = new boolean[spans.size()];
        for (var i = 0; i < inForce.length; i++) {
            inForce[i] = spans.get(i).inForce();
        }
    }

    public Recipient recipient() {
        return recipient;
    }

    /// The rules about agreements that fail on that day for a classified thing of that level.
    int agreementFailures(int level, int epochDay) {
        var span = spanOn(epochDay);
        if (span < 0 || !inForce[span]) {
            return ReleaseRule.AGREEMENT_IN_FORCE.bit() | ReleaseRule.AGREEMENT_CEILING.bit();
        }
        return ceilings[span] >= level ? 0 : ReleaseRule.AGREEMENT_CEILING.bit();
    }

    /// The agreement that speaks about that day, in force or not; null when there is none at all.
    public @Nullable Agreement agreementOn(int epochDay) {
        var span = spanOn(epochDay);
        return span < 0 ? null : spans.get(span).agreement();
    }

    /// The recipient's rights and its agreement on that day as facts of an explanation. Made at first use; two threads
    /// may both make them, with equal results.
    Facts factsOn(int epochDay) {
        var span = spanOn(epochDay);
        var known = facts[span + 1];
        if (known == null) {
            known = Facts.of(describe(span < 0 ? null : spans.get(span)));
            facts[span + 1] = known;
        }
        return known;
    }

    private String describe(@Nullable Span span) {
        var agreement = span == null ? null : span.agreement();
        var rights =
                "to " + recipient.party() + " up to " + recipient.clearance().marking() + ", caveats "
                        + new TreeSet<>(recipient.caveats()) + ", purposes " + new TreeSet<>(recipient.purposes());
        if (span == null || agreement == null) {
            return rights + "; no agreement";
        }
        var state = agreement.stateOn(LocalDate.ofEpochDay(span.firstDay())).code();
        var ceiling = agreement.ceiling() == null
                ? "unknown level"
                : agreement.ceiling().marking();
        return rights + "; agreement " + agreement.id() + " version " + agreement.version() + " " + state + ", up to "
                + ceiling;
    }

    private int spanOn(int epochDay) {
        var days = this.days;
        if (days.length <= 8) {
            var span = days.length - 1;
            while (span >= 0 && days[span] > epochDay) {
                span--;
            }
            return span;
        }
        var found = Arrays.binarySearch(days, epochDay);
        return found >= 0 ? found : -found - 2;
    }
}
