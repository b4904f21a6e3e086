package org.renkei.acsa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.renkei.acsa.PastOrderView.Column;
import org.renkei.acsa.PastOrderView.LineView;
import org.renkei.acsa.PastOrderView.Look;
import org.renkei.acsa.PastOrderView.PastOrders;
import org.renkei.acsa.PastOrderView.Report;
import org.renkei.acsa.PastOrderView.Row;
import org.renkei.acsa.sheet.Sheet;
import org.renkei.acsa.sheet.SheetReader;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.past.PastField;
import org.renkei.kernel.acsa.past.PastOrder;
import org.renkei.kernel.acsa.past.PastReader;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Draft;
import org.renkei.records.RecordFilter;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.renkei.release.BatchOutcome;
import org.renkei.release.ReleaseDesk;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Seen;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Orders from before this desk: looked at, checked line by line, and brought in as records of this nation when
/// somebody
/// confirms exactly what was checked. Nothing is kept of a file that was only looked at.
@Service
public class PastOrderDesk {
    static final String KIND = "acsa-past-order";

    private static final String SOURCE = "acsa-past-orders";
    private static final int SAMPLES = 3;
    private static final int MOST_SHOWN = 500;
    private static final int PAGE = 1_000;

    private final HeadingBook headings;
    private final Records records;
    private final Sights sights;
    private final Showings showings;
    private final ReleaseDesk releases;
    private final PartyRegister register;
    private final AuditLog audit;
    private final JsonMapper json;
    private final String self;

    PastOrderDesk(
            HeadingBook headings,
            Records records,
            Sights sights,
            Showings showings,
            ReleaseDesk releases,
            PartyRegister register,
            AuditLog audit,
            NodeSettings settings,
            JsonMapper json) {
        this.headings = headings;
        this.records = records;
        this.sights = sights;
        this.showings = showings;
        this.releases = releases;
        this.register = register;
        this.audit = audit;
        this.json = json;
        this.self = settings.node().party();
    }

    @Transactional(readOnly = true)
    public Look look(byte[] file) {
        var sheet = SheetReader.read(file);
        var taken = new HashSet<PastField>();
        var columns = new ArrayList<Column>();
        for (var column = 0; column < sheet.headings().size(); column++) {
            var heading = sheet.headings().get(column);
            var field = headings.find(heading)
                    .or(() -> PastField.guess(heading))
                    .filter(taken::add)
                    .map(PastField::code)
                    .orElse(null);
            columns.add(new Column(column, heading, field, samples(sheet, column)));
        }
        return new Look(sheet.form(), sheet.marking(), sheet.lines().size(), columns, PastOrderView.fields());
    }

    private static List<String> samples(Sheet sheet, int column) {
        return sheet.lines().stream()
                .limit(SAMPLES)
                .map(line -> line.cell(column))
                .toList();
    }

    @Transactional(readOnly = true)
    public Report check(byte[] file, String mapping, Caller caller, Locale language) {
        return report(read(file, mapping), digest(file, mapping), caller, language, false);
    }

    /// Brings in what is right in a file.
    ///
    /// @param digest of the report that was read
    /// @param leaveOut how many lines are left out because they are wrong
    @Transactional
    public Report bringIn(
            byte[] file, String mapping, String label, String digest, int leaveOut, Caller caller, Locale language) {
        var read = read(file, mapping);
        var report = report(read, digest(file, mapping), caller, language, true);
        if (!report.digest().equals(digest) || report.wrong() != leaveOut) {
            throw new Problem(
                    Category.CONFLICT,
                    "this is not what was checked: check it again, then confirm",
                    "確認した内容と異なります。もう一度確認してから取り込んでください");
        }
        var drafts = read.orders().stream().map(order -> draft(order, label)).toList();
        if (drafts.isEmpty()) {
            throw Problem.refused(List.of(new FieldError("/file", "no line can be brought in", "取り込める行がありません")));
        }
        BatchOutcome.requireAll(releases.createAll(drafts, caller, language));
        headings.remember(read.headings());
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "acsa-past-orders-brought-in",
                null,
                null,
                Map.of("count", report.fresh() + report.changed(), "leftOut", leaveOut, "hash", digest))));
        return report;
    }

    private PastSheet read(byte[] file, String mapping) {
        var sheet = SheetReader.read(file);
        return PastSheet.read(sheet, PastSheet.mapping(mapping, sheet), register.latestDay());
    }

    private static String digest(byte[] file, String mapping) {
        return Hash.ofNode(Hash.ofContent(file), Hash.ofContent(mapping.getBytes(UTF_8)))
                .hex();
    }

    private Report report(PastSheet read, String digest, Caller caller, Locale language, boolean stored) {
        var known = known(read.orders(), caller);
        var counts = new HashMap<String, Integer>();
        var shown = new ArrayList<LineView>();
        var found = 0;
        for (var row : read.rows()) {
            var order = row.order();
            var before = order == null ? null : known.get(order.identity());
            var status = order == null ? "wrong" : before == null ? "new" : before.equals(order) ? "known" : "changed";
            counts.merge(status, 1, Integer::sum);
            found += row.findings().isEmpty() ? 0 : 1;
            if (order == null || !row.findings().isEmpty()) {
                shown.add(new LineView(
                        row.line(),
                        status,
                        PastOrderView.remarks(row.wrong(), language),
                        PastOrderView.remarks(row.findings(), language)));
            }
        }
        shown.sort(Comparator.comparing((LineView one) -> one.wrong().isEmpty()).thenComparing(LineView::line));
        return new Report(
                digest,
                counts.getOrDefault("new", 0),
                counts.getOrDefault("changed", 0),
                counts.getOrDefault("known", 0),
                counts.getOrDefault("wrong", 0),
                found,
                shown.size() > MOST_SHOWN ? List.copyOf(shown.subList(0, MOST_SHOWN)) : shown,
                stored);
    }

    /// What is here of these lines already and the caller sees whole, by its identity.
    private Map<String, PastOrder> known(List<PastOrder> orders, Caller caller) {
        var here =
                records.listImported(orders.stream().map(PastOrderDesk::source).toList());
        var whole = sights.of(caller).whole(here.stream().map(StoredRecord::id).toList());
        var known = new HashMap<String, PastOrder>();
        here.stream()
                .filter(one -> whole.contains(one.id()))
                .flatMap(one -> Optional.ofNullable(one.content()).stream())
                .flatMap(content -> order(content.body()).stream())
                .forEach(order -> known.put(order.identity(), order));
        return known;
    }

    private static Draft.Source source(PastOrder order) {
        return new Draft.Source(
                SOURCE, Hash.ofContent(order.identity().getBytes(UTF_8)).hex());
    }

    private JsonNode draft(PastOrder order, String label) {
        var draft =
                json.createObjectNode().put("kind", KIND).put("label", label).put("precedence", "ROUTINE");
        var source = source(order);
        draft.putObject("source").put("system", source.system()).put("id", source.id());
        var body = draft.putObject("body");
        var name = order.value(PastField.REFERENCE) + ": " + order.value(PastField.ITEM);
        body.putObject("title").put("en", "Past order " + name).put("ja", "過去のオーダー " + name);
        var fields = body.putObject("fields");
        order.values().forEach((field, value) -> fields.put(field.code(), value));
        return draft;
    }

    /// Empty when a body holds none.
    static Optional<PastOrder> order(CborMap body) {
        if (!(body.entries().get("fields") instanceof CborMap(var fields))) {
            return Optional.empty();
        }
        var values = new EnumMap<PastField, String>(PastField.class);
        for (var field : PastField.values()) {
            if (fields.get(field.code()) instanceof CborText(var text)) {
                values.put(field, text);
            }
        }
        return Optional.of(new PastOrder(values));
    }

    /// Past orders that the caller sees, the oldest unsettled first.
    @Transactional
    public PastOrders list(Caller caller, Locale language) {
        var today = register.latestDay();
        var rows = new ArrayList<Row>();
        var label = Optional.<Label>empty();
        for (var seen : seen(caller)) {
            var content = seen.record().content();
            var order = content == null ? Optional.<PastOrder>empty() : order(content.body());
            if (content != null && order.isPresent()) {
                var banner = content.banner();
                label = Optional.of(label.map(one -> one.combine(banner)).orElse(banner));
                var findings = PastReader.read(order.get().values(), today).findings();
                rows.add(new Row(
                        content.id(),
                        banner.text(),
                        PastOrderView.values(order.get()),
                        PastOrderView.remarks(findings, language)));
            }
        }
        showings.note(caller, "past-orders", rows.stream().map(Row::record).toList());
        rows.sort(Comparator.comparing((Row row) -> row.values().containsKey("settledOn"))
                .thenComparing(row -> row.values().getOrDefault("deliveredOn", ""))
                .thenComparing(Row::record));
        return new PastOrders(Banner.of(label, self), rows);
    }

    private List<Seen> seen(Caller caller) {
        var sight = sights.of(caller);
        var filter = new RecordFilter(KIND, null, null, null, null);
        var all = new ArrayList<Seen>();
        UUID after = null;
        List<Seen> page;
        do {
            page = sight.list(filter, after, PAGE).orElse(List.of());
            all.addAll(page);
            after = page.isEmpty() ? null : page.getLast().record().id();
        } while (page.size() == PAGE);
        return all;
    }
}
