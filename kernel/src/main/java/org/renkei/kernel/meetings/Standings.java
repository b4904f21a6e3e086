package org.renkei.kernel.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.meetings.Proposal.Standing;

/// Proposals of one thing while the fold goes on: of all nations' proposals the newest that all agree to
/// counts.
final class Standings {
    private final List<Proposed> proposals = new ArrayList<>();
    private @Nullable Proposed agreed;

    private static final class Proposed {
        final Statement said;
        final Set<String> agreedBy = new TreeSet<>();
        final Map<String, Statement> objectedBy = new TreeMap<>();
        Standing standing = Standing.PROPOSED;

        Proposed(Statement said) {
            this.said = said;
            agreedBy.add(said.party());
        }

        Proposal closed() {
            return new Proposal(said, standing, agreedBy, objectedBy);
        }
    }

    /// A nation's newer proposal takes the place of its older one.
    void propose(Statement said) {
        proposals.stream()
                .filter(one ->
                        one.standing == Standing.PROPOSED && one.said.party().equals(said.party()))
                .forEach(one -> one.standing = Standing.OVERTAKEN);
        var next = new Proposed(said);
        proposals.add(next);
        settle(next);
    }

    void agree(UUID on, String party) {
        open(on).ifPresent(one -> {
            one.agreedBy.add(party);
            one.objectedBy.remove(party);
            settle(one);
        });
    }

    void object(UUID on, Statement said) {
        open(on).ifPresent(one -> {
            one.agreedBy.remove(said.party());
            one.objectedBy.put(said.party(), said);
        });
    }

    /// @return whether it was there to be taken back
    boolean withdraw(UUID on) {
        var found = open(on);
        found.ifPresent(one -> one.standing = Standing.WITHDRAWN);
        return found.isPresent();
    }

    private Optional<Proposed> open(UUID on) {
        return proposals.stream()
                .filter(one ->
                        one.standing == Standing.PROPOSED && one.said.record().equals(on))
                .findFirst();
    }

    private void settle(Proposed one) {
        if (!one.agreedBy.containsAll(one.said.to())) {
            return;
        }
        for (var older : proposals) {
            if (older == one) {
                break;
            }
            if (older.standing == Standing.PROPOSED) {
                older.standing = Standing.OVERTAKEN;
            }
        }
        one.standing = Standing.AGREED;
        agreed = one;
    }

    List<Proposal> all() {
        return proposals.stream().map(Proposed::closed).toList();
    }

    @Nullable
    Proposal agreed() {
        return agreed == null ? null : agreed.closed();
    }
}
