package org.renkei.acsa.paper;

import static org.renkei.acsa.paper.PaperWords.amount;
import static org.renkei.acsa.paper.PaperWords.number;
import static org.renkei.acsa.paper.PaperWords.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.renkei.documents.Block;
import org.renkei.documents.Block.Box;
import org.renkei.documents.Block.Column;
import org.renkei.documents.Block.Seal;
import org.renkei.documents.Document;
import org.renkei.documents.Words;
import org.renkei.kernel.acsa.StatementOfAccount;
import org.renkei.kernel.acsa.StatementOfAccount.Entry;
import org.renkei.kernel.acsa.StatementOfAccount.Unmatched;
import org.renkei.kernel.books.Asset;

/// The statement of account of two nations for a period: net figures, what is not matched, and the gross
/// list. It holds nothing but what both nations hold, so that the other side can print the same.
public final class AccountPaper {
    private static final Words NONE = words("None.", "ありません。");

    private final StatementOfAccount account;

    private AccountPaper(StatementOfAccount account) {
        this.account = account;
    }

    /// @param label of all orders in it together
    public static Document of(StatementOfAccount account, String label, Instant made) {
        return new Document(
                words("Supplies and services: statement of account", "物品役務　計算書"),
                words(
                        "What both nations have said, gross. A net figure is information: netting settles nothing without an"
                                + " authority.",
                        "両国の申述に基づく総額表示です。差引額は参考情報であり、権限のない相殺は決済になりません。"),
                label,
                "ACSA %s–%s %s – %s".formatted(account.one(), account.other(), account.from(), account.to()),
                made,
                new AccountPaper(account).blocks());
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        var orders = account.entries().stream().map(Entry::order).distinct().count();
        blocks.add(new Block.Boxes(
                6,
                List.of(
                        new Box(words("Between", "当事国"), account.one() + " – " + account.other()),
                        new Box(words("Period", "期間"), account.from() + " – " + account.to(), 3),
                        new Box(
                                words("Entries", "記載件数"),
                                number(account.entries().size())),
                        new Box(words("Orders", "オーダー数"), number(orders)),
                        new Box(
                                words("Hash, the same for both nations", "ハッシュ（両国で同一）"),
                                account.hash().hex(),
                                4))));
        blocks.add(new Block.Heading(words("Net on the last day", "期末の差引額")));
        blocks.add(figures(account.net()));
        if (!account.clearing().isEmpty()) {
            blocks.add(new Block.Heading(
                    words("In clearing: set off on one order, not yet on the other", "清算中（片方のみ相殺済み）")));
            blocks.add(figures(account.clearing()));
        }
        blocks.add(new Block.Heading(words("Not matched", "未照合")));
        blocks.add(unmatched());
        blocks.add(new Block.Heading(words("Gross list", "総額一覧")));
        blocks.add(gross());
        blocks.add(new Block.Seals(List.of(new Seal(
                words("This statement", "この計算書"),
                List.of(
                        "相手国の計算書の同じ期間のハッシュと一致することを確認してください。",
                        "Hold it against the hash of the other nation's statement for the same period."),
                "RENKEI:ACCOUNT:%s:%s:%s:%s:%s"
                        .formatted(
                                account.one(),
                                account.other(),
                                account.from(),
                                account.to(),
                                account.hash().hex())))));
        blocks.add(new Block.Signatures(List.of(
                words("For " + account.one(), account.one() + " 側"),
                words("For " + account.other(), account.other() + " 側"))));
        return blocks;
    }

    private Block figures(SortedMap<Asset, Long> figures) {
        var columns = List.of(
                new Column(words("Who owes", "債務国"), 1),
                new Column(words("To whom", "債権国"), 1),
                new Column(words("Amount or quantity", "金額・数量"), 3, true));
        var rows = new ArrayList<List<String>>();
        figures.forEach((asset, figure) -> {
            var even = figure == 0;
            var debtor = figure > 0 ? account.other() : account.one();
            var creditor = figure > 0 ? account.one() : account.other();
            rows.add(List.of(even ? "–" : debtor, even ? "–" : creditor, amount(Math.abs(figure), asset)));
        });
        return new Block.Table(columns, rows, NONE);
    }

    private Block unmatched() {
        var columns = List.of(
                new Column(words("Order", "オーダー"), 5),
                new Column(words("Supplier", "提供国"), 1),
                new Column(words("Delivery", "引渡し"), 1),
                new Column(words("Delivered on", "引渡し日"), 2),
                new Column(words("State", "状態"), 3));
        var rows = account.unmatched().stream().map(AccountPaper::row).toList();
        return new Block.Table(columns, rows, words("Everything delivered is matched.", "引渡しはすべて照合済みです。"));
    }

    private static List<String> row(Unmatched open) {
        return List.of(
                open.order().toString(),
                open.supplier(),
                number(open.delivery()),
                open.deliveredOn().toString(),
                open.state().japanese() + " " + open.state().code());
    }

    private Block gross() {
        var columns = List.of(
                new Column(words("Day", "日付"), 11),
                new Column(words("Order", "オーダー"), 38),
                new Column(words("Supplier, receiver", "提供国・受領国"), 14),
                new Column(words("Cause", "事由"), 16),
                new Column(words("Added to what the receiver owes", "受領国の債務の増減"), 21, true));
        return new Block.Table(
                columns, account.entries().stream().map(AccountPaper::row).toList(), NONE);
    }

    private static List<String> row(Entry entry) {
        return List.of(
                entry.on().toString(),
                entry.order().toString(),
                entry.supplier() + " → " + entry.requester(),
                PaperWords.cause(entry.cause()),
                amount(entry.amount(), entry.asset()));
    }
}
