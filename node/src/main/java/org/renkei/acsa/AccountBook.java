package org.renkei.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renkei.acsa.BooksView.BalanceView;
import org.renkei.acsa.BooksView.PartnerBalance;
import org.renkei.acsa.Kept.Posting;
import org.renkei.acsa.Orders.Folded;
import org.renkei.acsa.Orders.View;
import org.renkei.acsa.PostingBook.Sum;
import org.renkei.kernel.acsa.StatementOfAccount;
import org.renkei.kernel.acsa.StatementOfAccount.Entry;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.books.Books.Balance;
import org.renkei.kernel.books.Transfer.Phase;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// Statements of account and trial balances, from the postings of what is seen whole and from the orders that are seen
/// in part: the same figures as from folding every order.
@Component
class AccountBook {
    private final PostingBook postings;
    private final CommitmentBook commitments;
    private final String self;

    AccountBook(PostingBook postings, CommitmentBook commitments, NodeSettings settings) {
        this.postings = postings;
        this.commitments = commitments;
        this.self = settings.node().party();
    }

    StatementOfAccount account(View view, String partner, LocalDate from, LocalDate to) {
        var folded = view.cut().stream().map(Folded::order).toList();
        return kept(view.whole(), partner, from, to).and(StatementOfAccount.of(folded, self, partner, from, to));
    }

    private StatementOfAccount kept(List<Integer> circles, String partner, LocalDate from, LocalDate to) {
        var first = self.compareTo(partner) < 0 ? self : partner;
        var second = first.equals(self) ? partner : self;
        var entries = new ArrayList<Entry>();
        for (var one : postings.moves(partner, from, to, circles)) {
            var owed = StatementOfAccount.moved(one.debit(), one.credit(), one.amount(), Account.RECEIVABLE);
            var cleared = StatementOfAccount.moved(one.debit(), one.credit(), one.amount(), Account.NETTED);
            entry(one, partner, owed, one.cause(), entries);
            entry(one, partner, cleared, StatementOfAccount.CLEARING, entries);
        }
        var net = new TreeMap<Asset, Long>();
        var clearing = new TreeMap<Asset, Long>();
        for (var sum : postings.moved(partner, to, circles)) {
            var sign = (sum.supplies() ? self : partner).equals(first) ? 1 : -1;
            var owed = StatementOfAccount.moved(sum.debit(), sum.credit(), sum.amount(), Account.RECEIVABLE);
            var cleared = StatementOfAccount.moved(sum.debit(), sum.credit(), sum.amount(), Account.NETTED);
            net.merge(sum.asset(), sign * Math.addExact(owed, cleared), Math::addExact);
            clearing.merge(sum.asset(), sign * cleared, Math::addExact);
        }
        clearing.values().removeIf(amount -> amount == 0);
        return new StatementOfAccount(
                first,
                second,
                from,
                to,
                List.copyOf(entries),
                net,
                clearing,
                commitments.unmatched(partner, to, circles));
    }

    private void entry(Move one, String partner, long amount, String cause, List<Entry> entries) {
        if (amount != 0) {
            entries.add(new Entry(
                    one.order(),
                    one.supplies() ? self : partner,
                    one.supplies() ? partner : self,
                    one.day(),
                    cause,
                    one.asset(),
                    amount));
        }
    }

    /// This nation's books toward one partner, or toward each where it is empty, as they stand.
    List<PartnerBalance> balances(View view, String partner) {
        var books = new TreeMap<String, Map<Asset, Map<Account, Balance>>>();
        postings.sums(partner, view.whole()).forEach(sum -> add(books, sum));
        for (var folded : view.cut()) {
            var order = folded.order();
            var other = order.supplier().equals(self) ? order.requester() : order.supplier();
            if (!BooksView.isBetween(order, self, partner.isEmpty() ? other : partner)) {
                continue;
            }
            var own = BooksView.books(order, self).trialBalance();
            own.forEach((asset, accounts) -> accounts.forEach(
                    (account, balance) -> add(books, other, asset, account, balance.posted(), balance.pending())));
        }
        return views(books);
    }

    /// What the postings of one order come to in this nation's books.
    static List<BalanceView> balances(List<Posting> postings) {
        var books = new TreeMap<String, Map<Asset, Map<Account, Balance>>>();
        postings.forEach(one -> add(books, Sum.of(one)));
        return views(books).stream().map(PartnerBalance::balance).toList();
    }

    private static void add(Map<String, Map<Asset, Map<Account, Balance>>> books, Sum sum) {
        var debit = sum.supplies() ? sum.debit() : sum.credit().mirror();
        var credit = sum.supplies() ? sum.credit() : sum.debit().mirror();
        var held = sum.phase() == Phase.PENDING ? sum.amount() : sum.reserved() ? -sum.amount() : 0;
        var posted = sum.phase() == Phase.POSTED ? sum.amount() : 0;
        add(books, sum, debit, posted, held);
        add(books, sum, credit, -posted, -held);
    }

    private static void add(
            Map<String, Map<Asset, Map<Account, Balance>>> books, Sum sum, Account account, long posted, long held) {
        add(books, sum.partner(), sum.asset(), account, posted, held);
    }

    private static void add(
            Map<String, Map<Asset, Map<Account, Balance>>> books,
            String partner,
            Asset asset,
            Account account,
            long posted,
            long held) {
        books.computeIfAbsent(partner, key -> new TreeMap<>())
                .computeIfAbsent(asset, key -> new TreeMap<>())
                .merge(
                        account,
                        new Balance(posted, held),
                        (one, more) -> new Balance(
                                Math.addExact(one.posted(), more.posted()),
                                Math.addExact(one.pending(), more.pending())));
    }

    private static List<PartnerBalance> views(Map<String, Map<Asset, Map<Account, Balance>>> books) {
        var views = new ArrayList<PartnerBalance>();
        books.forEach((partner, assets) ->
                assets.forEach((asset, accounts) -> accounts.forEach((account, balance) -> views.add(new PartnerBalance(
                        partner,
                        asset.code(),
                        asset.unit(),
                        BooksView.code(account),
                        balance.posted(),
                        balance.pending())))));
        return views;
    }
}
