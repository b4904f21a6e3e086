package org.renkei.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.cases.Cases.Folded;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cases.Assistance;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.cases.Case;
import org.renkei.kernel.cases.CaseFold;
import org.renkei.kernel.cases.Duties;
import org.renkei.kernel.cases.Field;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cases.PhasePolicy;
import org.renkei.kernel.cases.Statement;
import org.renkei.kernel.cases.StatementReader;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.party.CoordinationRegister;
import org.renkei.party.PartyRegister;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// What speaks against a statement of this nation before it is stored: missing fields, what it answers, a
/// closed case, answers that are still owed, and this nation's own law on this day.
@Component
class CaseGuards {
    private static final Set<Duties.Kind> OWED =
            Set.of(Duties.Kind.INFORM, Duties.Kind.RESPOND, Duties.Kind.DECIDE, Duties.Kind.DELIVER);

    private final Cases cases;
    private final CoordinationRegister data;
    private final PartyRegister register;
    private final Clock clock;
    private final String self;

    CaseGuards(Cases cases, CoordinationRegister data, PartyRegister register, NodeSettings settings, Clock clock) {
        this.cases = cases;
        this.data = data;
        this.register = register;
        this.clock = clock;
        this.self = settings.node().party();
    }

    List<Objection> against(CborMap body, Caller writer) {
        var now = HybridTime.micros(clock.instant());
        var reading = StatementReader.read(new UUID(0, 0), self, new HybridTime(now, 0), body);
        var read = reading.statement();
        if (read == null) {
            return reading.objections();
        }
        var folded = cases.find(read.caseId(), writer);
        var held = folded.map(Folded::statements).orElse(List.of());
        var newest = held.stream().mapToLong(one -> one.time().micros()).max().orElse(0);
        var time = new HybridTime(Math.max(now, newest + 1), 0);
        var said = StatementReader.read(new UUID(0, 0), self, time, body).statement();
        if (said == null) {
            return List.of();
        }
        var objections = new ArrayList<>(CaseFold.against(held, said));
        said(said, held, objections);
        bodies(said, objections);
        level(said, objections);
        folded.ifPresent(one -> state(said, one.whole(), objections));
        return objections;
    }

    /// A record that was stored once is not changed afterwards: its mark is known.
    private void said(Statement said, List<Statement> held, List<Objection> objections) {
        if (held.stream().anyMatch(one -> one.party().equals(self) && one.mark().equals(said.mark()))) {
            objections.add(new Objection(
                    "/mark",
                    "this was said already: a statement is not changed, say something further",
                    "既に申述されています。申述は変更できません。続きを申述してください"));
        }
    }

    private void bodies(Statement said, List<Objection> objections) {
        said.act().fields().stream()
                .filter(field -> field.type() == Field.Type.BODY)
                .forEach(field -> said.text(field.name())
                        .filter(code -> data.find(code).isEmpty())
                        .ifPresent(code -> objections.add(new Objection(
                                "/" + field.name(), "no body " + code + " is known", "機関 " + code + " は登録されていません"))));
        said.mentions()
                .forEach(code -> data.find(code)
                        .ifPresentOrElse(
                                body -> mention(said, body, objections),
                                () -> objections.add(new Objection(
                                        "/mentions", "no body " + code + " is known", "機関 " + code + " は登録されていません"))));
    }

    /// Higher and lower are what this nation's register says, so that another's does not judge what was said.
    private void level(Statement said, List<Objection> objections) {
        var from = said.text("from").flatMap(data::find);
        var to = said.text("body").flatMap(data::find);
        if (from.isPresent() && to.isPresent()) {
            var objection = from.get().against(said.act(), to.get());
            if (objection != null) {
                objections.add(objection);
            }
        }
    }

    /// A body of which nobody is told would wait for nothing.
    private static void mention(Statement said, Body body, List<Objection> objections) {
        if (body.members().stream().noneMatch(one -> said.to().contains(one.party()))) {
            objections.add(new Objection(
                    "/mentions",
                    "no office of “" + body.nameEn() + "” is told this",
                    "「" + body.nameJa() + "」のどの部署にも伝えられません"));
        }
    }

    private void state(Statement said, Case whole, List<Objection> objections) {
        if (whole.state() == Case.State.CLOSED && !said.act().isAfterClosing()) {
            objections.add(new Objection(
                    "/act",
                    "the case is closed by all its nations: reopen it first, with a reason",
                    "事案は全当事国により終結しています。理由を付けて再開してください"));
        }
        if (said.act() == Act.CLOSE) {
            var owed = Duties.of(whole).stream()
                    .filter(duty -> duty.party().equals(self) && OWED.contains(duty.kind()))
                    .toList();
            if (!owed.isEmpty()) {
                objections.add(new Objection(
                        "/act",
                        self + " still owes " + owed.size()
                                + " answers or services in this case: see the list of duties",
                        "この事案で " + self + " に未回答・未履行のものが " + owed.size() + " 件あります（「なすべきこと」を参照）"));
            }
        }
        if (said.act() == Act.INVITE || said.act() == Act.ADMIT) {
            joins(said, whole, objections);
        }
        if (said.act() == Act.ASSENT) {
            whole.joining().stream()
                    .filter(one -> said.on().contains(one.said().record()))
                    .forEach(one -> reaches(one.party(), objections));
        }
        if (said.act() == Act.OFFER) {
            law(said, whole, objections);
        }
    }

    /// A nation joins when all who are in the case want it and can reach it: what concerns the whole case is
    /// told to all its nations.
    private void joins(Statement said, Case whole, List<Objection> objections) {
        var party = said.text("party").orElse("");
        if (whole.nations().contains(party)) {
            objections.add(new Objection("/party", party + " is in this case already", party + " は既にこの事案の当事国です"));
            return;
        }
        reaches(party, objections);
        var open = whole.joining().stream()
                .filter(one -> one.party().equals(party) && !one.isOver())
                .findFirst();
        if (said.act() == Act.INVITE && open.isPresent()) {
            objections.add(new Objection(
                    "/party", party + " is proposed already: assent to that", party + " の追加は既に提案されています。その提案に同意してください"));
        }
        if (said.act() == Act.ADMIT) {
            var all = new TreeSet<>(whole.nations());
            all.add(party);
            if (open.filter(one -> one.state() == Case.JoiningState.ASSENTED).isEmpty()) {
                objections.add(new Objection(
                        "/party",
                        "not all nations of this case have assented that " + party + " joins: propose it first",
                        party + " の追加に全当事国が同意していません。先に提案してください"));
            }
            if (!said.to().equals(all)) {
                objections.add(new Objection(
                        "/to",
                        "all nations of the case and the one that joins are told, and nobody else: "
                                + String.join(", ", all),
                        "全当事国と追加する国だけに伝えます: " + String.join(", ", all)));
            }
        }
    }

    private void reaches(String party, List<Objection> objections) {
        var known = register.listOthers().stream()
                .anyMatch(one -> one.code().equals(party) && !one.isSite() && register.isLinked(party));
        if (!known) {
            objections.add(new Objection(
                    "/party",
                    "this node has no link to " + party + ", so nothing of the case could be told to it",
                    party + " への接続がないため、事案を伝えることができません"));
        }
    }

    private void law(Statement offer, Case whole, List<Objection> objections) {
        var phase = CaseView.phaseFor(whole, self);
        var request = whole.asked().stream()
                .map(Case.Asked::said)
                .filter(one -> one.act() == Act.REQUEST && offer.on().contains(one.record()))
                .findFirst();
        if (phase != null && request.isPresent()) {
            var category = request.get().choice("category", Assistance.class);
            PhasePolicy.against(data.policies(), self, phase, category, clock.instant())
                    .ifPresent(objections::add);
        }
    }
}
