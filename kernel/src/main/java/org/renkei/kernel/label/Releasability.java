package org.renkei.kernel.label;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// To whom the author allows release: a permissive category in the words of ADatP-4774.
public sealed interface Releasability {

    /// No parties named: the thing stays at its origin.
    Releasability ORIGIN_ONLY = new To(Collections.emptySortedSet());

    Releasability PUBLIC = new Everyone();

    static Releasability to(Collection<String> codes) {
        return new To(new TreeSet<>(codes));
    }

    /// What both allow. A thing without release category counts as releasable to nobody, never to everybody.
    default Releasability intersect(Releasability other) {
        return switch (this) {
            case Everyone() -> other;
            case To(var mine) ->
                switch (other) {
                    case Everyone() -> this;
                    case To(var theirs) -> {
                        var both = new TreeSet<>(mine);
                        both.retainAll(theirs);
                        yield new To(both);
                    }
                };
        };
    }

    default boolean isOriginOnly() {
        return this instanceof To(var codes) && codes.isEmpty();
    }

    /// Public: anybody, party to anything or not. Only for unclassified things without further restriction.
    record Everyone() implements Releasability {}

    /// The named parties and groups, sorted; a group stands for its members on the day of the decision.
    record To(SortedSet<String> codes) implements Releasability {
        public To {
            codes.forEach(Label::requireCode);
            if (codes.contains("PUBLIC")) {
                throw new LabelException("PUBLIC is no party: write //PUBLIC instead of REL TO");
            }
            codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        }
    }
}
