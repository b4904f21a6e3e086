package org.renkei.acsa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.stock.StockEntry;
import org.renkei.kernel.acsa.stock.StockField;
import org.renkei.kernel.acsa.stock.StockReader;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.relief.Spot;
import org.renkei.records.Bodies;
import org.renkei.records.Draft;
import org.renkei.records.RecordFilter;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Sight;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What this nation has in store, as records of its own under labels of its own: points, dated entries,
/// and from which point an order is supplied.
@Component
class StockRecords {
    static final String POINT = "acsa-stock-point";
    static final String ENTRY = "acsa-stock-entry";
    static final String ORIGIN = "acsa-stock-origin";

    private final Sights sights;
    private final JsonMapper json;
    private final String self;

    StockRecords(Sights sights, NodeSettings settings, JsonMapper json) {
        this.sights = sights;
        this.json = json;
        this.self = settings.node().party();
    }

    /// A point as it is described.
    record Point(UUID record, String name, String holder, Optional<Spot> spot) {}

    /// What somebody sees of it.
    ///
    /// @param origins of orders, the point from which they are supplied
    /// @param label of all of it together; empty when nothing is seen
    /// @param records by which all of it is said
    record Held(
            List<StockEntry> entries,
            Map<String, Point> points,
            Map<UUID, String> origins,
            Optional<Label> label,
            List<UUID> records) {}

    Held of(Caller caller) {
        var sight = sights.of(caller);
        var entries = contents(sight, ENTRY);
        var points = contents(sight, POINT);
        var origins = contents(sight, ORIGIN);
        var read = entries.stream()
                .flatMap(one -> Stream.ofNullable(reading(one.body()).entry()))
                .toList();
        var described = new TreeMap<String, Point>();
        for (var one : points) {
            var name = field(one.body(), "name");
            var spot = Bodies.position(one.body()).map(at -> new Spot(at.lat(), at.lon()));
            described.put(name, new Point(one.id(), name, field(one.body(), "holder"), spot));
        }
        var from = new HashMap<UUID, String>();
        origins.forEach(one -> order(one.body()).ifPresent(order -> from.put(order, field(one.body(), "point"))));
        var label = Stream.of(entries, points, origins)
                .flatMap(List::stream)
                .map(SharedRecord::banner)
                .distinct()
                .reduce(Label::combine);
        var records = Stream.of(entries, points, origins)
                .flatMap(List::stream)
                .map(SharedRecord::id)
                .toList();
        return new Held(read, described, from, label, records);
    }

    private static Optional<UUID> order(CborMap body) {
        try {
            return Optional.of(UUID.fromString(field(body, "order")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Own ones: what another nation has released of its stock is none of ours.
    private List<SharedRecord> contents(Sight sight, String kind) {
        return sight.listStanding(new RecordFilter(kind, self, null, null, null));
    }

    /// Entries are checked against the day when they are brought in; afterwards any day may have passed.
    static StockReader.Reading reading(CborMap body) {
        var cells = new EnumMap<StockField, String>(StockField.class);
        for (var field : StockField.values()) {
            cells.put(field, field(body, field.code()));
        }
        return StockReader.read(cells, LocalDate.MAX);
    }

    /// Empty where the body has none of that name.
    static String field(CborMap body, String name) {
        return body.entries().get("fields") instanceof CborMap(var fields)
                        && fields.get(name) instanceof CborText(var text)
                ? text
                : "";
    }

    /// @param identity what makes it the same record when it comes again
    ObjectNode draft(String kind, String identity, String label, String english, String japanese) {
        var draft =
                json.createObjectNode().put("kind", kind).put("label", label).put("precedence", "ROUTINE");
        var source =
                new Draft.Source(kind, Hash.ofContent(identity.getBytes(UTF_8)).hex());
        draft.putObject("source").put("system", source.system()).put("id", source.id());
        draft.putObject("body").putObject("title").put("en", english).put("ja", japanese);
        return draft;
    }

    /// @param stated in what other unit its quantity stood: it goes into the remarks
    ObjectNode draft(StockEntry entry, String label, Optional<Objection> stated) {
        var name = entry.point() + " " + entry.what().item() + " ";
        var draft = draft(
                ENTRY,
                entry.identity(),
                label,
                "Stock: " + name + entry.kind().code(),
                "在庫: " + name + entry.kind().japanese());
        var body = (ObjectNode) draft.path("body");
        stated.ifPresent(one -> body.put("remarks", one.english() + " / " + one.japanese()));
        body.putObject("fields")
                .put(StockField.POINT.code(), entry.point())
                .put(StockField.ON.code(), entry.on().toString())
                .put(StockField.KIND.code(), entry.kind().code())
                .put(StockField.CATEGORY.code(), entry.what().category())
                .put(StockField.ITEM.code(), entry.what().item())
                .put(StockField.UNIT.code(), entry.what().unit())
                .put(StockField.QUANTITY.code(), Long.toString(entry.quantity()))
                .put(StockField.REFERENCE.code(), entry.reference());
        return draft;
    }
}
