package org.renkei.kernel.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cases.Said;
import org.renkei.kernel.cases.SaidOrder;
import org.renkei.kernel.commitments.Commitment.Proposal;
import org.renkei.kernel.commitments.Commitment.Standing;
import org.renkei.kernel.commitments.Commitment.Told;

/// From statements to a [Commitment]. A statement that does not fit changes nothing and is kept with every
/// reason why.
public final class CommitmentFold {
    private final Statement opening;
    private final List<Told> told = new ArrayList<>();
    private final Map<UUID, Told> judged = new HashMap<>();
    private final List<Proposed> proposals = new ArrayList<>();
    private final Map<String, Statement> owners = new TreeMap<>();
    private final List<Statement> evidence = new ArrayList<>();
    private final Set<UUID> withdrawn = new HashSet<>();
    private @Nullable Proposed agreed;
    private LocalDate due;

    /// A proposal while the fold goes on.
    private static final class Proposed {
        final Statement said;
        final Set<String> agreedBy = new TreeSet<>();
        final Map<String, Statement> objectedBy = new TreeMap<>();
        Standing standing = Standing.PROPOSED;

        Proposed(Statement said) {
            this.said = said;
            agreedBy.add(said.party());
        }
    }

    private CommitmentFold(Statement opening) {
        this.opening = opening;
        this.due = opening.day("due").orElse(LocalDate.MAX);
    }

    /// @param statements of one commitment, in any order of arrival, each once or more often
    public static Commitment fold(UUID id, Collection<Statement> statements) {
        var order = SaidOrder.of(statements);
        var opening = order.counted().stream()
                .filter(one -> one.act() == Act.RECORD
                        && Statement.commitmentOf(one.party(), one.mark()).equals(id))
                .findFirst();
        if (opening.isEmpty()) {
            var all = new ArrayList<>(order.counted());
            all.addAll(order.waiting());
            all.sort(Said.BY_TIME);
            return new Commitment(
                    id, null, Set.of(), List.of(), all, List.of(), null, LocalDate.MAX, Map.of(), List.of());
        }
        var fold = new CommitmentFold(opening.get());
        order.counted().forEach(fold::tell);
        return fold.whole(id, order.waiting());
    }

    /// What speaks against a statement that is not said yet, where all of these are held.
    public static List<Objection> against(Collection<Statement> held, Statement next) {
        var all = new ArrayList<>(held);
        all.add(next);
        return fold(next.commitment(), all).told().stream()
                .filter(one -> one.statement().equals(next))
                .findFirst()
                .map(Told::objections)
                .orElseGet(() -> List.of(SaidOrder.wouldWait(held, next)));
    }

    private void tell(Statement said) {
        var one = new Told(said, new Judge(opening, judged).objections(said));
        told.add(one);
        judged.put(said.record(), one);
        if (!one.fits()) {
            return;
        }
        switch (said.act()) {
            case RECORD -> {
                owners.put(said.party(), said);
                proposals.add(new Proposed(said));
            }
            case OWNER -> owners.put(said.party(), said);
            case STATE -> propose(said);
            case AGREE -> open(said).forEach(proposal -> agree(proposal, said.party()));
            case OBJECT ->
                open(said).forEach(proposal -> {
                    proposal.agreedBy.remove(said.party());
                    proposal.objectedBy.put(said.party(), said);
                });
            case WITHDRAW -> {
                open(said).forEach(proposal -> proposal.standing = Standing.WITHDRAWN);
                withdrawn.addAll(said.on());
            }
            case EVIDENCE -> evidence.add(said);
            case NOTE -> {}
        }
    }

    /// A nation's newer proposal takes the place of its older one; the record of the commitment stays to be
    /// agreed to.
    private void propose(Statement said) {
        proposals.stream()
                .filter(one -> one.standing == Standing.PROPOSED
                        && one.said.act() == Act.STATE
                        && one.said.party().equals(said.party()))
                .forEach(one -> one.standing = Standing.OVERTAKEN);
        proposals.add(new Proposed(said));
    }

    private List<Proposed> open(Statement said) {
        return proposals.stream()
                .filter(one -> one.standing == Standing.PROPOSED && said.on().contains(one.said.record()))
                .toList();
    }

    private void agree(Proposed proposal, String party) {
        proposal.agreedBy.add(party);
        proposal.objectedBy.remove(party);
        if (!proposal.agreedBy.containsAll(opening.to())) {
            return;
        }
        for (var older : proposals) {
            if (older == proposal) {
                break;
            }
            if (older.standing == Standing.PROPOSED) {
                older.standing = Standing.OVERTAKEN;
            }
        }
        proposal.standing = Standing.AGREED;
        agreed = proposal;
        due = proposal.said.day("due").orElse(due);
    }

    private Commitment whole(UUID id, List<Statement> waiting) {
        var all = proposals.stream().map(CommitmentFold::closed).toList();
        var last = agreed;
        return new Commitment(
                id,
                opening,
                opening.to(),
                told,
                waiting,
                all,
                last == null ? null : closed(last),
                due,
                owners,
                evidence.stream()
                        .filter(one -> !withdrawn.contains(one.record()))
                        .toList());
    }

    private static Proposal closed(Proposed one) {
        return new Proposal(one.said, one.said.state(), one.standing, one.agreedBy, one.objectedBy);
    }
}
