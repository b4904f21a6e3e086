package org.renkei.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.cases.Cases.Folded;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cases.BusinessClock;
import org.renkei.kernel.cases.Statement;
import org.renkei.party.CoordinationRegister;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.release.Addressing;
import org.renkei.release.DecisionView;
import org.renkei.release.RecordDesk;
import org.renkei.release.ReleaseDesk;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The door of the coordination desk: open a case, say something in it, confirm receipt, and see what is to
/// be done.
@Service
public class CaseDesk {
    private static final int MOST_HOURS = 1_000;
    private static final int NEWEST = 200;
    private static final int MOST_STATEMENTS = 10_000;

    private final Cases cases;
    private final CoordinationRegister data;
    private final CaseSpeech speech;
    private final Seats seats;
    private final ReleaseDesk releases;
    private final RecordDesk records;
    private final PartyRegister register;
    private final Sights sights;
    private final Showings showings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json;
    private final String self;

    CaseDesk(
            Cases cases,
            CoordinationRegister data,
            CaseSpeech speech,
            Seats seats,
            ReleaseDesk releases,
            RecordDesk records,
            PartyRegister register,
            Sights sights,
            Showings showings,
            AuditLog audit,
            TransactionTemplate transaction,
            NodeSettings settings,
            Clock clock,
            JsonMapper json) {
        this.cases = cases;
        this.data = data;
        this.speech = speech;
        this.seats = seats;
        this.releases = releases;
        this.records = records;
        this.register = register;
        this.sights = sights;
        this.showings = showings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
        this.self = settings.node().party();
    }

    /// As whom a caller sees cases: the own nation, or the one that seats a liaison here.
    String nation(Caller caller) {
        var person = caller.person();
        return person == null ? self : person.nation();
    }

    /// A liaison does not learn with whom this node has links.
    public CaseOptions options(Caller caller) {
        var liaison = sights.isLiaison(caller);
        var nations = register.listOthers().stream()
                .filter(party -> !liaison && !party.isSite() && register.isLinked(party.code()))
                .toList();
        return CaseOptions.of(
                self,
                nations,
                data.bodiesFor(caller),
                data.policiesFor(nation(caller)),
                seats.of(caller.getName()),
                clock.instant());
    }

    /// Every case that the caller sees; the open ones first, and of these the one with the newest
    /// statement. That they stood on the list is written down of the first statement that the caller sees
    /// of each.
    @Transactional
    public List<CaseView.Row> list(Caller caller) {
        var now = clock.instant();
        var unseen = cases.unseen(caller.getName());
        var all = cases.list(caller);
        showings.note(caller, "cases", first(all));
        return all.stream()
                .map(folded -> CaseView.row(folded, nation(caller), data, unseen, now))
                .sorted(Comparator.comparing(CaseView.Row::isClosed)
                        .thenComparing(CaseView.Row::newest, Comparator.reverseOrder()))
                .toList();
    }

    static List<UUID> shown(CaseView.Page page) {
        return page.statements().stream().map(PageView.StatementView::record).toList();
    }

    private static List<UUID> first(List<Folded> all) {
        return all.stream().map(Folded::first).toList();
    }

    /// How every case stands that the caller sees.
    ///
    /// @param asked statements that are to be told
    @Transactional
    public List<CaseStanding> standings(Caller caller, Predicate<UUID> asked) {
        var now = clock.instant();
        var all = cases.list(caller);
        showings.note(caller, "cases", first(all));
        return all.stream()
                .map(folded -> CaseStanding.of(folded, nation(caller), data, asked, now))
                .toList();
    }

    /// How one case stands, without the statements themselves.
    ///
    /// @throws Problem where the caller sees none of that id
    @Transactional
    public CaseStanding standing(UUID id, Caller caller) {
        var folded = find(id, caller);
        showings.note(caller, "cases", first(List.of(folded)));
        return CaseStanding.of(folded, nation(caller), data, record -> false, clock.instant());
    }

    /// Opening a case is written down as opening its first record, and of the other statements that they
    /// were shown.
    @Transactional
    public CaseView.Page get(UUID id, Caller caller, Locale language) {
        return get(id, NEWEST, caller, language);
    }

    /// @param newest how many statements are wanted; 1 to 10,000
    @Transactional
    public CaseView.Page get(UUID id, int newest, Caller caller, Locale language) {
        if (newest < 1 || newest > MOST_STATEMENTS) {
            throw Addressing.refusal(
                    "/newest", "1 to " + MOST_STATEMENTS + " statements", "1〜" + MOST_STATEMENTS + " 件です");
        }
        var folded = find(id, caller);
        var opening = folded.whole().opening();
        if (opening != null) {
            records.get(opening.record(), caller);
        }
        var page = page(folded, newest, clock.instant(), !sights.isLiaison(caller), caller, language);
        showings.note(caller, "case", shown(page));
        return page;
    }

    CaseView.Page page(Folded folded, int newest, Instant now, boolean maySpeak, Caller caller, Locale language) {
        var unseen = cases.unseen(caller.getName(), folded.whole().id());
        var view = new PageView(folded, nation(caller), data, unseen, newest, now, language);
        return view.page(maySpeak, records -> arrivals(records, folded.whole().nations(), caller, language));
    }

    private Map<UUID, List<DecisionView>> arrivals(
            Collection<UUID> records, Collection<String> nations, Caller caller, Locale language) {
        var arrivals = new HashMap<UUID, List<DecisionView>>();
        releases.releases(records, nations, caller, language)
                .forEach((record, decisions) -> arrivals.put(
                        record,
                        decisions.stream().filter(DecisionView::arrivesWhole).toList()));
        return arrivals;
    }

    /// What has to be done, by whom and until when, and what is new.
    @Transactional
    public InboxView inbox(Caller caller) {
        var name = caller.getName();
        var taken = seats.of(name);
        var all = cases.list(caller);
        showings.note(caller, "cases", first(all));
        return InboxView.of(
                all, nation(caller), data, taken, bodies(taken, caller), cases.unseen(name), clock.instant());
    }

    private static List<String> bodies(List<String> taken, Caller caller) {
        var bodies = new TreeSet<>(taken);
        if (caller.person() != null) {
            bodies.addAll(caller.person().bodies());
        }
        return List.copyOf(bodies);
    }

    /// Opens a case between nations.
    public CaseView.Page open(JsonNode request, Caller caller, Locale language) {
        var mark = Addressing.mark();
        var id = Statement.caseOf(self, mark);
        speech.say(id, mark, Act.OPEN, request, caller, language);
        return inTransaction(() -> get(id, caller, language));
    }

    /// Says something in a case.
    public synchronized CaseView.Page say(UUID id, JsonNode request, Caller caller, Locale language) {
        var act = Act.find(request.path("act").asString(""))
                .filter(one -> one != Act.OPEN)
                .orElseThrow(() ->
                        Addressing.refusal("/act", "one of what may be said in this case", "この事案で申述できるもののいずれかです"));
        inTransaction(() -> {
            exercise(find(id, caller), request);
            speech.say(id, Addressing.mark(), act, request, caller, language);
            return id;
        });
        return inTransaction(() -> get(id, caller, language));
    }

    private static void exercise(Folded folded, JsonNode request) {
        var opening = folded.whole().opening();
        if (opening != null) {
            folded.label(opening.record())
                    .ifPresent(first -> Addressing.requireSameExercise(first, request, "case", "事案"));
        }
    }

    /// Confirms to the writers that their statements were read, or that the nation has taken note of them.
    ///
    /// @param named those; when there are none, all of partners that are not confirmed yet
    public synchronized CaseView.Page receive(
            UUID id, Act.Receipt receipt, Set<UUID> named, Caller caller, Locale language) {
        inTransaction(() -> {
            var folded = find(id, caller);
            var byWriter = new TreeMap<String, List<UUID>>();
            folded.whole().told().stream()
                    .filter(one -> one.fits() && !one.statement().party().equals(self))
                    .map(one -> one.statement())
                    .filter(one -> one.to().contains(self) && one.act() != Act.RECEIPT)
                    .filter(one -> named.isEmpty()
                            ? !folded.whole().isReceivedBy(self, one.record())
                            : named.contains(one.record()))
                    .forEach(one -> byWriter.computeIfAbsent(one.party(), key -> new ArrayList<>())
                            .add(one.record()));
            if (byWriter.isEmpty()) {
                throw Addressing.refusal("/on", "there is nothing to confirm", "確認するものがありません");
            }
            byWriter.forEach((writer, on) -> receive(folded, receipt, writer, on, caller, language));
            return id;
        });
        return inTransaction(() -> get(id, caller, language));
    }

    private void receive(
            Folded folded, Act.Receipt receipt, String writer, List<UUID> on, Caller caller, Locale language) {
        var label = folded.labels(on).orElseThrow().saidTo(Set.of(self, writer));
        var request = json.createObjectNode().put("label", label.text());
        request.putArray("to").add(self).add(writer);
        var fields = request.putObject("fields").put("receipt", receipt.code());
        var named = fields.putArray("on");
        on.forEach(record -> named.add(record.toString()));
        speech.say(folded.whole().id(), Addressing.mark(), Act.RECEIPT, request, caller, language);
    }

    /// Where somebody has the watch: whose work their inbox shows.
    @Transactional
    public InboxView sit(List<String> bodies, Caller caller) {
        var unknown = bodies.stream().filter(code -> data.find(code).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw Addressing.refusal("/bodies", "nobody knows " + unknown, unknown + " は登録されていません");
        }
        seats.take(caller.getName(), new LinkedHashSet<>(bodies));
        audit.append(List.of(new AuditEvent(
                caller.getName(), "case-watch-taken", null, null, Map.of("bodies", String.join(", ", bodies)))));
        return inbox(caller);
    }

    /// Somebody has seen these.
    @Transactional
    public void see(UUID id, Collection<UUID> statements, Caller caller) {
        var here = find(id, caller).parts().keySet();
        cases.see(caller.getName(), statements.stream().filter(here::contains).toList(), clock.instant());
    }

    /// When so many working hours have passed for the offices of these nations at a body.
    public DeadlineView deadline(String code, int hours, Collection<String> nations, Caller caller) {
        var body = data.findFor(caller, code)
                .orElseThrow(() -> Addressing.refusal("/body", "no such body is known", "その機関は登録されていません"));
        if (hours < 1 || hours > MOST_HOURS) {
            throw Addressing.refusal("/hours", "1 to " + MOST_HOURS + " hours", "1〜" + MOST_HOURS + " 時間です");
        }
        var now = clock.instant();
        var members = body.members().stream()
                .filter(one -> nations.isEmpty() || nations.contains(one.party()))
                .toList();
        var clocks = members.stream().map(one -> one.clock()).toList();
        var work = Duration.ofHours(hours);
        var due = clocks.isEmpty() ? now.plus(work) : BusinessClock.after(clocks, now, work);
        return DeadlineView.of(now, due, members);
    }

    Folded find(UUID id, Caller caller) {
        return cases.find(id, caller)
                .orElseThrow(
                        () -> new Problem(Category.NOT_FOUND, "no case of that id is held here", "その ID の事案はここにありません"));
    }

    private <T> T inTransaction(Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came of it");
        }
        return result;
    }
}
