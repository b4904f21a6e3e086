package org.renkei.folds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.renkei.folds.Remembered.Formed;
import org.renkei.folds.Remembered.Known;
import org.renkei.folds.Remembered.Read;
import org.renkei.folds.SubjectBook.Outline;
import org.renkei.folds.SubjectBook.Said;
import org.renkei.identity.Caller;
import org.renkei.kernel.ledger.Hash;
import org.renkei.sight.Seen;
import org.renkei.sight.Sight;
import org.renkei.sight.Sight.Extent;
import org.renkei.sight.Sights;
import org.renkei.sight.Standpoint;
import org.springframework.transaction.support.TransactionTemplate;

/// What follows from the records of one kind, for each subject as one caller sees it.
public final class Folds<S, F> {
    private static final int PAGE = 500;
    /// Subjects whose forms are made together.
    private static final int FORMS = 20;

    private final Folding<S, F> folding;
    private final SubjectBook book;
    private final Sights sights;
    private final Remembered<S, F> remembered;
    private final Allowance allowance;
    /// Held while something is read anew: of many who ask for the same at once, one reads.
    private final Lock reading = new ReentrantLock();
    /// The same for forms, which take longer: who sees records as they are stored does not wait for them.
    private final Lock forming = new ReentrantLock();

    Folds(Folding<S, F> folding, SubjectBook book, Sights sights, Allowance allowance) {
        this.folding = folding;
        this.allowance = allowance;
        this.remembered = allowance.share();
        this.book = book;
        this.sights = sights;
    }

    /// Of all subjects of which the caller sees a record. To be called within a transaction.
    public List<F> list(Caller caller) {
        return see(book.list(folding.kind()), caller);
    }

    /// Empty when the caller sees no record of it. To be called within a transaction.
    public Optional<F> find(UUID subject, Caller caller) {
        return see(book.find(folding.kind(), subject).stream().toList(), caller).stream()
                .findFirst();
    }

    /// What once was part of a subject and was taken back, as far as the caller sees that it was there:
    /// what is left of it, and no more. To be called within a transaction.
    public List<Gone<S>> gone(UUID subject, Caller caller) {
        return sights.of(caller).list(book.listStood(folding.kind(), subject)).stream()
                .filter(seen -> seen.record().recalled())
                .map(seen -> new Gone<>(
                        seen.record().id(),
                        seen.record().party(),
                        seen.record().storedAt(),
                        partOf(seen, Subjects.readAny(folding, seen)).orElse(null)))
                .toList();
    }

    /// What a person has not opened yet.
    public Unseen unseen(String person) {
        return book.unseen(folding.kind(), person);
    }

    /// The same of one subject.
    public Unseen unseen(String person, UUID subject) {
        return book.unseen(folding.kind(), person, subject);
    }

    /// A person has opened these records; to be said of what they see.
    public void see(String person, Collection<UUID> records, Instant now) {
        book.see(person, records, now);
    }

    /// Reads and folds for those who see everything, as long as that leaves room for what others see.
    void readAhead(TransactionTemplate transaction, BooleanSupplier goesOn) {
        var outlines = transaction.execute(status -> book.list(folding.kind()));
        for (var page : pages(outlines == null ? List.<Outline>of() : outlines, FORMS)) {
            if (!goesOn.getAsBoolean() || !allowance.hasRoom()) {
                return;
            }
            transaction.executeWithoutResult(status -> see(page, Subjects.NODE));
        }
    }

    private List<F> see(List<Outline> outlines, Caller caller) {
        if (outlines.isEmpty()) {
            return List.of();
        }
        var sight = sights.of(caller);
        var extents = sight.extents(
                outlines.stream().flatMap(one -> one.markings().stream()).collect(Collectors.toSet()));
        var shared = new LinkedHashMap<Outline, Set<Hash>>();
        var cut = new ArrayList<Outline>();
        for (var outline : outlines) {
            if (outline.markings().stream().anyMatch(one -> extents.get(one) == Extent.CUT)) {
                cut.add(outline);
            } else {
                var whole = outline.markings().stream()
                        .filter(one -> extents.get(one) == Extent.WHOLE)
                        .collect(Collectors.toUnmodifiableSet());
                if (!whole.isEmpty()) {
                    shared.put(outline, whole);
                }
            }
        }
        var folded = new ArrayList<F>();
        var known = known(shared.keySet());
        shared.forEach((outline, markings) -> Optional.ofNullable(known.get(outline.subject()))
                .ifPresent(one -> folded.add(one.fold(markings, parts -> folding.fold(outline.subject(), parts)))));
        folded.addAll(fromForms(cut, sight));
        return folded;
    }

    private Map<UUID, Known<S, F>> known(Collection<Outline> outlines) {
        var known = new HashMap<UUID, Known<S, F>>();
        if (!stale(outlines, known).isEmpty()) {
            alone(reading, () -> {
                pages(stale(outlines, known), PAGE).forEach(page -> known.putAll(readAnew(page)));
            });
        }
        return known;
    }

    /// @param known gets what is remembered
    private List<Outline> stale(Collection<Outline> outlines, Map<UUID, Known<S, F>> known) {
        var stale = new ArrayList<Outline>();
        outlines.forEach(one ->
                remembered.find(one).ifPresentOrElse(found -> known.put(one.subject(), found), () -> stale.add(one)));
        return stale;
    }

    private static <T> List<List<T>> pages(List<T> all, int size) {
        return all.stream().gather(Gatherers.windowFixed(size)).toList();
    }

    private static void alone(Lock lock, Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /// Reads of these subjects what has changed since they were read last.
    private Map<UUID, Known<S, F>> readAnew(List<Outline> outlines) {
        var bySubject = new HashMap<UUID, Map<UUID, Read<S>>>();
        var missing = new HashMap<UUID, Said>();
        for (var said : book.said(
                folding.kind(), outlines.stream().map(Outline::subject).toList())) {
            var parts = bySubject.computeIfAbsent(said.subject(), key -> new HashMap<>());
            remembered
                    .findAny(said.subject())
                    .flatMap(one -> one.find(said))
                    .ifPresentOrElse(
                            part -> parts.put(said.record(), new Read<>(said, part)),
                            () -> missing.put(said.record(), said));
        }
        var sight = sights.of(Subjects.NODE);
        for (var page : pages(List.copyOf(missing.keySet()), PAGE)) {
            for (var seen : sight.list(page)) {
                var said = missing.get(seen.record().id());
                if (said != null) {
                    part(seen)
                            .ifPresent(part -> bySubject
                                    .computeIfAbsent(said.subject(), key -> new HashMap<>())
                                    .put(said.record(), new Read<>(said, part)));
                }
            }
        }
        var known = new HashMap<UUID, Known<S, F>>();
        for (var outline : outlines) {
            var one = new Known<S, F>(outline.version(), bySubject.getOrDefault(outline.subject(), Map.of()));
            remembered.keep(outline.subject(), one);
            allowance.enforce();
            known.put(outline.subject(), one);
        }
        return known;
    }

    /// Of subjects of which the caller sees forms.
    private List<F> fromForms(List<Outline> outlines, Sight sight) {
        if (outlines.isEmpty()) {
            return List.of();
        }
        var standpoint = sight.standpoint();
        var folded = new LinkedHashMap<UUID, Formed<F>>();
        if (!unfolded(outlines, standpoint, folded).isEmpty()) {
            alone(forming, () -> {
                var stale = unfolded(outlines, standpoint, folded);
                known(stale);
                pages(stale, FORMS).forEach(page -> folded.putAll(seeAnew(page, sight, standpoint)));
            });
        }
        return folded.values().stream()
                .flatMap(one -> Stream.ofNullable(one.folded()))
                .toList();
    }

    /// @param folded gets what is remembered
    private List<Outline> unfolded(List<Outline> outlines, Standpoint standpoint, Map<UUID, Formed<F>> folded) {
        var stale = new ArrayList<Outline>();
        for (var outline : outlines) {
            remembered
                    .find(outline)
                    .flatMap(one -> one.findFolded(standpoint))
                    .ifPresentOrElse(one -> folded.put(outline.subject(), one), () -> stale.add(outline));
        }
        return stale;
    }

    private Map<UUID, Formed<F>> seeAnew(List<Outline> outlines, Sight sight, Standpoint standpoint) {
        var parts = new HashMap<UUID, List<Part<S>>>();
        var ending = new HashSet<UUID>();
        var records = book
                .said(folding.kind(), outlines.stream().map(Outline::subject).toList())
                .stream()
                .map(Said::record)
                .toList();
        for (var seen : sight.list(records)) {
            part(seen).ifPresent(part -> {
                var subject = folding.subject(part.said());
                parts.computeIfAbsent(subject, key -> new ArrayList<>()).add(part);
                var content = seen.record().content();
                if (content != null && content.until() != null) {
                    ending.add(subject);
                }
            });
        }
        var folded = new HashMap<UUID, Formed<F>>();
        for (var outline : outlines) {
            var subject = outline.subject();
            var seen = parts.getOrDefault(subject, List.of());
            var one = new Formed<>(seen.isEmpty() ? null : folding.fold(subject, seen), seen.size());
            folded.put(subject, one);
            if (!ending.contains(subject)) {
                remembered.keep(outline, standpoint, one);
                allowance.enforce();
            }
        }
        return folded;
    }

    private Optional<Part<S>> part(Seen seen) {
        return partOf(seen, Subjects.read(folding, seen));
    }

    private Optional<Part<S>> partOf(Seen seen, Optional<S> read) {
        return read.flatMap(said -> Optional.ofNullable(seen.record().content())
                .map(content -> new Part<>(
                        content.id(),
                        said,
                        content.banner(),
                        seen.whole() && seen.record().own())));
    }
}
