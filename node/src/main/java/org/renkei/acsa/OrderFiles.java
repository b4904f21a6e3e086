package org.renkei.acsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.label.Label;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Bodies;
import org.renkei.records.RecordFilter;
import org.renkei.release.ReleaseDesk;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files at the statements of an order. Those for both nations stand in the statement itself; those that the own
/// nation keeps are listed in a record of its own, so that the partner finds no place that is cut out.
@Component
class OrderFiles {
    static final String KIND = "acsa-enclosure";
    private static final String LIST = "attachments";

    private final ReleaseDesk releases;
    private final Sights sights;
    private final AuditLog audit;
    private final JsonMapper json;
    private final String self;

    OrderFiles(ReleaseDesk releases, Sights sights, AuditLog audit, JsonMapper json, NodeSettings settings) {
        this.releases = releases;
        this.sights = sights;
        this.audit = audit;
        this.json = json;
        this.self = settings.node().party();
    }

    /// Refuses what is no list, before anything is said.
    static void check(JsonNode given, String at) {
        if (!given.isMissingNode() && !given.isNull() && !given.isArray()) {
            throw Problem.refused(List.of(new FieldError(at, "a list of files is expected", "ファイルの一覧です")));
        }
    }

    /// Keeps files with a statement of this nation that was just said.
    ///
    /// @param label of the statement
    void keep(UUID order, UUID statement, String label, JsonNode files, Caller caller, Locale language) {
        if (files.isEmpty()) {
            return;
        }
        var draft = json.createObjectNode();
        draft.put("kind", KIND)
                .put("label", Label.parse(label).saidTo(Set.of(self)).text())
                .put("precedence", "ROUTINE");
        var body = draft.putObject("body").put("order", order.toString()).put("on", statement.toString());
        var name = "ACSA " + order.toString().substring(0, 8);
        body.putObject("title").put("en", name + ": files of our own").put("ja", name + "：自国だけのファイル");
        body.set(LIST, files);
        var stored = releases.create(draft, caller, language);
        audit.append(List.of(
                new AuditEvent(caller.getName(), "acsa-files-kept", stored.id(), null, Map.of("files", files.size()))));
    }

    /// Those of an order that the caller sees, by statement.
    List<OrderView.OwnFiles> of(UUID order, Caller caller) {
        var all = new ArrayList<OrderView.OwnFiles>();
        sights.of(caller)
                .listStanding(new RecordFilter(KIND, self, null, order.toString(), null))
                .forEach(content -> {
                    var body = content.body();
                    if (body.entries().get("order") instanceof CborText(var id)
                            && id.equals(order.toString())
                            && body.entries().get("on") instanceof CborText(var on)) {
                        all.add(new OrderView.OwnFiles(on, Bodies.toJson(body).path(LIST)));
                    }
                });
        return List.copyOf(all);
    }
}
