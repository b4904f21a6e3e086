package org.renkei.relief;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.relief.Need;
import org.renkei.kernel.relief.Offer;
import org.renkei.kernel.relief.Place;
import org.renkei.kernel.relief.ReliefRecord;
import org.renkei.kernel.relief.Words;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.release.Reach;
import org.renkei.release.ReleaseDesk;
import org.renkei.relief.Boards.Held;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The door of the relief desk: see the board and a place on it, have a proposal made, and say what was
/// decided.
@Service
public class ReliefDesk {
    private static final int MOST_LINES = 500;

    private final Boards boards;
    private final Proposals proposals;
    private final ReleaseDesk releases;
    private final Reach reach;
    private final Showings showings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json;
    private final String self;

    ReliefDesk(
            Boards boards,
            Proposals proposals,
            ReleaseDesk releases,
            Reach reach,
            Showings showings,
            AuditLog audit,
            TransactionTemplate transaction,
            NodeSettings settings,
            Clock clock,
            JsonMapper json) {
        this.boards = boards;
        this.proposals = proposals;
        this.releases = releases;
        this.reach = reach;
        this.showings = showings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
        this.self = settings.node().party();
    }

    /// @param exercise which of the two boards; empty leaves it to what is on them
    @Transactional
    public BoardView board(Optional<Boolean> exercise, Caller caller) {
        var held = boards.get(exercise, caller);
        note(held.records(), "board", caller);
        return BoardView.of(held, nation(caller), clock.instant());
    }

    private void note(List<ReliefRecord> shown, String list, Caller caller) {
        showings.note(caller, list, shown.stream().map(ReliefRecord::id).toList());
    }

    /// As whom a caller sees the board: the own nation, or the one that seats a liaison here.
    private String nation(Caller caller) {
        var person = caller.person();
        return person == null ? self : person.nation();
    }

    /// One place with all that was said of it over time.
    ///
    /// @param report any record that reports it
    @Transactional
    public PlaceView place(UUID report, Caller caller) {
        for (var exercise : List.of(false, true)) {
            var held = boards.get(Optional.of(exercise), caller);
            var place = held.board().placeOf(report).orElse(null);
            if (place != null) {
                var reports = held.reports(place.key());
                note(reports, "place", caller);
                var forms = reports.stream()
                        .flatMap(one -> boards.history(one.id(), caller).stream())
                        .toList();
                return new PlaceView(BoardView.PlaceRow.of(place, held), PlaceView.series(forms));
            }
        }
        throw new Problem(Category.NOT_FOUND, "no report of that id is held here", "その ID の報告はここにありません");
    }

    /// Who could serve what. Nothing is stored and nobody is told; that it was asked for is written down.
    ///
    /// @param request `exercise` as for the board; `offers` is `own` where only those are to be used
    public ProposalView propose(JsonNode request, Caller caller) {
        var own = request.path("offers").asString("all").equals("own");
        var held = inTransaction(() -> boards.get(exercise(request), caller));
        var proposal = proposals.propose(held, clock.instant(), self, own ? self : null);
        inTransaction(() -> {
            audit.append(List.of(new AuditEvent(
                    caller.getName(),
                    "relief-matched",
                    null,
                    null,
                    Map.of(
                            "needs", proposal.needs(),
                            "offers", proposal.offers(),
                            "lines", proposal.lines().size()))));
            return proposal;
        });
        return proposal;
    }

    /// Says what a person decided, line by line: a promise of an own offer, a proposal to another nation of
    /// its own. Each line is a record that goes to those whom it concerns; either all are said or none.
    ///
    /// @throws Problem naming everything that stands against each line
    public synchronized BoardView decide(JsonNode request, Caller caller, Locale language) {
        return inTransaction(() -> {
            var held = boards.get(exercise(request), caller);
            var lines = request.path("lines");
            if (!lines.isArray() || lines.isEmpty() || lines.size() > MOST_LINES) {
                throw refused(
                        "/lines", "1 to " + MOST_LINES + " lines are decided at once", "1〜" + MOST_LINES + " 件を決定できます");
            }
            var errors = new ArrayList<FieldError>();
            var promised = 0;
            for (var number = 0; number < lines.size(); number++) {
                try {
                    promised += say(held, lines.get(number), request, caller, language) ? 1 : 0;
                } catch (Problem problem) {
                    errors.addAll(at("/lines/" + number, problem));
                }
            }
            if (!errors.isEmpty()) {
                throw Problem.refused(errors);
            }
            audit.append(List.of(new AuditEvent(
                    caller.getName(),
                    "relief-decided",
                    null,
                    null,
                    Map.of("promised", promised, "proposed", lines.size() - promised))));
            return BoardView.of(boards.get(Optional.of(held.exercise()), caller), nation(caller), clock.instant());
        });
    }

    private static Optional<Boolean> exercise(JsonNode request) {
        var said = request.path("exercise");
        return said.isBoolean() ? Optional.of(said.asBoolean()) : Optional.empty();
    }

    private static List<FieldError> at(String line, Problem problem) {
        return problem.errors().isEmpty()
                ? List.of(new FieldError(line, problem.detail(Locale.ENGLISH), problem.detail(Locale.JAPANESE)))
                : problem.errors().stream()
                        .map(one -> new FieldError(
                                line + one.at().replaceFirst("^/body", ""), one.english(), one.japanese()))
                        .toList();
    }

    /// Whether it was a promise.
    private boolean say(Held held, JsonNode line, JsonNode request, Caller caller, Locale language) {
        var need = id(line, "need").flatMap(held.board()::need).orElseThrow(() -> missing("/need"));
        var offer = id(line, "offer").flatMap(held.board()::offer).orElseThrow(() -> missing("/offer"));
        var via = id(line, "via").flatMap(held.board()::placeOf).orElse(null);
        if (via != null && !via.isUsable()) {
            throw refused(
                    "/via",
                    via.newest().name().en() + " is not reported open",
                    via.newest().name().ja() + " は使用可と報告されていません");
        }
        var own = offer.party().equals(self);
        var to = new TreeSet<>(List.of(self, need.party(), offer.party()));
        var draft = json.createObjectNode();
        draft.put("kind", ReliefRecord.ASSIGNMENT)
                .put("label", label(held, need, offer, to).text())
                .put("precedence", request.path("precedence").asString("ROUTINE"));
        draft.putArray("references").add(need.id().toString()).add(offer.id().toString());
        draft.set("body", body(need, offer, via, line, own));
        to.remove(self);
        reach.require(draft, to, caller, language);
        releases.create(draft, caller, language);
        return own;
    }

    /// As the need and the offer are labelled, and for nobody to whom either of them may not go.
    private static Label label(Held held, Need need, Offer offer, Set<String> to) {
        var both = held.label(need.id())
                .flatMap(one -> held.label(offer.id()).map(one::combine))
                .orElseThrow();
        var beyond = new TreeSet<>(to);
        switch (both.releasability()) {
            case Releasability.Everyone everyone -> beyond.clear();
            case Releasability.To(var codes) -> beyond.removeAll(codes);
        }
        if (!beyond.isEmpty()) {
            var nations = String.join(", ", beyond);
            throw refused(
                    "/need",
                    "the labels of need and offer do not let " + nations + " know of both: change the label first",
                    nations + " は需要と申出の両方を知ることができません。先にラベルを変更してください");
        }
        return both.saidTo(to);
    }

    private ObjectNode body(Need need, Offer offer, @Nullable Place via, JsonNode line, boolean own) {
        var body = json.createObjectNode();
        var quantity = line.path("quantity").asLong(0);
        body.set(
                "title",
                words(new Words(
                        quantity + " " + need.amount().unit() + " for: "
                                + brief(need.title().en()),
                        brief(need.title().ja()) + " への " + quantity + " "
                                + need.amount().unit())));
        body.put("need", need.id().toString())
                .put("offer", offer.id().toString())
                .put("decision", own ? "promised" : "proposed");
        body.putObject("quantity")
                .put("value", quantity)
                .put("unit", need.amount().unit());
        if (via != null) {
            body.put("via", via.newest().record().toString());
            if (!via.newest().name().isEmpty()) {
                body.set("viaName", words(via.newest().name()));
            }
        }
        if (line.path("arrival").isString()) {
            body.put("arrival", line.path("arrival").asString());
        }
        return body;
    }

    private ObjectNode words(Words words) {
        return json.createObjectNode().put("en", words.en()).put("ja", words.ja());
    }

    private static String brief(String title) {
        return title.substring(0, Math.min(title.length(), 120));
    }

    private static Optional<UUID> id(JsonNode line, String name) {
        try {
            return Optional.of(UUID.fromString(line.path(name).asString("")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Problem missing(String at) {
        return refused(at, "it is not on the board", "救援ボードにありません");
    }

    private static Problem refused(String at, String english, String japanese) {
        return Problem.refused(List.of(new FieldError(at, english, japanese)));
    }

    private <T> T inTransaction(Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came of it");
        }
        return result;
    }
}
