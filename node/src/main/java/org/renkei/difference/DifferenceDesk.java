package org.renkei.difference;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.OrderSubjects;
import org.renkei.cases.CaseDesk;
import org.renkei.cases.CaseStanding;
import org.renkei.difference.DifferenceView.AskIn;
import org.renkei.identity.Caller;
import org.renkei.kernel.difference.Pair;
import org.renkei.kernel.difference.Piece;
import org.renkei.kernel.difference.Subject;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.sorting.Foremost;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.renkei.release.ReleaseDesk;
import org.renkei.release.Tellings;
import org.renkei.release.Tellings.Telling;
import org.renkei.relief.ReliefSubjects;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Seen;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the difference view. It is for people of this nation: how records were decided for a partner
/// is nothing for anybody else's eyes, and a liaison of the partner sees what that nation holds on every
/// other screen.
@Service
public class DifferenceDesk {
    private static final int PAGE = 100;
    /// Of each kind, the newest that were taken back.
    private static final int MOST_RECALLED = 200;

    private final CaseDesk cases;
    private final ReliefSubjects relief;
    private final OrderSubjects orders;
    private final Tellings tellings;
    private final ReleaseDesk releases;
    private final Records records;
    private final PartyRegister register;
    private final Sights sights;
    private final Showings showings;
    private final Clock clock;
    private final String self;

    DifferenceDesk(
            CaseDesk cases,
            ReliefSubjects relief,
            OrderSubjects orders,
            Tellings tellings,
            ReleaseDesk releases,
            Records records,
            PartyRegister register,
            Sights sights,
            Showings showings,
            NodeSettings settings,
            Clock clock) {
        this.cases = cases;
        this.relief = relief;
        this.orders = orders;
        this.tellings = tellings;
        this.releases = releases;
        this.records = records;
        this.register = register;
        this.sights = sights;
        this.showings = showings;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// What was told to a partner and what it told, as far as the caller sees it: everything is counted
    /// after that. Which records were shown is written down.
    ///
    /// @throws Problem for a party that is no linked partner, and for a liaison
    @Transactional
    public DifferenceView get(String party, Query query, Caller caller, Locale language) {
        if (sights.isLiaison(caller) || !register.isLinked(party) || party.contains("/")) {
            throw new Problem(Category.NOT_FOUND, "no node of that party is linked here", "その当事国のノードは接続されていません");
        }
        if (query.from() < 0) {
            throw Problem.refused(List.of(new FieldError("/from", "0 or more rows", "0 以上です")));
        }
        var standings = query.caseId()
                .map(id -> List.of(cases.standing(id, caller)))
                .orElseGet(() -> cases.standings(caller, record -> false));
        var exercise = query.caseId().isPresent() ? standings.getFirst().label().exercise() : query.exercise();
        var known = new LinkedHashMap<String, Subject>();
        subjects(query, exercise, standings, caller).forEach(one -> known.put(one.key(), one));
        var subjects = known.values();
        var gone = new HashMap<UUID, StoredRecord>();
        recalled(subjects, party, exercise, query.caseId().isPresent(), caller).forEach(one -> gone.put(one.id(), one));
        var told = new HashMap<>(tellings.unsettled(party, ofOwn(subjects), caller));
        told.putAll(tellings.of(party, gone.keySet(), caller));
        var takenBack = takenBack(gone.values(), subjects).stream()
                .filter(one -> !one.party().equals(self)
                        || Optional.ofNullable(told.get(one.record()))
                                .map(Telling::told)
                                .isPresent())
                .toList();
        var pairs = Pair.of(subjects, takenBack, self, party);
        var late = query.since()
                .map(since -> records.storedSince(since, records(pairs)))
                .orElse(null);
        var comparison = new Comparison(self, party, known, gone, told, late);
        var differing = comparison.differing(pairs);
        var asked = pairs.stream()
                .filter(one -> comparison.isAsked(one, query, differing.contains(one.subject())))
                .toList();
        var order = Comparator.<Pair>comparingInt(one -> differing.contains(one.subject()) ? 0 : 1)
                .thenComparing(Pair::newest, Comparator.reverseOrder())
                .thenComparing(Pair::subject);
        var page = asked.stream().collect(Foremost.of(Math.min(query.from(), asked.size()) + PAGE, order)).stream()
                .skip(query.from())
                .toList();
        var shown = page.stream().flatMap(comparison::shown).toList();
        showings.note(caller, "difference", shown.stream().map(Piece::record).toList());
        var details = details(shown, party, caller, language);
        return new DifferenceView(
                self,
                party,
                clock.instant(),
                exercise,
                label(shown),
                askIn(standings, party, exercise),
                comparison.counts(pairs, differing.size()),
                page.stream().map(one -> comparison.row(one, details)).toList(),
                asked.size(),
                query.from());
    }

    /// Those of this nation.
    private List<UUID> ofOwn(Collection<Subject> subjects) {
        var records = new ArrayList<UUID>();
        for (var subject : subjects) {
            for (var piece : subject.said()) {
                if (piece.party().equals(self)) {
                    records.add(piece.record());
                }
            }
        }
        return records;
    }

    private static List<UUID> records(List<Pair> pairs) {
        return pairs.stream()
                .flatMap(one -> Stream.of(one.ours(), one.theirs()))
                .flatMap(List::stream)
                .map(Piece::record)
                .toList();
    }

    private Comparison.Details details(List<Piece> shown, String party, Caller caller, Locale language) {
        var ours = shown.stream()
                .filter(one -> one.party().equals(self))
                .map(Piece::record)
                .collect(Collectors.toSet());
        return new Comparison.Details(
                tellings.of(party, ours, caller),
                records.storedAt(shown.stream().map(Piece::record).toList()),
                releases.releases(ours, List.of(party), caller, language));
    }

    private List<Subject> subjects(Query query, boolean exercise, List<CaseStanding> standings, Caller caller) {
        var subjects = new ArrayList<Subject>();
        standings.stream()
                .filter(one -> one.label().exercise() == exercise)
                .forEach(one -> subjects.addAll(one.threads()));
        if (query.caseId().isEmpty()) {
            subjects.addAll(relief.list(exercise, caller));
            subjects.addAll(orders.list(exercise, caller));
        }
        return subjects;
    }

    /// What was taken back by one of the two, as far as it is seen: of an own record all of it, of the
    /// partner's that it was there. In the view of one case only what its threads name.
    private List<StoredRecord> recalled(
            Collection<Subject> subjects, String party, boolean exercise, boolean ofCase, Caller caller) {
        var kinds = ofCase
                ? Set.of(CaseStanding.KIND)
                : Stream.of(ReliefSubjects.KINDS, Set.of(CaseStanding.KIND, OrderSubjects.KIND))
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet());
        var cases = subjects.stream().map(Subject::opens).collect(Collectors.toSet());
        return sights.of(caller).list(records.listRecalled(kinds, MOST_RECALLED)).stream()
                .map(Seen::record)
                .filter(one -> one.recalled())
                .filter(one -> one.party().equals(self) || one.party().equals(party) && !ofCase)
                .filter(one -> fits(one.content(), exercise, ofCase, cases))
                .toList();
    }

    private static boolean fits(@Nullable SharedRecord content, boolean exercise, boolean ofCase, Set<String> cases) {
        if (content == null) {
            return true;
        }
        return content.banner().exercise() == exercise
                && (!ofCase
                        || CaseSubjects.caseOf(content)
                                .filter(one -> cases.contains(one.toString()))
                                .isPresent());
    }

    private static List<Piece> takenBack(Collection<StoredRecord> gone, Collection<Subject> subjects) {
        if (gone.isEmpty()) {
            return List.of();
        }
        var threads = new HashMap<UUID, String>();
        subjects.forEach(one -> one.said().forEach(piece -> threads.put(piece.record(), one.key())));
        return gone.stream().map(one -> piece(one, threads)).toList();
    }

    /// @param threads keys of subjects that stand, by their records
    private static Piece piece(StoredRecord gone, Map<UUID, String> threads) {
        var content = gone.content();
        var read = content == null
                ? Optional.<Piece>empty()
                : switch (content.kind()) {
                    case CaseStanding.KIND -> CaseSubjects.read(content, threads);
                    case OrderSubjects.KIND -> OrderSubjects.read(content);
                    default -> ReliefSubjects.read(content);
                };
        return read.orElseGet(() -> new Piece(
                gone.id(),
                gone.party(),
                Comparison.GONE + gone.id(),
                gone.storedAt(),
                gone.kind(),
                "taken-back",
                "",
                "",
                Label.parse("UNCLASSIFIED")));
    }

    private static @Nullable String label(List<Piece> shown) {
        return shown.stream()
                .map(Piece::label)
                .distinct()
                .reduce(Label::combine)
                .map(Label::text)
                .orElse(null);
    }

    /// The one in which something was said last.
    private static @Nullable AskIn askIn(List<CaseStanding> standings, String party, boolean exercise) {
        return standings.stream()
                .filter(one -> one.open() && one.label().exercise() == exercise)
                .filter(one -> one.nations().contains(party))
                .max(Comparator.comparing(CaseStanding::newest))
                .map(one -> new AskIn(one.id(), Objects.requireNonNull(one.name())))
                .orElse(null);
    }
}
