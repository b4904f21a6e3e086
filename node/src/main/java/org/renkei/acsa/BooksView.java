package org.renkei.acsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Books;

/// Books as the API shows them.
public final class BooksView {
    private BooksView() {}

    public record BalanceView(String asset, String unit, String account, long posted, long pending) {}

    /// One balance of the books toward a partner.
    public record PartnerBalance(String partner, String asset, String unit, String account, long posted, long pending) {
        BalanceView balance() {
            return new BalanceView(asset, unit, account, posted, pending);
        }
    }

    /// The books toward every partner.
    ///
    /// @param balanced whether every ledger sums to zero
    public record TrialBalance(String label, List<PartnerBalance> balances, boolean balanced) {}

    static String code(Account account) {
        return account.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isBetween(Order order, String one, String other) {
        return order.requester().equals(one) && order.supplier().equals(other)
                || order.requester().equals(other) && order.supplier().equals(one);
    }

    /// The supplier's books, or their mirror.
    static Books books(Order order, String self) {
        var books = Books.of(order.transfers());
        return order.supplier().equals(self) ? books : books.mirror();
    }

    static List<BalanceView> balances(Books books) {
        var views = new ArrayList<BalanceView>();
        books.trialBalance()
                .forEach((asset, accounts) -> accounts.forEach((account, balance) -> views.add(new BalanceView(
                        asset.code(), asset.unit(), code(account), balance.posted(), balance.pending()))));
        return views;
    }
}
