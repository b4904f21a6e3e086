package org.renkei.acsa.paper;

import static org.renkei.acsa.paper.PaperWords.money;
import static org.renkei.acsa.paper.PaperWords.number;
import static org.renkei.acsa.paper.PaperWords.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.supply.SupplyClasses;
import org.renkei.documents.Block;
import org.renkei.documents.Block.Box;
import org.renkei.documents.Block.Column;
import org.renkei.documents.Document;
import org.renkei.documents.Words;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.CostElement;
import org.renkei.kernel.acsa.Delivery;
import org.renkei.kernel.acsa.Delivery.Item;
import org.renkei.kernel.acsa.Line;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.Terms.Settlement;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.ledger.LedgerPlace;

/// Order, receipt and invoice on one form, from what both nations have said. Each statement that binds
/// somebody bears its place in the ledger, so that a paper can be held against the record.
public final class OrderPaper {
    static final Words NONE = words("None yet.", "まだありません。");

    private final Order order;
    private final Statement request;

    private OrderPaper(Order order) {
        this.order = order;
        this.request = Objects.requireNonNull(order.request());
    }

    /// @param order one that was requested, as the reader sees it
    /// @param label of everything in it together
    /// @param places of records, as far as the reader may know them
    public static Document of(Order order, String label, Map<UUID, LedgerPlace> places, Instant made) {
        return new Document(
                words("Supplies and services: order, receipt and invoice", "物品役務　オーダー・受領・請求　統合票"),
                words(
                        "One form for order, receipt and invoice, which is the purpose of the CC-35. It is not the official"
                                + " form, and no substitute for it where one is required.",
                        "オーダー・受領・請求を一枚にまとめた帳票です（CC-35 と同じ目的）。公式様式ではなく、" + "公式様式が必要な場合の代わりにはなりません。"),
                label,
                "ACSA " + order.id(),
                made,
                new OrderPaper(order).blocks(new PlacedStatements(order.told(), places)));
    }

    private List<Block> blocks(PlacedStatements said) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(words("Order", "A　オーダー")));
        blocks.add(new Block.Boxes(4, boxes()));
        blocks.add(lines());
        costs().ifPresent(blocks::add);
        blocks.add(new Block.Heading(words("Issue and receipt", "B　払出し・受領")));
        blocks.add(items());
        blocks.add(new Block.Heading(words("Claim, invoice and settlement", "C　請求・決済")));
        blocks.add(settlements());
        blocks.add(new Block.Heading(words("What both nations said", "D　両国の申述")));
        blocks.add(said.table());
        said.remarks().ifPresent(blocks::add);
        blocks.add(new Block.Heading(words("Places in the ledger", "E　開示台帳での位置")));
        blocks.add(new Block.Paragraph(words(
                "Enter a code at the screen of ledgers or of statements of account of either nation: it says whether that statement stands there.",
                "いずれかの国の「開示台帳」または「計算書」画面にコードを入力すると、その申述が台帳にあるかを確認できます。")));
        blocks.add(said.seals());
        blocks.add(new Block.Signatures(
                List.of(words("Ordered by", "発注権限者"), words("Issued by", "払出し者"), words("Received by", "受領者"))));
        return blocks;
    }

    private List<Box> boxes() {
        var offer = order.offer();
        var boxes = new ArrayList<Box>();
        boxes.add(box("Order", "オーダー番号", order.id().toString(), 2));
        boxes.add(box(
                "State", "状態", order.state().japanese() + " " + order.state().code(), 1));
        boxes.add(box("Agreement", "協定", request.text("agreement"), 1));
        boxes.add(box("Requesting nation", "受領国", order.requester(), 1));
        boxes.add(box("Supplying nation", "提供国", order.supplier(), 1));
        boxes.add(box("Receiving unit", "受領部隊", request.text("unit"), 1));
        boxes.add(box("Point of contact", "連絡先", request.text("contact"), 1));
        boxes.add(box("Place of delivery", "引渡し場所", request.text("place"), 1));
        boxes.add(box("Needed on", "要求日", request.text("neededOn") + " " + request.text("zone"), 1));
        boxes.add(box("Activity", "活動", PaperWords.of(request.text("activity")), 1));
        boxes.add(box("Funding cite", "予算科目", request.text("funding"), 1));
        if (offer != null) {
            boxes.add(box("Settlement", "決済方法", PaperWords.of(offer.text("settlement")), 1));
            boxes.add(box("Price basis", "価格の根拠", PaperWords.of(offer.text("basis")), 1));
            boxes.add(box("Currency", "通貨", order.currency(), 1));
            boxes.add(box("Due after days", "決済期日（日数）", number(offer.number("dueDays")), 1));
            if (offer.has("exemptTaxes")) {
                boxes.add(box("Taxes not charged, never posted", "課さない税（記帳なし）", offer.text("exemptTaxes"), 2));
                boxes.add(box("Exempt by", "免除の根拠", offer.text("exemptBy"), 2));
            }
        } else {
            boxes.add(box("Settlement asked for", "希望する決済方法", PaperWords.of(request.text("settlement")), 4));
        }
        boxes.add(box("Hash of all that fits", "適合する申述のハッシュ", order.hash().hex(), 4));
        return boxes;
    }

    private static Box box(String english, String japanese, String value, int span) {
        return new Box(words(english, japanese), value, span);
    }

    private Block lines() {
        var columns = List.of(
                new Column(words("Line", "行"), 4),
                new Column(words("Category", "分類"), 12),
                new Column(words("Item", "品名・役務"), 15),
                new Column(words("NSN", "物品番号"), 13),
                new Column(words("Unit", "単位"), 15),
                new Column(words("Requested", "要請数量"), 10, true),
                new Column(words("Agreed", "合意数量"), 10, true),
                new Column(words("Price", "単価"), 14, true),
                new Column(words("Value", "金額"), 15, true));
        var rows = request.lines().stream().map(this::line).toList();
        return new Block.Table(columns, rows, NONE);
    }

    private List<String> line(Line line) {
        var offered = offered(line.line());
        var price = offered == null ? 0 : offered.number("price");
        var per = offered == null ? 1 : offered.findNumber("per").orElse(1L);
        return List.of(
                number(line.line()),
                PaperWords.of(line.choice("category", SupplyCategory.class)),
                line.text("item"),
                line.findText("nsn").map(OrderPaper::withClass).orElse(""),
                PaperWords.of(line.text("unit")),
                number(line.number("quantity")),
                offered == null ? "" : number(offered.number("quantity")),
                offered == null ? "" : money(price, order.currency()) + (per == 1 ? "" : " / " + number(per)),
                offered == null ? "" : money(offered.value(offered.number("quantity")), order.currency()));
    }

    /// What the quoted prices are made of; nothing where the supplier did not say.
    private Optional<Block> costs() {
        var offer = order.offer();
        var rows = new ArrayList<List<String>>();
        if (offer != null) {
            for (var line : offer.lines()) {
                var per = line.findNumber("per").orElse(1L);
                for (var cost : CostElement.of(line)) {
                    rows.add(List.of(
                            number(line.line()),
                            cost.element().japanese() + " " + cost.element().english(),
                            money(cost.amount(), order.currency()) + (per == 1 ? "" : " / " + number(per)),
                            money(cost.amount(line.number("quantity"), per), order.currency())));
                }
            }
        }
        var columns = List.of(
                new Column(words("Line", "行"), 4),
                new Column(words("Cost element", "費用の内訳"), 24),
                new Column(words("Price", "単価"), 18, true),
                new Column(words("Value", "金額"), 18, true));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Table(columns, rows, NONE));
    }

    private static String withClass(String nsn) {
        var name = SupplyClasses.nameOf(nsn);
        return name == null ? nsn : nsn + " " + name.get("ja") + " " + name.get("en");
    }

    private @Nullable Line offered(int line) {
        var offer = order.offer();
        return offer == null
                ? null
                : offer.lines().stream()
                        .filter(one -> one.line() == line)
                        .findFirst()
                        .orElse(null);
    }

    private Block items() {
        var columns = List.of(
                new Column(words("Delivery", "引渡し"), 8),
                new Column(words("Issued on, by", "払出日・払出し者"), 22),
                new Column(words("Line", "行"), 5),
                new Column(words("Issued", "払出数量"), 10, true),
                new Column(words("Received on, by", "受領日・受領者"), 22),
                new Column(words("Received", "受領数量"), 10, true),
                new Column(words("Condition", "状態"), 10),
                new Column(words("Both count", "双方確認"), 10, true),
                new Column(words("Documents", "根拠書類"), 16));
        var rows = new ArrayList<List<String>>();
        for (var delivery : order.deliveries()) {
            var issue = said(Act.DELIVER, delivery.number());
            var receipt = said(Act.RECEIPT, delivery.number());
            for (var item : delivery.items()) {
                rows.add(List.of(
                        number(delivery.number()),
                        delivery.deliveredOn() + " " + text(issue, "issuer"),
                        number(item.line()),
                        number(item.issued()),
                        (delivery.receivedOn() == null ? "" : delivery.receivedOn() + " ") + text(receipt, "receiver"),
                        orEmpty(item.received()),
                        item.condition() == null ? "" : PaperWords.of(item.condition()),
                        item.disputed() ? "異議あり in dispute" : orEmpty(item.counted()),
                        documents(issue) + " " + documents(receipt)));
            }
        }
        return new Block.Table(columns, rows, NONE);
    }

    private Block settlements() {
        var columns = List.of(
                new Column(words("Delivery", "引渡し"), 8),
                new Column(words("Claimed on", "請求通知日"), 13),
                new Column(words("Invoice, day", "請求書番号・日付"), 16),
                new Column(words("Owed", "債務額"), 13, true),
                new Column(words("Settled", "決済額"), 13, true),
                new Column(words("Left", "残額"), 13, true),
                new Column(words("Form", "決済方法"), 15),
                new Column(words("Settled on", "決済日"), 13),
                new Column(words("12 months end", "12 か月の期限"), 13));
        var rows = order.deliveries().stream().map(this::settlement).toList();
        return new Block.Table(columns, rows, NONE);
    }

    private List<String> settlement(Delivery one) {
        var kind = one.settlement() == Settlement.REPLACEMENT;
        return List.of(
                number(one.number()),
                orEmpty(one.claimedOn()),
                orEmpty(one.invoice()) + " " + orEmpty(one.invoicedOn()),
                kind ? inKind(one, Item::counted) : money(one.due(), order.currency()),
                kind ? inKind(one, Item::returned) : money(one.settled(), order.currency()),
                kind ? inKind(one, OrderPaper::left) : money(one.outstanding(), order.currency()),
                PaperWords.of(one.settlement().code()),
                orEmpty(one.settledOn()),
                OrderClocks.limit(one.deliveredOn()).toString());
    }

    /// What is owed as goods of the same kind, line by line.
    private String inKind(Delivery one, Function<Item, @Nullable Long> quantity) {
        return one.items().stream()
                .map(item -> orEmpty(quantity.apply(item)) + " " + unit(item.line()))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Long left(Item item) {
        var counted = item.counted();
        return counted == null ? null : counted - item.returned();
    }

    private String unit(int line) {
        return request.lines().stream()
                .filter(one -> one.line() == line)
                .map(one -> PaperWords.of(one.text("unit")))
                .findFirst()
                .orElse("");
    }

    private @Nullable Statement said(Act act, int delivery) {
        return order.told().stream()
                .filter(told -> told.fits() && told.statement().act() == act)
                .map(Order.Told::statement)
                .filter(said -> said.number("delivery") == delivery)
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable Statement said, String field) {
        return said == null ? "" : said.text(field);
    }

    private static String documents(@Nullable Statement said) {
        return said != null && said.body().entries().get("documents") instanceof CborArray(var items)
                ? items.stream()
                        .map(item -> item instanceof CborText(var name) ? name : "")
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value instanceof Long figure ? number(figure) : value.toString();
    }
}
