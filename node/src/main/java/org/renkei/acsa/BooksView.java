package org.renkei.acsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.books.Books;

/// Books as the API shows them.
public final class BooksView {
    private BooksView() {}

    public record BalanceView(String asset, String unit, String account, long posted, long pending) {}

    /// The supplier's books, or their mirror.
    static Books books(Order order, String self) {
        var books = Books.of(order.transfers());
        return order.supplier().equals(self) ? books : books.mirror();
    }

    static List<BalanceView> balances(Books books) {
        var views = new ArrayList<BalanceView>();
        books.trialBalance()
                .forEach((asset, accounts) -> accounts.forEach((account, balance) -> views.add(new BalanceView(
                        asset.code(),
                        asset.unit(),
                        account.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        balance.posted(),
                        balance.pending()))));
        return views;
    }
}
