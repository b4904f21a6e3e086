package org.renkei.commitments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.commitments.Commitments.Folded;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Field;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.commitments.Act;
import org.renkei.kernel.commitments.Commitment;
import org.renkei.kernel.commitments.CommitmentFold;
import org.renkei.kernel.commitments.State;
import org.renkei.kernel.commitments.Statement;
import org.renkei.party.CoordinationRegister;
import org.renkei.party.PartyRegister;
import org.renkei.release.Named;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// What speaks against a statement of this nation before it is stored: missing fields, what it answers,
/// what has been agreed meanwhile, evidence that is missing or that its readers could not have.
@Component
class CommitmentGuards {
    private final Commitments commitments;
    private final CoordinationRegister bodies;
    private final PartyRegister register;
    private final Named named;
    private final Clock clock;
    private final String self;

    CommitmentGuards(
            Commitments commitments,
            CoordinationRegister bodies,
            PartyRegister register,
            Named named,
            NodeSettings settings,
            Clock clock) {
        this.commitments = commitments;
        this.bodies = bodies;
        this.register = register;
        this.named = named;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// Everything that does, in both languages.
    List<Objection> against(CborMap body, Caller writer) {
        var now = HybridTime.micros(clock.instant());
        var reading = read(body, now);
        var read = reading.statement();
        if (read == null) {
            return reading.objections();
        }
        var folded = commitments.find(read.commitment(), writer);
        var held = folded.map(Folded::statements).orElse(List.of());
        var newest = held.stream().mapToLong(one -> one.time().micros()).max().orElse(0);
        var said = read(body, Math.max(now, newest + 1)).statement();
        if (said == null) {
            return List.of();
        }
        var objections = new ArrayList<>(CommitmentFold.against(held, said));
        if (held.stream().anyMatch(one -> one.party().equals(self) && one.mark().equals(said.mark()))) {
            objections.add(new Objection(
                    "/mark",
                    "this was said already: a statement is not changed, say something further",
                    "既に申述されています。申述は変更できません。続きを申述してください"));
        }
        bodies(said, objections);
        day(said, objections);
        folded.ifPresent(one -> state(said, one.whole(), objections));
        said.id("by").ifPresent(id -> successor(said, id, writer, objections));
        for (var field : List.of("minutes", "record")) {
            said.id(field).ifPresent(id -> objections.addAll(named.against(field, id, said.to(), writer)));
        }
        return objections;
    }

    private Statement.Reading read(CborMap body, long micros) {
        return Statement.read(new UUID(0, 0), self, new HybridTime(micros, 0), body);
    }

    private void bodies(Statement said, List<Objection> objections) {
        said.act().fields().stream()
                .filter(field -> field.type() == Field.Type.BODY)
                .forEach(field -> said.text(field.name())
                        .filter(code -> bodies.find(code).isEmpty())
                        .ifPresent(code -> objections.add(new Objection(
                                "/" + field.name(), "no body " + code + " is known", "機関 " + code + " は登録されていません"))));
    }

    private void day(Statement said, List<Objection> objections) {
        said.day("held")
                .filter(day -> day.isAfter(register.today()))
                .ifPresent(day -> objections.add(new Objection(
                        "/held",
                        "nothing was promised at a meeting that is still to come",
                        "まだ開かれていない会合では何も約束されていません")));
    }

    private static void state(Statement said, Commitment whole, List<Objection> objections) {
        whole.proposals().stream()
                .filter(one ->
                        said.on().contains(one.said().record()) && one.standing() != Commitment.Standing.PROPOSED)
                .findFirst()
                .ifPresent(one -> objections.add(closed(one.standing())));
        var proof = whole.evidence().stream().anyMatch(one -> one.to().equals(whole.nations()));
        if (said.act() == Act.STATE && said.text("state").equals(Optional.of(State.MET.code())) && !proof) {
            objections.add(new Objection(
                    "/state",
                    "nothing shows that it was met: say first which document or record does, to all nations",
                    "達成を示すものがありません。先に裏付け資料（文書または記録）を全当事国に申述してください"));
        }
    }

    private static Objection closed(Commitment.Standing standing) {
        return standing == Commitment.Standing.AGREED
                ? new Objection("/on", "all have agreed to it: propose another state", "全当事国が合意済みです。別の状態を提案してください")
                : new Objection(
                        "/on",
                        "it was withdrawn, or a newer proposal took its place: answer that one",
                        "取り下げられたか、新しい提案に置き換えられています。新しい提案に答えてください");
    }

    /// What takes its place is known to all who learn of it.
    private void successor(Statement said, UUID id, Caller writer, List<Objection> objections) {
        var nations = commitments.find(id, writer).map(one -> one.whole().nations());
        if (nations.isEmpty()) {
            objections.add(new Objection("/by", "no commitment of that id is held here", "その ID の約束事項はここにありません"));
        } else if (!nations.get().containsAll(said.to())) {
            var blind = new TreeSet<>(said.to());
            blind.removeAll(nations.get());
            objections.add(new Objection(
                    "/by",
                    String.join(", ", blind) + " is no party to the commitment that takes its place",
                    String.join(", ", blind) + " は、これに代わる約束事項の当事国ではありません"));
        }
    }
}
