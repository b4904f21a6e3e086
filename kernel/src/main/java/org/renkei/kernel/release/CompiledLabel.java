package org.renkei.kernel.release;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;

/// A label prepared for many decisions of one [Rulebook]: names as bits, and the rules that fail whoever asks.
/// Only valid with the rulebook that made it.
public final class CompiledLabel {
    final @Nullable Label label;
    final int level;
    final boolean classified;
    final boolean everyone;
    /// Bits of the parties and groups named, as [Rulebook] numbers them.
    final long[] names;
    final long caveats;
    final long purposes;
    /// Nations whose information is quoted and whose consent is needed.
    final Set<String> foreign;
    /// The originator when it is another than this node's party: its consent is needed to pass the thing on.
    final @Nullable String originator;
    /// Rules that fail for every recipient.
    final int fixedFailures;

    private @Nullable Facts facts;

    CompiledLabel(
            @Nullable Label label,
            boolean everyone,
            long[] names,
            long caveats,
            long purposes,
            Set<String> foreign,
            @Nullable String originator,
            int fixedFailures) {
        this.label = label;
        this.level = label == null ? Integer.MAX_VALUE : label.classification().level();
        this.classified = label == null || label.classification().isClassified();
        this.everyone = everyone;
        this.names = names;
        this.caveats = caveats;
        this.purposes = purposes;
        this.foreign = foreign;
        this.originator = originator;
        this.fixedFailures = fixedFailures;
    }

    /// The label, or null where there was none to read.
    public @Nullable Label label() {
        return label;
    }

    /// The label as a fact of an explanation. Made at first use; two threads may both make it, with equal results.
    Facts facts() {
        var known = facts;
        if (known == null) {
            var of = originator == null ? "" : " of " + originator;
            known = Facts.of(label == null ? "no label" : "label " + label + of);
            facts = known;
        }
        return known;
    }
}
