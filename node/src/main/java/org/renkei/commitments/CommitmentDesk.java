package org.renkei.commitments;

import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.renkei.commitments.Commitments.Folded;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.commitments.Act;
import org.renkei.kernel.commitments.Statement;
import org.renkei.party.CoordinationRegister;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.records.Bodies;
import org.renkei.release.Addressing;
import org.renkei.release.Named;
import org.renkei.release.RecordDesk;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// The door of the commitments desk: record what was promised, say something of it, and see where it
/// stands.
@Service
public class CommitmentDesk {
    private final Commitments commitments;
    private final CommitmentGuards guards;
    private final CoordinationRegister bodies;
    private final Addressing addressing;
    private final Named named;
    private final RecordDesk records;
    private final PartyRegister register;
    private final Sights sights;
    private final Showings showings;
    private final TransactionTemplate transaction;
    private final String self;

    CommitmentDesk(
            Commitments commitments,
            CommitmentGuards guards,
            CoordinationRegister bodies,
            Addressing addressing,
            Named named,
            RecordDesk records,
            PartyRegister register,
            Sights sights,
            Showings showings,
            TransactionTemplate transaction,
            NodeSettings settings) {
        this.commitments = commitments;
        this.guards = guards;
        this.bodies = bodies;
        this.addressing = addressing;
        this.named = named;
        this.records = records;
        this.register = register;
        this.sights = sights;
        this.showings = showings;
        this.transaction = transaction;
        this.self = settings.node().party();
    }

    /// As whom a caller sees them: the own nation, or the one that seats a liaison here.
    private String nation(Caller caller) {
        var person = caller.person();
        return person == null ? self : person.nation();
    }

    /// A liaison does not learn with whom this node has links.
    public CommitmentOptions options(Caller caller) {
        var liaison = sights.isLiaison(caller);
        var nations = register.listOthers().stream()
                .filter(party -> !liaison && !party.isSite() && register.isLinked(party.code()))
                .toList();
        return CommitmentOptions.of(self, nations, bodies.bodiesFor(caller));
    }

    /// Every commitment that the caller sees, the one that is due first in front.
    @Transactional
    public CommitmentView.Dashboard list(Caller caller) {
        var own = nation(caller);
        var today = register.today();
        var all = commitments.list(caller);
        showings.note(
                caller,
                "commitments",
                all.stream().map(one -> one.opening().record()).toList());
        return new CommitmentView.Dashboard(
                own,
                today,
                all.stream()
                        .map(one -> CommitmentView.row(one, own, today))
                        .sorted(Comparator.comparing(CommitmentView.Row::due).thenComparing(CommitmentView.Row::id))
                        .toList());
    }

    /// Opening a commitment is written down as opening the record that holds its source sentence.
    @Transactional
    public CommitmentView.Page get(UUID id, Caller caller, Locale language) {
        var folded = find(id, caller);
        records.get(folded.opening().record(), caller);
        showings.note(
                caller,
                "commitment",
                folded.statements().stream().map(Statement::record).toList());
        var today = register.today();
        return new CommitmentPage(folded, nation(caller), today, language)
                .page(
                        !sights.isLiaison(caller),
                        record -> named.find(record, caller).isPresent());
    }

    /// Records what was promised between nations.
    public CommitmentView.Page record(JsonNode request, Caller caller, Locale language) {
        var mark = Addressing.mark();
        var id = Statement.commitmentOf(self, mark);
        inTransaction(() -> say(id, mark, Act.RECORD, request, caller, language));
        return inTransaction(() -> get(id, caller, language));
    }

    /// Says something of a commitment.
    public synchronized CommitmentView.Page say(UUID id, JsonNode request, Caller caller, Locale language) {
        var act = Coded.find(Act.class, request.path("act").asString(""))
                .filter(one -> one != Act.RECORD)
                .orElseThrow(() -> Addressing.refusal(
                        "/act", "one of what may be said of a commitment", "約束事項について申述できるもののいずれかです"));
        inTransaction(() -> {
            var folded = find(id, caller);
            var first = folded.label(folded.opening().record());
            Addressing.requireSameExercise(first, request, "commitment", "約束事項");
            return say(id, Addressing.mark(), act, request, caller, language);
        });
        return inTransaction(() -> get(id, caller, language));
    }

    private UUID say(UUID id, String mark, Act act, JsonNode request, Caller caller, Locale language) {
        var body = addressing.body(request, mark, act.code()).put("commitment", id.toString());
        var brief = id.toString().substring(0, 8);
        body.putObject("title")
                .put("en", "Commitment " + brief + ": " + act.english())
                .put("ja", "約束事項 " + brief + "：" + act.japanese());
        var content = (CborMap) Bodies.toCbor(body);
        Addressing.requireNone(guards.against(content, caller));
        var shown = Stream.of("minutes", "record")
                .map(name -> body.path(name).asString(""))
                .filter(text -> !text.isBlank())
                .map(UUID::fromString)
                .toList();
        shown.forEach(record ->
                named.find(record, caller).ifPresent(one -> addressing.requireReached(one, request, caller, language)));
        addressing.say(Commitments.KIND, body, shown, request, caller, language);
        return id;
    }

    private Folded find(UUID id, Caller caller) {
        return commitments
                .find(id, caller)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND, "no commitment of that id is held here", "その ID の約束事項はここにありません"));
    }

    private <T> T inTransaction(Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came of it");
        }
        return result;
    }
}
