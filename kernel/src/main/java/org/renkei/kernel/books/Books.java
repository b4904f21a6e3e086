package org.renkei.kernel.books;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renkei.kernel.books.Transfer.Phase;

/// One nation's books: transfers in order, and what follows from them. Every ledger sums to zero, and no reservation
/// is posted beyond its amount.
public final class Books {
    private final List<Transfer> transfers = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Long> reserved = new HashMap<>();
    private final SortedMap<Asset, Map<Account, Balance>> balances = new TreeMap<>();

    /// Debits less credits of one account.
    ///
    /// @param pending what is reserved beside it
    public record Balance(long posted, long pending) {
        static final Balance ZERO = new Balance(0, 0);

        Balance plus(long more, long morePending) {
            return new Balance(Math.addExact(posted, more), Math.addExact(pending, morePending));
        }
    }

    public static Books of(List<Transfer> transfers) {
        var books = new Books();
        transfers.forEach(books::add);
        return books;
    }

    /// @throws IllegalArgumentException for an id that is known, or a reservation that is not there or is used up
    public void add(Transfer transfer) {
        if (!ids.add(transfer.id())) {
            throw new IllegalArgumentException("posted twice: " + transfer.id());
        }
        var amount = transfer.amount();
        var pending = transfer.pending();
        if (transfer.phase() == Phase.PENDING) {
            reserved.put(transfer.id(), amount);
        } else if (pending != null) {
            var left = reserved.getOrDefault(pending, 0L);
            if (left < amount) {
                throw new IllegalArgumentException(pending + " has " + left + " left, not " + amount);
            }
            reserved.put(pending, left - amount);
        }
        var posted = transfer.phase() == Phase.POSTED ? amount : 0;
        var held = transfer.phase() == Phase.PENDING ? amount : pending == null ? 0 : -amount;
        move(transfer.asset(), transfer.debit(), posted, held);
        move(transfer.asset(), transfer.credit(), -posted, -held);
        transfers.add(transfer);
    }

    private void move(Asset asset, Account account, long posted, long pending) {
        balances.computeIfAbsent(asset, key -> new TreeMap<>())
                .merge(account, Balance.ZERO.plus(posted, pending), (one, more) -> one.plus(more.posted, more.pending));
    }

    public List<Transfer> transfers() {
        return List.copyOf(transfers);
    }

    /// What is left of a reservation.
    public long left(String pending) {
        return reserved.getOrDefault(pending, 0L);
    }

    public Balance balance(Asset asset, Account account) {
        return balances.getOrDefault(asset, Map.of()).getOrDefault(account, Balance.ZERO);
    }

    /// Every ledger with the balance of each account that was ever moved.
    public SortedMap<Asset, Map<Account, Balance>> trialBalance() {
        var copy = new TreeMap<Asset, Map<Account, Balance>>();
        balances.forEach((asset, accounts) -> copy.put(asset, new TreeMap<>(accounts)));
        return copy;
    }

    /// The partner's books of the same dealings.
    public Books mirror() {
        return of(transfers.stream().map(Transfer::mirror).toList());
    }
}
