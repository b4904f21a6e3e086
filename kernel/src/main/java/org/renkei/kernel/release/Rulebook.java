package org.renkei.kernel.release;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementState;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.release.CompiledRecipient.Span;

/// All that a release decision of one origin rests on, at one moment: policies, parties, groups and
/// agreements with their dates. Immutable: a change makes a new rulebook, so that no answer outlives the
/// facts it was given from.
///
/// [#failures] is the decision itself: a set of failed rules, every rule evaluated, the agreement resolved
/// for the day. Everything else, words and redactions included, follows from it.
public final class Rulebook {
    private static final int BITS = Long.SIZE;

    /// No agreement and no group is older; on days before, the same holds as on this one.
    private static final LocalDate BEGINNING = LocalDate.EPOCH.minusYears(100);

    private final String origin;
    private final Map<String, SecurityPolicy> policies;
    private final Map<String, Integer> parties = new HashMap<>();
    private final List<Group> groups;
    private final Map<String, Integer> caveats = new HashMap<>();
    private final Map<String, Integer> purposes = new HashMap<>();
    private final List<Agreement> agreements;

    /// @param parties every party this node knows, the origin included
    /// @throws IllegalArgumentException when there are more than 64 caveats or 64 purposes in all
    public Rulebook(
            String origin,
            Collection<SecurityPolicy> policies,
            Collection<String> parties,
            Collection<Group> groups,
            Collection<Agreement> agreements) {
        this.origin = origin;
        this.policies = new LinkedHashMap<>();
        policies.forEach(policy -> this.policies.put(policy.id(), policy));
        new TreeSet<>(parties).forEach(party -> this.parties.put(party, this.parties.size()));
        this.groups = List.copyOf(groups);
        this.agreements = agreements.stream()
                .filter(agreement -> agreement.type() == AgreementType.INFORMATION_PROTECTION)
                .toList();
        for (var policy : policies) {
            number(policy.caveats(), caveats, "caveats");
            number(policy.purposes(), purposes, "purposes");
        }
    }

    public String origin() {
        return origin;
    }

    /// Prepares the label of a thing that this node itself originated.
    public CompiledLabel compile(@Nullable Label label) {
        return compile(label, origin);
    }

    /// Prepares the label of a thing of `originator`; passing on another nation's thing needs that nation's
    /// consent.
    public CompiledLabel compile(@Nullable Label label, String originator) {
        if (label == null) {
            return new CompiledLabel(null, false, new long[words()], 0, 0, Set.of(), null, allRules());
        }
        var foreign = new TreeSet<>(label.foreign());
        foreign.remove(origin);
        return new CompiledLabel(
                label,
                label.releasability() instanceof Releasability.Everyone,
                nameBits(label),
                bits(label.caveats(), caveats),
                bits(label.purposes(), purposes),
                Set.copyOf(foreign),
                originator.equals(origin) ? null : originator,
                fixedFailures(label));
    }

    /// Prepares a recipient: its party, its rights, and the timeline of its agreement with the origin.
    public CompiledRecipient compile(Recipient recipient) {
        var national = recipient.party().equals(origin);
        return compile(recipient, national, national ? ReleaseRule.BETWEEN_NATIONS : 0);
    }

    /// Prepares somebody who looks at what this node holds. Whoever is of the own nation sees what the
    /// clearance covers: nothing leaves the nation, so nobody else has to consent. Whoever is of another
    /// nation is a recipient with both rights at once, those of the nation and those of the person.
    ///
    /// @param nation what the viewer's party may be sent; not looked at for the own nation
    public CompiledRecipient compile(Viewer viewer, Recipient nation) {
        if (viewer.party().equals(origin)) {
            var own = new Recipient(origin, viewer.clearance(), viewer.caveats(), purposes.keySet());
            return compile(own, true, ReleaseRule.AMONG_OTHERS);
        }
        return compile(viewer.within(nation));
    }

    /// Prepares [Recipient#ANYBODY]. What a label calls public, whoever wrote it, needs no consent of
    /// anybody; a consent makes nothing public that its label does not.
    public CompiledRecipient compileAnybody() {
        return compile(Recipient.ANYBODY, false, ReleaseRule.ABOUT_PARTIES);
    }

    private CompiledRecipient compile(Recipient recipient, boolean national, int waived) {
        return new CompiledRecipient(
                recipient,
                national,
                waived,
                partyIndex(recipient.party()),
                bits(recipient.caveats(), caveats),
                bits(recipient.purposes(), purposes),
                spans(recipient.party()));
    }

    /// The rules that fail for this recipient on this day; 0 permits release.
    public int failures(CompiledLabel label, CompiledRecipient to, int epochDay) {
        return failures(label, to, epochDay, Set.of());
    }

    /// @param consenting the nations that have consented to this very release
    public int failures(CompiledLabel label, CompiledRecipient to, int epochDay, Set<String> consenting) {
        var failed = label.fixedFailures;
        if (to.party < 0) {
            failed |= ReleaseRule.PARTY_KNOWN.bit();
        }
        var span = to.spanOn(epochDay);
        if (!isNamed(label, to, span)) {
            failed |= ReleaseRule.RELEASABLE_TO.bit();
        }
        if (label.level > to.level) {
            failed |= ReleaseRule.LEVEL.bit();
        }
        if ((label.caveats & ~to.caveats) != 0) {
            failed |= ReleaseRule.CAVEATS.bit();
        }
        if ((label.purposes & ~to.purposes) != 0) {
            failed |= ReleaseRule.PURPOSE.bit();
        }
        if (label.classified) {
            failed |= span.agreementFailures(label.level);
        }
        for (var nation : label.foreign) {
            if (!consents(nation, to, consenting)) {
                failed |= ReleaseRule.FOREIGN_INFORMATION.bit();
            }
        }
        if (label.originator != null && !consents(label.originator, to, consenting)) {
            failed |= ReleaseRule.ORIGINATOR_CONTROL.bit();
        }
        return label.label != null ? failed & ~to.waived : failed;
    }

    private static boolean isNamed(CompiledLabel label, CompiledRecipient to, Span span) {
        if (label.everyone || span.isNamedIn(label.names)) {
            return true;
        }
        // A party that nobody knows has no bit; that it is unknown is told by a rule of its own.
        return to.party < 0 && label.label != null && named(label.label).contains(to.recipient.party());
    }

    /// What is a nation's own needs no consent to go to itself. A nation that nobody knows cannot consent.
    private boolean consents(String nation, CompiledRecipient to, Set<String> consenting) {
        return parties.containsKey(nation) && (nation.equals(to.recipient.party()) || consenting.contains(nation));
    }

    private int fixedFailures(Label label) {
        var failed = 0;
        if (label.eyesOnly()) {
            failed |= ReleaseRule.EYES_ONLY.bit();
        }
        if (!caveats.keySet().containsAll(label.caveats())) {
            failed |= ReleaseRule.CAVEATS.bit();
        }
        if (!purposes.keySet().containsAll(label.purposes())) {
            failed |= ReleaseRule.PURPOSE.bit();
        }
        var policy = policies.get(label.policy());
        if (policy == null) {
            return failed | ReleaseRule.POLICY_KNOWN.bit() | ReleaseRule.CATEGORIES_KNOWN.bit();
        }
        if (!policy.caveats().containsAll(label.caveats()) || !policy.purposes().containsAll(label.purposes())) {
            failed |= ReleaseRule.CATEGORIES_KNOWN.bit();
        }
        return failed;
    }

    /// A bit for each known party, then one for each group.
    private long[] nameBits(Label label) {
        var bits = new long[words()];
        var named = named(label);
        for (var code : named) {
            set(bits, partyIndex(code));
        }
        for (var i = 0; i < groups.size(); i++) {
            if (named.contains(groups.get(i).code())) {
                set(bits, parties.size() + i);
            }
        }
        return bits;
    }

    /// The names a party answers to on a day: its own and those of its groups; none for one that nobody
    /// knows.
    private long[] nameBits(String party, LocalDate day) {
        var bits = new long[words()];
        if (partyIndex(party) >= 0) {
            set(bits, partyIndex(party));
            for (var i = 0; i < groups.size(); i++) {
                if (groups.get(i).holds(party, day)) {
                    set(bits, parties.size() + i);
                }
            }
        }
        return bits;
    }

    private int words() {
        return (parties.size() + groups.size() + BITS - 1) / BITS;
    }

    private static void set(long[] bits, int index) {
        if (index >= 0) {
            bits[index / BITS] |= 1L << index % BITS;
        }
    }

    private static Set<String> named(Label label) {
        return switch (label.releasability()) {
            case Releasability.Everyone() -> Set.of();
            case Releasability.To(var codes) -> codes;
        };
    }

    private int partyIndex(String code) {
        return parties.getOrDefault(code, -1);
    }

    /// On each turning point the names, and the agreement in force with the highest ceiling; where none is,
    /// the one that comes nearest.
    private List<Span> spans(String party) {
        var between = agreements.stream()
                .filter(agreement -> agreement.isBetween(origin, party) && !origin.equals(party))
                .toList();
        var days = new TreeSet<LocalDate>();
        days.add(BEGINNING);
        between.forEach(agreement -> days.addAll(agreement.turningPoints()));
        groups.forEach(group -> days.addAll(group.turningPoints(party)));
        return days.tailSet(BEGINNING).stream()
                .map(day -> spanFrom(day, party, between))
                .toList();
    }

    private Span spanFrom(LocalDate day, String party, List<Agreement> between) {
        Agreement best = null;
        for (var agreement : between) {
            if (best == null || rank(agreement, day) > rank(best, day)) {
                best = agreement;
            }
        }
        var inForce = best != null && best.stateOn(day) == AgreementState.IN_FORCE;
        return new Span((int) day.toEpochDay(), best, inForce, inForce ? ceiling(best) : -1, nameBits(party, day));
    }

    private static int rank(Agreement agreement, LocalDate day) {
        return switch (agreement.stateOn(day)) {
            case IN_FORCE -> 100 + ceiling(agreement);
            case SUSPENDED -> 4;
            case ENDED -> 3;
            case SIGNED -> 2;
            case UNKNOWN -> 1;
        };
    }

    private static int ceiling(@Nullable Agreement agreement) {
        return agreement == null || agreement.ceiling() == null
                ? -1
                : agreement.ceiling().level();
    }

    private static void number(Set<String> names, Map<String, Integer> numbers, String what) {
        new TreeSet<>(names).forEach(name -> numbers.putIfAbsent(name, numbers.size()));
        if (numbers.size() > BITS) {
            throw new IllegalArgumentException("more than " + BITS + " " + what + " in all policies together");
        }
    }

    private static long bits(Set<String> names, Map<String, Integer> numbers) {
        var bits = 0L;
        for (var name : names) {
            var number = numbers.get(name);
            if (number != null) {
                bits |= 1L << number;
            }
        }
        return bits;
    }

    private static int allRules() {
        return (1 << ReleaseRule.values().length) - 1;
    }
}
