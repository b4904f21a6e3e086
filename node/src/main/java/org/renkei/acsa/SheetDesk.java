package org.renkei.acsa;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.money.Amounts;
import org.renkei.acsa.sheet.SheetWriter;
import org.renkei.acsa.sheet.SheetWriter.Form;
import org.renkei.acsa.sheet.SheetWriter.Table;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.OrderState;
import org.renkei.kernel.acsa.past.PastField;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.label.Label;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody sees of the desk as a spreadsheet: the same and nothing else, marked with the label of all of it
/// together, and written down in the audit log.
@Service
public class SheetDesk {
    private final AcsaDesk desk;
    private final PastOrderDesk past;
    private final Orders orders;
    private final Showings showings;
    private final AuditLog audit;
    private final String self;

    SheetDesk(
            AcsaDesk desk,
            PastOrderDesk past,
            Orders orders,
            Showings showings,
            AuditLog audit,
            NodeSettings settings) {
        this.desk = desk;
        this.past = past;
        this.orders = orders;
        this.showings = showings;
        this.audit = audit;
        this.self = settings.node().party();
    }

    @Transactional
    public byte[] queue(Form form, Caller caller, Locale language) {
        var rows = desk.list(caller, false);
        var label = Banner.of(
                rows.stream().map(QueueRow::label).distinct().map(Label::parse).reduce(Label::combine), self);
        var japanese = isJapanese(language);
        var headings = japanese
                ? List.of("オーダー", "受領国", "提供国", "状態", "品名", "明細数", "通貨", "次の手続き", "担当国", "期限", "残り日数", "秘密区分")
                : List.of(
                        "Order",
                        "Requester",
                        "Supplier",
                        "State",
                        "Item",
                        "Lines",
                        "Currency",
                        "Next step",
                        "Party",
                        "Due",
                        "Days left",
                        "Label");
        var lines = rows.stream().map(row -> line(row, japanese)).toList();
        return leave("queue", new Table("ACSA", label, headings, lines, ""), form, null, caller);
    }

    private static List<Object> line(QueueRow row, boolean japanese) {
        var clock = row.clock();
        return List.of(
                row.id().toString(),
                row.requester(),
                row.supplier(),
                japanese ? state(row.state()) : row.state(),
                row.item(),
                row.lines(),
                row.currency(),
                clock == null ? "" : clock.code(),
                clock == null ? "" : clock.party(),
                clock == null ? "" : clock.due().toString(),
                clock == null ? "" : clock.daysLeft(),
                row.label());
    }

    private static String state(String code) {
        return OrderState.find(code).map(OrderState::japanese).orElse(code);
    }

    /// The gross list of a statement of account, its hash below it.
    @Transactional
    public byte[] account(String partner, LocalDate from, LocalDate to, Form form, Caller caller, Locale language) {
        var account = desk.account(partner, from, to, caller);
        var headings = isJapanese(language)
                ? List.of("オーダー", "提供国", "受領国", "日付", "事由", "元帳", "単位", "金額・数量", "金額の表記")
                : List.of(
                        "Order",
                        "Supplier",
                        "Requester",
                        "On",
                        "Cause",
                        "Asset",
                        "Unit",
                        "Amount",
                        "Amount as written");
        var lines = account.entries().stream()
                .map(entry -> List.<Object>of(
                        entry.order().toString(),
                        entry.supplier(),
                        entry.requester(),
                        entry.on().toString(),
                        entry.cause(),
                        entry.asset(),
                        entry.unit(),
                        entry.amount(),
                        written(new Asset(entry.asset(), entry.unit()), entry.amount(), language)))
                .toList();
        return leave(
                "account", new Table("ACSA", account.label(), headings, lines, account.hash()), form, partner, caller);
    }

    /// Empty for goods, whose number says all.
    private static String written(Asset asset, long amount, Locale language) {
        return asset.isMoney() ? Amounts.text(amount, asset.code(), language) : "";
    }

    /// Past orders, so that they can be brought in again.
    @Transactional
    public byte[] pastOrders(Form form, Caller caller, Locale language) {
        var seen = past.list(caller, language);
        var lines = seen.orders().stream()
                .map(row -> line(field -> row.values().getOrDefault(field.code(), "")))
                .toList();
        return leave("past-orders", new Table("ACSA", seen.label(), headings(language), lines, ""), form, null, caller);
    }

    /// What was delivered of an order, with what each amount is made of, in the columns of past orders.
    @Transactional
    public byte[] order(UUID id, Form form, Caller caller, Locale language) {
        var folded = orders.get(id, caller);
        showings.note(caller, "order", folded.ids());
        var order = folded.order();
        var lines = OrderSheet.lines(order, self).stream()
                .map(cells -> line(field -> cells.getOrDefault(field, "")))
                .toList();
        var partner = order.supplier().equals(self) ? order.requester() : order.supplier();
        var table = new Table("ACSA", folded.label().text(), headings(language), lines, "");
        return leave("order", table, form, partner, caller);
    }

    private static List<String> headings(Locale language) {
        return Stream.of(PastField.values())
                .map(field -> isJapanese(language) ? field.japanese() : field.english())
                .toList();
    }

    private static List<Object> line(Function<PastField, String> cell) {
        return Stream.of(PastField.values()).<Object>map(cell).toList();
    }

    private byte[] leave(String what, Table table, Form form, @Nullable String partner, Caller caller) {
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "acsa-sheet-made",
                null,
                partner,
                Map.of(
                        "what",
                        what,
                        "form",
                        form.name().toLowerCase(Locale.ROOT),
                        "count",
                        table.lines().size(),
                        "label",
                        table.marking()))));
        return SheetWriter.write(table, form);
    }

    private static boolean isJapanese(Locale language) {
        return language.getLanguage().equals("ja");
    }
}
