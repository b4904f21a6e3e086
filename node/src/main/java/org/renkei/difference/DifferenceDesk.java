package org.renkei.difference;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
                .orElseGet(() -> cases.standings(caller, record -> true));
        var exercise = query.caseId().isPresent() ? standings.getFirst().label().exercise() : query.exercise();
        var subjects = subjects(query, exercise, standings, caller);
        var gone = new HashMap<UUID, StoredRecord>();
        recalled(subjects, party, exercise, query.caseId().isPresent(), caller).forEach(one -> gone.put(one.id(), one));
        var known = new LinkedHashMap<String, Subject>();
        subjects.forEach(one -> known.put(one.key(), one));
        var pieces = new ArrayList<Piece>();
        subjects.forEach(one -> pieces.addAll(one.said()));
        gone.values().forEach(one -> pieces.add(piece(one, known)));
        var ofOwn = pieces.stream()
                .filter(one -> one.party().equals(self))
                .map(Piece::record)
                .toList();
        var told = new HashMap<>(tellings.unsettled(party, ofOwn, caller));
        told.putAll(tellings.of(party, gone.keySet(), caller));
        pieces.removeIf(one -> one.party().equals(self)
                && gone.containsKey(one.record())
                && Optional.ofNullable(told.get(one.record()))
                        .map(Telling::told)
                        .isEmpty());
        var late = query.since()
                .map(since -> records.storedSince(
                        since, pieces.stream().map(Piece::record).toList()))
                .orElse(null);
        var comparison = new Comparison(self, party, known, gone, told, late);
        var pairs = Pair.of(pieces, self, party);
        var asked = pairs.stream()
                .filter(one -> comparison.isAsked(one, query))
                .sorted(Comparator.<Pair>comparingInt(
                                one -> comparison.differences(one).isEmpty() ? 1 : 0)
                        .thenComparing(Pair::newest, Comparator.reverseOrder())
                        .thenComparing(Pair::subject))
                .toList();
        var page = asked.stream().skip(query.from()).limit(PAGE).toList();
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
                comparison.counts(pairs),
                page.stream().map(one -> comparison.row(one, details)).toList(),
                asked.size(),
                query.from());
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
                .forEach(one -> subjects.addAll(CaseSubjects.of(one)));
        if (query.caseId().isEmpty()) {
            subjects.addAll(relief.list(exercise, caller));
            subjects.addAll(orders.list(exercise, caller));
        }
        return subjects;
    }

    /// What was taken back by one of the two, as far as it is seen: of an own record all of it, of the
    /// partner's that it was there. In the view of one case only what its threads name.
    private List<StoredRecord> recalled(
            List<Subject> subjects, String party, boolean exercise, boolean ofCase, Caller caller) {
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
                        || CaseSubjects.read(content, Map.of())
                                .filter(one -> cases.contains(one.subject().split(" ")[1]))
                                .isPresent());
    }

    private static Piece piece(StoredRecord gone, Map<String, Subject> known) {
        var content = gone.content();
        var read = content == null
                ? Optional.<Piece>empty()
                : switch (content.kind()) {
                    case CaseStanding.KIND -> CaseSubjects.read(content, known);
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

    /// The newest one by what was said in it last.
    private static @Nullable AskIn askIn(List<CaseStanding> standings, String party, boolean exercise) {
        return standings.stream()
                .filter(one -> one.open() && one.label().exercise() == exercise)
                .filter(one -> one.nations().contains(party))
                .max(Comparator.comparing(one -> one.said().stream()
                        .map(CaseStanding.Line::time)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH)))
                .map(one -> new AskIn(one.id(), Objects.requireNonNull(one.name())))
                .orElse(null);
    }
}
