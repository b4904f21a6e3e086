package org.renkei.acsa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.Orders.Folded;
import org.renkei.acsa.StockRecords.Held;
import org.renkei.acsa.StockRecords.Point;
import org.renkei.acsa.StockView.OrderStock;
import org.renkei.acsa.StockView.PointView;
import org.renkei.acsa.StockView.Report;
import org.renkei.acsa.StockView.Stock;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.stock.Draw;
import org.renkei.kernel.acsa.stock.StockEntry;
import org.renkei.kernel.acsa.stock.StockLevels;
import org.renkei.kernel.acsa.stock.StockLevels.Level;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.relief.Spot;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.release.BatchOutcome;
import org.renkei.release.ReleaseDesk;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What this nation has at its own points, and what its orders take from there. It stays at home unless a
/// label says otherwise; it warns, and refuses no order: who is responsible for a point decides.
@Service
public class StockDesk {
    private static final int MOST_SHOWN = 500;

    private final StockRecords records;
    private final Orders orders;
    private final Showings showings;
    private final ReleaseDesk releases;
    private final PartyRegister register;
    private final AuditLog audit;
    private final String self;

    StockDesk(
            StockRecords records,
            Orders orders,
            Showings showings,
            ReleaseDesk releases,
            PartyRegister register,
            AuditLog audit,
            NodeSettings settings) {
        this.records = records;
        this.orders = orders;
        this.showings = showings;
        this.releases = releases;
        this.register = register;
        this.audit = audit;
        this.self = settings.node().party();
    }

    /// That it was looked at is written down of the records that describe points and say what came and went.
    @Transactional
    public Stock stock(Caller caller) {
        var held = records.of(caller);
        showings.note(caller, "stock", held.records());
        var levels = StockLevels.of(held.entries(), agreed(held, caller), register.latestDay());
        var names = new TreeSet<>(held.points().keySet());
        levels.levels().forEach(level -> names.add(level.point()));
        return new Stock(
                levels.on(),
                Banner.of(held.label(), self),
                StockLevels.WINDOW,
                !orders.within(caller).all(),
                names.stream()
                        .map(name -> point(name, held.points().get(name), levels.levels()))
                        .toList(),
                levels.unplaced().stream().map(StockView::draw).toList());
    }

    private static PointView point(String name, @Nullable Point point, List<Level> levels) {
        var own = levels.stream()
                .filter(level -> level.point().equals(name))
                .map(StockView::level)
                .toList();
        if (point == null) {
            return new PointView(name, null, null, null, null, own);
        }
        return new PointView(
                name,
                point.record(),
                point.holder(),
                point.spot().map(Spot::lat).orElse(null),
                point.spot().map(Spot::lon).orElse(null),
                own);
    }

    /// What agreed orders of this nation still take.
    private List<Draw> agreed(Held held, Caller caller) {
        var draws = new ArrayList<Draw>();
        for (var folded : orders.standing(caller)) {
            if (folded.order().supplier().equals(self) && folded.order().agreed()) {
                draws.addAll(draws(folded, held));
            }
        }
        return draws;
    }

    private static List<Draw> draws(Folded folded, Held held) {
        var order = folded.order();
        return Draw.of(order, held.origins().getOrDefault(order.id(), ""));
    }

    /// What supplying one order would leave at the points; nothing of it for an order that another nation
    /// supplies.
    @Transactional
    public OrderStock order(UUID id, Caller caller) {
        var folded = orders.get(id, caller);
        var held = records.of(caller);
        if (!folded.order().supplier().equals(self) || held.label().isEmpty()) {
            return new OrderStock("", List.of(), List.of(), List.of(), false);
        }
        showings.note(caller, "stock", held.records());
        var counted = agreed(held, caller);
        var levels = StockLevels.of(held.entries(), counted, register.latestDay());
        var wanted = draws(folded, held);
        var after = levels.after(wanted, counted);
        var lacking = wanted.stream()
                .filter(draw -> after.stream().noneMatch(one -> one.draw().equals(draw)))
                .map(draw -> draw.what().item())
                .toList();
        var warns = wanted.stream().anyMatch(draw -> {
            var own = after.stream().filter(one -> one.draw().equals(draw)).toList();
            return !own.isEmpty() && own.stream().allMatch(StockLevels.After::isBelow);
        });
        var names = new TreeSet<>(held.points().keySet());
        held.entries().forEach(entry -> names.add(entry.point()));
        return new OrderStock(
                held.origins().getOrDefault(id, ""),
                List.copyOf(names),
                after.stream().map(StockView::after).toList(),
                lacking,
                warns);
    }

    /// Describes a point: a new one, or what changed of it.
    @Transactional
    public Stock describe(JsonNode body, Caller caller, Locale language) {
        var form = new DeskForm(body);
        var name = form.text("name");
        var holder = form.text("holder");
        var lat = degrees(form, body, "lat", 90);
        var lon = degrees(form, body, "lon", 180);
        form.refuse();
        var draft = records.draft(StockRecords.POINT, name, label(body), "Point: " + name, "拠点: " + name);
        var said = (ObjectNode) draft.path("body");
        said.putObject("fields").put("name", name).put("holder", holder);
        said.putObject("position").put("lat", lat).put("lon", lon);
        releases.create(draft, caller, language);
        return stock(caller);
    }

    private static double degrees(DeskForm form, JsonNode body, String name, double most) {
        var node = body.path(name);
        var fits = node.isNumber() && Math.abs(node.asDouble()) <= most;
        form.must(fits, "/" + name, "degrees from -" + most + " to " + most, "-" + most + " から " + most + " までの度数です");
        return fits ? node.asDouble() : 0;
    }

    private static String label(JsonNode body) {
        return body.path("label").asString("");
    }

    /// Says from which point an order is supplied.
    @Transactional
    public OrderStock supplyFrom(UUID id, JsonNode body, Caller caller, Locale language) {
        var folded = orders.get(id, caller);
        var form = new DeskForm(body);
        var point = form.text("point");
        var held = records.of(caller);
        form.must(
                held.points().containsKey(point)
                        || held.entries().stream().map(StockEntry::point).anyMatch(point::equals),
                "/point",
                "no point of that name is here",
                "その名前の拠点はありません");
        form.must(
                folded.order().supplier().equals(self),
                "/point",
                "another nation supplies this order",
                "このオーダーは他国が提供します");
        form.refuse();
        var name = "ACSA " + id.toString().substring(0, 8);
        var draft = records.draft(
                StockRecords.ORIGIN,
                id.toString(),
                label(body),
                name + ": supplied from " + point,
                name + ": 払出し拠点 " + point);
        ((ObjectNode) draft.path("body"))
                .putObject("fields")
                .put("order", id.toString())
                .put("point", point);
        releases.create(draft, caller, language);
        return order(id, caller);
    }

    /// What bringing in a sheet would do.
    @Transactional(readOnly = true)
    public Report check(byte[] file, Caller caller, Locale language) {
        return report(StockSheet.read(file, register.latestDay()), file, caller, language, false);
    }

    /// Brings in what is right in a sheet.
    ///
    /// @param digest of the report that was read
    /// @param leaveOut how many lines are left out because they are wrong
    @Transactional
    public Report bringIn(byte[] file, String label, String digest, int leaveOut, Caller caller, Locale language) {
        var sheet = StockSheet.read(file, register.latestDay());
        var report = report(sheet, file, caller, language, true);
        if (!report.digest().equals(digest) || report.wrong() != leaveOut) {
            throw new Problem(
                    Category.CONFLICT,
                    "this is not what was checked: check it again, then confirm",
                    "確認した内容と異なります。もう一度確認してから取り込んでください");
        }
        var drafts = sheet.rows().stream()
                .flatMap(row -> Stream.ofNullable(row.entry())
                        .<JsonNode>map(entry -> records.draft(entry, label, row.stated())))
                .toList();
        if (drafts.isEmpty()) {
            throw Problem.refused(List.of(new FieldError("/file", "no line can be brought in", "取り込める行がありません")));
        }
        BatchOutcome.requireAll(releases.createAll(drafts, caller, language));
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "acsa-stock-brought-in",
                null,
                null,
                Map.of("count", report.fresh() + report.changed(), "leftOut", leaveOut, "hash", digest))));
        return report;
    }

    private Report report(StockSheet sheet, byte[] file, Caller caller, Locale language, boolean stored) {
        var known = new HashMap<String, StockEntry>();
        records.of(caller).entries().forEach(entry -> known.put(entry.identity(), entry));
        var counts = new HashMap<String, Integer>();
        for (var entry : sheet.entries()) {
            var before = known.get(entry.identity());
            counts.merge(before == null ? "new" : before.equals(entry) ? "known" : "changed", 1, Integer::sum);
        }
        var wrong = sheet.rows().stream().filter(row -> row.entry() == null).toList();
        var stated = sheet.rows().stream()
                .filter(row -> row.entry() != null && row.stated().isPresent());
        return new Report(
                Hash.ofContent(file).hex(),
                counts.getOrDefault("new", 0),
                counts.getOrDefault("changed", 0),
                counts.getOrDefault("known", 0),
                wrong.size(),
                Stream.concat(wrong.stream(), stated)
                        .limit(MOST_SHOWN)
                        .map(row -> StockView.line(row, language))
                        .toList(),
                stored);
    }
}
