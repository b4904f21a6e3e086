package org.renkei.meetings;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.documents.Documents;
import org.renkei.documents.Words;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.meetings.Act;
import org.renkei.kernel.meetings.Statement;
import org.renkei.meetings.Meetings.Folded;
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

/// The door of the meetings desk: call a meeting, say something of it, see its agenda, and print it.
@Service
public class MeetingDesk {
    /// Fields that name a record which all who are told have.
    static final List<String> RECORDS = List.of("record", "consultation");

    private final Meetings meetings;
    private final MeetingGuards guards;
    private final Promises promises;
    private final CoordinationRegister bodies;
    private final Addressing addressing;
    private final Named named;
    private final RecordDesk records;
    private final PartyRegister register;
    private final Sights sights;
    private final Showings showings;
    private final Documents documents;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String self;

    MeetingDesk(
            Meetings meetings,
            MeetingGuards guards,
            Promises promises,
            CoordinationRegister bodies,
            Addressing addressing,
            Named named,
            RecordDesk records,
            PartyRegister register,
            Sights sights,
            Showings showings,
            Documents documents,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock,
            NodeSettings settings) {
        this.meetings = meetings;
        this.guards = guards;
        this.promises = promises;
        this.bodies = bodies;
        this.addressing = addressing;
        this.named = named;
        this.records = records;
        this.register = register;
        this.sights = sights;
        this.showings = showings;
        this.documents = documents;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// As whom a caller sees them: the own nation, or the one that seats a liaison here.
    private String nation(Caller caller) {
        var person = caller.person();
        return person == null ? self : person.nation();
    }

    /// A liaison does not learn with whom this node has links.
    @Transactional(readOnly = true)
    public MeetingOptions options(Caller caller) {
        var liaison = sights.isLiaison(caller);
        var nations = register.listOthers().stream()
                .filter(party -> !liaison && !party.isSite() && register.isLinked(party.code()))
                .toList();
        return MeetingOptions.of(
                self,
                nations,
                bodies.bodiesFor(caller),
                latest(caller),
                promises.list(caller).values());
    }

    private List<Folded> latest(Caller caller) {
        return meetings.list(caller).stream()
                .sorted(Comparator.comparing(
                                (Folded one) -> one.whole().schedule().starts())
                        .reversed()
                        .thenComparing(one -> one.whole().id()))
                .toList();
    }

    /// Every meeting that the caller sees, the latest first.
    @Transactional
    public MeetingView.Agendas list(Caller caller) {
        var own = nation(caller);
        var now = clock.instant();
        var person = caller.person();
        var works = person == null ? List.<String>of() : List.copyOf(person.bodies());
        var all = latest(caller);
        showings.note(
                caller,
                "meetings",
                all.stream().map(one -> one.opening().record()).toList());
        return new MeetingView.Agendas(
                own,
                now,
                all.stream().map(one -> MeetingView.row(one, own, works, now)).toList());
    }

    /// Opening a meeting is written down as opening the record by which it was called.
    @Transactional
    public MeetingView.Page get(UUID id, Caller caller, Locale language) {
        var folded = find(id, caller);
        records.get(folded.opening().record(), caller);
        note(folded, "meeting", caller);
        return page(folded, caller, language);
    }

    private void note(Folded folded, String list, Caller caller) {
        showings.note(
                caller,
                list,
                folded.statements().stream().map(Statement::record).toList());
    }

    private MeetingView.Page page(Folded folded, Caller caller, Locale language) {
        return new MeetingPage(
                        folded,
                        meetings.before(folded, caller).orElse(null),
                        promises.list(caller),
                        record -> named.find(record, caller),
                        nation(caller),
                        clock.instant(),
                        language)
                .page(!sights.isLiaison(caller));
    }

    /// The agenda as a bilingual PDF with the label of all of it. That it was made is written down.
    @Transactional
    public byte[] agenda(UUID id, Caller caller, Locale language) {
        var folded = find(id, caller);
        note(folded, "agenda", caller);
        var page = page(folded, caller, language);
        var body = bodies.findFor(caller, page.body())
                .map(one -> new Words(one.nameEn(), one.nameJa()))
                .orElse(Words.same(page.body()));
        var paper = documents.pdf(AgendaPaper.of(page, body));
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "agenda-made",
                null,
                null,
                Map.of("meeting", id.toString(), "items", page.items().size(), "label", page.label()))));
        return paper;
    }

    /// Proposes a meeting to other nations.
    public MeetingView.Page call(JsonNode request, Caller caller, Locale language) {
        var mark = Addressing.mark();
        var id = Statement.meetingOf(self, mark);
        inTransaction(() -> say(id, mark, Act.CALL, request, caller, language));
        return inTransaction(() -> get(id, caller, language));
    }

    /// Says something of a meeting.
    public synchronized MeetingView.Page say(UUID id, JsonNode request, Caller caller, Locale language) {
        var act = Coded.find(Act.class, request.path("act").asString(""))
                .filter(one -> one != Act.CALL)
                .orElseThrow(() ->
                        Addressing.refusal("/act", "one of what may be said of a meeting", "会合について申述できるもののいずれかです"));
        inTransaction(() -> {
            var folded = find(id, caller);
            var first = folded.label(folded.opening().record());
            Addressing.requireSameExercise(first, request, "meeting", "会合");
            return say(id, Addressing.mark(), act, request, caller, language);
        });
        return inTransaction(() -> get(id, caller, language));
    }

    private UUID say(UUID id, String mark, Act act, JsonNode request, Caller caller, Locale language) {
        var body = addressing.body(request, mark, act.code()).put("meeting", id.toString());
        var brief = id.toString().substring(0, 8);
        body.putObject("title")
                .put("en", "Meeting " + brief + ": " + act.english())
                .put("ja", "会合 " + brief + "：" + act.japanese());
        Addressing.requireNone(guards.against((CborMap) Bodies.toCbor(body), caller));
        var shown = RECORDS.stream()
                .map(field -> body.path(field).asString(""))
                .filter(text -> !text.isBlank())
                .map(UUID::fromString)
                .toList();
        shown.forEach(record ->
                named.find(record, caller).ifPresent(one -> addressing.requireReached(one, request, caller, language)));
        addressing.say(Meetings.KIND, body, shown, request, caller, language);
        return id;
    }

    private Folded find(UUID id, Caller caller) {
        return meetings.find(id, caller)
                .orElseThrow(() ->
                        new Problem(Category.NOT_FOUND, "no meeting of that id is held here", "その ID の会合はここにありません"));
    }

    private <T> T inTransaction(Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came of it");
        }
        return result;
    }
}
