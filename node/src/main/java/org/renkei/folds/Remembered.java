package org.renkei.folds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.folds.SubjectBook.Outline;
import org.renkei.folds.SubjectBook.Said;
import org.renkei.kernel.ledger.Hash;
import org.renkei.sight.Standpoint;

/// What was read and folded last, in memory alone: good as long as the subject has no newer version. The subjects that
/// nobody asked for longest are forgotten first, when the [Allowance] is spent.
final class Remembered<S, F> {
    private final LinkedHashMap<UUID, Known<S, F>> subjects = new LinkedHashMap<>(64, 0.75f, true);
    private long records;

    /// What follows from forms.
    ///
    /// @param folded null where nothing of the subject is seen
    /// @param parts from how many
    record Formed<F>(@Nullable F folded, int parts) {}

    /// A record as it was read at a version of its own.
    record Read<S>(Said said, Part<S> part) {}

    /// All records of a subject at one version, and what follows for those who see all that bear some markings.
    static final class Known<S, F> {
        private final long version;
        private final Map<UUID, Read<S>> parts;
        private final Map<Set<Hash>, F> folds = new ConcurrentHashMap<>();
        private final Map<Standpoint, Formed<F>> fromForms = new ConcurrentHashMap<>();
        private int forms;

        Known(long version, Map<UUID, Read<S>> parts) {
            this.version = version;
            this.parts = Map.copyOf(parts);
        }

        /// What was folded for somebody with the same standpoint.
        Optional<Formed<F>> findFolded(Standpoint standpoint) {
            return Optional.ofNullable(fromForms.get(standpoint));
        }

        /// @param markings what is seen
        F fold(Set<Hash> markings, Function<List<Part<S>>, F> folding) {
            return folds.computeIfAbsent(
                    markings,
                    seen -> folding.apply(parts.values().stream()
                            .filter(one -> markings.contains(one.said().marking()))
                            .map(Read::part)
                            .toList()));
        }

        private int weight() {
            return parts.size() + forms;
        }

        /// A record, where it has not changed since.
        Optional<Part<S>> find(Said said) {
            return Optional.ofNullable(parts.get(said.record()))
                    .filter(one -> one.said().version() == said.version())
                    .map(Read::part);
        }
    }

    /// As it is now.
    synchronized Optional<Known<S, F>> find(Outline outline) {
        return Optional.ofNullable(subjects.get(outline.subject())).filter(one -> one.version == outline.version());
    }

    /// As it is or was.
    synchronized Optional<Known<S, F>> findAny(UUID subject) {
        return Optional.ofNullable(subjects.get(subject));
    }

    synchronized void keep(UUID subject, Known<S, F> known) {
        var before = subjects.put(subject, known);
        records += known.weight() - (before == null ? 0 : before.weight());
    }

    /// For a subject that is known.
    synchronized void keep(Outline outline, Standpoint standpoint, Formed<F> formed) {
        var known = subjects.get(outline.subject());
        if (known != null && known.version == outline.version() && known.fromForms.put(standpoint, formed) == null) {
            known.forms += formed.parts();
            records += formed.parts();
        }
    }

    synchronized long records() {
        return records;
    }

    /// @return false when there is but one subject, which stays
    synchronized boolean forgetEldest() {
        if (subjects.size() < 2) {
            return false;
        }
        records -= Objects.requireNonNull(subjects.pollFirstEntry()).getValue().weight();
        return true;
    }
}
