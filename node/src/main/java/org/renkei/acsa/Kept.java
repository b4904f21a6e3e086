package org.renkei.acsa;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Commitment;
import org.renkei.kernel.acsa.Delivery;
import org.renkei.kernel.acsa.DeliveryState;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.Order.Told;
import org.renkei.kernel.acsa.followup.Ahead;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.books.Transfer;
import org.renkei.kernel.books.Transfer.Phase;

/// What is kept of one order beside its records: a function of its statements alone, seen as this nation, so that the
/// same records always come to the same rows.
///
/// @param circle the markings of its statements, see [Circles]
/// @param partner the other nation; empty where this one is no party
/// @param ahead what of it can still become due; null where nothing can
/// @param binding until when its commitments count; null for ever
record Kept(
        Order order,
        int circle,
        String label,
        String partner,
        @Nullable Ahead ahead,
        List<Commitment> commitments,
        @Nullable LocalDate binding,
        List<SetOff> offsets,
        List<Posting> postings) {

    /// One posting as it stands in the table, in the supplier's books.
    record Posting(
            UUID order,
            int place,
            int circle,
            String partner,
            boolean supplies,
            Asset asset,
            Account debit,
            Account credit,
            long amount,
            Phase phase,
            boolean reserved,
            String cause,
            LocalDate day) {}

    /// An amount that this nation has set off on a claim of its own.
    record SetOff(String authority, long amount) {}

    static Kept of(Order order, int circle, String label, String self) {
        var supplies = order.supplier().equals(self);
        var isParty = supplies || order.requester().equals(self);
        var partner = !isParty ? "" : supplies ? order.requester() : order.supplier();
        var offer = order.offer();
        var standing = !order.state().isOver()
                || order.deliveries().stream().anyMatch(one -> !one.offsets().isEmpty());
        return new Kept(
                order,
                circle,
                label,
                partner,
                standing ? Ahead.of(order) : null,
                isParty ? Commitment.of(order, self, LocalDate.MIN) : List.of(),
                order.agreed() || offer == null ? null : offer.date("validUntil"),
                supplies ? offsets(order, self) : List.of(),
                postings(order, circle, partner, supplies));
    }

    /// Whether anything of it can still become due.
    boolean standing() {
        return ahead != null;
    }

    private static List<SetOff> offsets(Order order, String self) {
        return order.told().stream()
                .filter(Told::fits)
                .map(Told::statement)
                .filter(said -> said.act() == Act.OFFSET && said.party().equals(self))
                .map(said -> new SetOff(said.text("authority"), said.number("amount")))
                .toList();
    }

    private static List<Posting> postings(Order order, int circle, String partner, boolean supplies) {
        var transfers = order.transfers();
        return IntStream.range(0, transfers.size())
                .mapToObj(place -> posting(order.id(), place, circle, partner, supplies, transfers.get(place)))
                .toList();
    }

    private static Posting posting(
            UUID order, int place, int circle, String partner, boolean supplies, Transfer transfer) {
        return new Posting(
                order,
                place,
                circle,
                partner,
                supplies,
                new Asset(
                        FoldBook.plain(transfer.asset().code()),
                        transfer.asset().unit()),
                transfer.debit(),
                transfer.credit(),
                transfer.amount(),
                transfer.phase(),
                transfer.pending() != null,
                transfer.cause(),
                transfer.on());
    }

    List<Delivery> unmatched() {
        return partner.isEmpty()
                ? List.of()
                : order.deliveries().stream()
                        .filter(one -> one.state() == DeliveryState.DELIVERED || one.state() == DeliveryState.DISPUTED)
                        .toList();
    }
}
