package org.renkei.kernel.label;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A confidentiality label of a record or of a portion of it, in the words of STANAG 4774.
///
/// `policy` is the security policy whose words are meant ([#ALLIED] when nothing is said); `caveats` are restrictive
/// categories (a recipient must be briefed on all of them); `releasability` is the permissive one; `foreign` names the
/// nations whose information is quoted, each of which must itself have consented to release; every one of `purposes`
/// must be open to the recipient. An empty [Releasability.To] means that nothing leaves its origin.
///
/// Two combinations are labelling errors and cannot be built: a national-eyes-only label that is releasable to
/// somebody, and a public one that is classified or restricted in any way.
public record Label(
        String policy,
        Classification classification,
        SortedSet<String> caveats,
        boolean originatorControlled,
        boolean eyesOnly,
        Releasability releasability,
        SortedSet<String> foreign,
        SortedSet<String> purposes,
        boolean exercise) {

    /// The policy that applies when a label names none.
    public static final String ALLIED = "ALLIED";

    /// The policy of a whole whose parts follow different policies. No node knows it, so the whole never leaves as one.
    public static final String MIXED = "MIXED";

    /// Words of the text form that cannot be caveats.
    private static final Set<String> RESERVED = Set.of("ORCON", "PUBLIC", "EXERCISE");

    /// Room for policy, classification and every word between the codes.
    private static final int FIXED_WORDS = 128;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{0,31}");

    public Label {
        requireCode(policy);
        caveats = codes(caveats);
        foreign = codes(foreign);
        purposes = codes(purposes);
        if (lengthOf(caveats, foreign, purposes, releasability) > LabelText.MAX_LENGTH - FIXED_WORDS) {
            throw new LabelException(
                    "the label names too much to be written in " + LabelText.MAX_LENGTH + " characters");
        }
        if (!Collections.disjoint(caveats, RESERVED)) {
            throw new LabelException("ORCON, PUBLIC and EXERCISE are words of the label itself and no caveats");
        }
        if (eyesOnly && !releasability.isOriginOnly()) {
            throw new LabelException("EYES ONLY excludes REL TO and PUBLIC: remove one of them");
        }
        var restricted =
                classification.isClassified() || !caveats.isEmpty() || originatorControlled || !foreign.isEmpty();
        if (releasability instanceof Releasability.Everyone && restricted) {
            throw new LabelException(
                    "PUBLIC is only for UNCLASSIFIED without caveats, ORCON or FGI: name the parties with REL TO instead");
        }
    }

    /// The text form read back: `parse(label.text())` equals `label`. See [LabelText] for the grammar.
    public static Label parse(String text) {
        return LabelText.parse(text);
    }

    /// The same label, as the object that [#parse] gives for its text, with which it is compared in no time.
    public Label shared() {
        return parse(text());
    }

    public static Label of(Classification classification, Releasability releasability) {
        var none = Collections.<String>emptySortedSet();
        return new Label(ALLIED, classification, none, false, false, releasability, none, none, false);
    }

    /// The label of a whole made of two parts: highest classification, restrictions united, release intersected
    /// (ADatP-4774.1 §4.4). Associative, commutative and idempotent. Exercise content anywhere marks the whole.
    public Label combine(Label other) {
        var eyes = eyesOnly || other.eyesOnly;
        return new Label(
                policy.equals(other.policy) ? policy : MIXED,
                classification.highest(other.classification),
                united(caveats, other.caveats),
                originatorControlled || other.originatorControlled,
                eyes,
                eyes ? Releasability.ORIGIN_ONLY : releasability.intersect(other.releasability),
                united(foreign, other.foreign),
                united(purposes, other.purposes),
                exercise || other.exercise);
    }

    /// True when this label is at least as strict as the other in every respect: a partial order in which
    /// `a.combine(b)` dominates both `a` and `b`.
    public boolean dominates(Label other) {
        return combine(other).equals(this);
    }

    /// The same label as the named parties are shown it: it does not tell them who else was addressed. A public label
    /// stays public, one that goes to nobody stays so.
    public Label addressedTo(Collection<String> parties) {
        var fixed = releasability instanceof Releasability.Everyone || releasability.isOriginOnly();
        return fixed ? this : with(Releasability.to(parties));
    }

    public Label with(Releasability other) {
        return new Label(
                policy, classification, caveats, originatorControlled, eyesOnly, other, foreign, purposes, exercise);
    }

    /// What is said about something so labelled, to exactly these: as secret as that, restricted like that, for the
    /// same
    /// purposes. What is quoted, and by whom it is controlled, stays with the thing itself.
    public Label saidTo(Collection<String> parties) {
        return new Label(
                policy,
                classification,
                caveats,
                false,
                false,
                Releasability.to(parties),
                Collections.emptySortedSet(),
                purposes,
                exercise);
    }

    public String text() {
        return LabelText.print(this);
    }

    @Override
    public String toString() {
        return text();
    }

    /// At most so many characters do the named codes take in the text form, dividers included.
    private static int lengthOf(
            SortedSet<String> caveats,
            SortedSet<String> foreign,
            SortedSet<String> purposes,
            Releasability releasability) {
        var named = releasability instanceof Releasability.To(var codes) ? codes : Collections.<String>emptySortedSet();
        return Stream.of(caveats, foreign, purposes, named)
                .flatMap(SortedSet::stream)
                .mapToInt(code -> code.length() + 2)
                .sum();
    }

    static String requireCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new LabelException("'" + code + "' is no code: capital letters, digits and hyphens, at most 32");
        }
        return code;
    }

    private static SortedSet<String> codes(SortedSet<String> codes) {
        codes.forEach(Label::requireCode);
        return Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }

    private static SortedSet<String> united(SortedSet<String> one, SortedSet<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
