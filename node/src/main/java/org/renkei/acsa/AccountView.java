package org.renkei.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.renkei.acsa.BooksView.BalanceView;
import org.renkei.kernel.acsa.StatementOfAccount;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.ledger.Hash;

/// A statement of account as the API shows it, with this nation's books toward the partner beside it.
///
/// @param clearing what a netting has set off on one order and not yet on the other
/// @param net what `other` owes `one`; negative when `one` owes
public record AccountView(
        String one,
        String other,
        LocalDate from,
        LocalDate to,
        String label,
        List<Entry> entries,
        List<Net> net,
        List<Net> clearing,
        List<Unmatched> unmatched,
        List<BalanceView> books,
        String hash) {

    public record Entry(
            UUID order,
            String supplier,
            String requester,
            LocalDate on,
            String cause,
            String asset,
            String unit,
            long amount) {}

    public record Net(String asset, String unit, long amount) {}

    public record Unmatched(UUID order, String supplier, int delivery, LocalDate deliveredOn, String state) {}

    static AccountView of(StatementOfAccount account, Hash hash, String label, List<BalanceView> books) {
        return new AccountView(
                account.one(),
                account.other(),
                account.from(),
                account.to(),
                label,
                account.entries().stream()
                        .map(entry -> new Entry(
                                entry.order(),
                                entry.supplier(),
                                entry.requester(),
                                entry.on(),
                                entry.cause(),
                                entry.asset().code(),
                                entry.asset().unit(),
                                entry.amount()))
                        .toList(),
                figures(account.net()),
                figures(account.clearing()),
                account.unmatched().stream()
                        .map(open -> new Unmatched(
                                open.order(),
                                open.supplier(),
                                open.delivery(),
                                open.deliveredOn(),
                                open.state().code()))
                        .toList(),
                books,
                hash.hex());
    }

    private static List<Net> figures(SortedMap<Asset, Long> amounts) {
        var figures = new ArrayList<Net>();
        amounts.forEach((asset, amount) -> figures.add(new Net(asset.code(), asset.unit(), amount)));
        return figures;
    }
}
