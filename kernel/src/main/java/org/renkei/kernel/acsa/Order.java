package org.renkei.kernel.acsa;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.books.Transfer;
import org.renkei.kernel.ledger.Hash;

/// An order between two nations as it follows from what both have said: the same at both, in whatever order the
/// statements came.
///
/// @param request what was asked for; its writer is the requester
/// @param offer the newest quote; the terms once the order is agreed
/// @param onward transfers to others than the two parties, asked for in this order
/// @param told statements in the order in which they count
/// @param waiting said after something that is not here, so that they do not count yet
/// @param bound how many of `told` both nations have closed over, be it that the order was opened again since
/// @param transfers postings in the supplier's books; the requester's are their mirror
/// @param hash of every statement that fits, closings aside
public record Order(
        UUID id,
        OrderState state,
        @Nullable Statement request,
        @Nullable Statement offer,
        boolean agreed,
        boolean restCancelled,
        List<Delivery> deliveries,
        List<Onward> onward,
        List<Told> told,
        List<Statement> waiting,
        List<String> closedBy,
        int bound,
        List<Transfer> transfers,
        Hash hash) {
    public Order {
        deliveries = List.copyOf(deliveries);
        onward = List.copyOf(onward);
        told = List.copyOf(told);
        waiting = List.copyOf(waiting);
        closedBy = List.copyOf(closedBy);
        transfers = List.copyOf(transfers);
    }

    /// A statement and why it does not fit; it fits when there is no objection.
    public record Told(Statement statement, List<Objection> objections) {
        public Told {
            objections = List.copyOf(objections);
        }

        public boolean fits() {
            return objections.isEmpty();
        }
    }

    /// Records of the statements that both nations have closed over with one hash: none of them is taken back.
    public Set<UUID> boundRecords() {
        return told.subList(0, bound).stream()
                .map(one -> one.statement().record())
                .collect(Collectors.toSet());
    }

    /// Empty texts while nothing was requested.
    public String requester() {
        return request == null ? "" : request.party();
    }

    public String supplier() {
        return request == null ? "" : request.text("supplier");
    }

    public ZoneId zone() {
        return ZoneId.of(request == null ? "UTC" : request.text("zone"));
    }

    /// The currency of the terms; empty before there is an offer.
    public String currency() {
        return offer == null ? "" : offer.text("currency");
    }

    /// Digests that no later statement names: what the next one comes after.
    public List<Hash> heads() {
        var named =
                told.stream().flatMap(one -> one.statement().after().stream()).toList();
        return told.stream()
                .map(one -> one.statement().digest())
                .filter(digest -> !named.contains(digest))
                .toList();
    }

    /// The number that the next statement of a side bears.
    public int nextNumber(String party) {
        return 1
                + told.stream()
                        .map(Told::statement)
                        .filter(statement -> statement.party().equals(party))
                        .mapToInt(Statement::number)
                        .max()
                        .orElse(0);
    }
}
