package org.renkei.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.label.Label;
import org.renkei.problem.Problem;
import org.renkei.records.Bodies;
import org.renkei.release.Addressing;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes what is said in a case: only what the law of cases allows.
@Component
class CaseSpeech {
    private static final String FILES = "attachments";

    private final CaseGuards guards;
    private final Addressing addressing;
    private final AuditLog audit;
    private final JsonMapper json;
    private final String self;

    CaseSpeech(CaseGuards guards, Addressing addressing, AuditLog audit, JsonMapper json, NodeSettings settings) {
        this.guards = guards;
        this.addressing = addressing;
        this.audit = audit;
        this.json = json;
        this.self = settings.node().party();
    }

    /// Says something in a case, for good: a record of this nation, and one more for each label that files
    /// which come with it have of their own.
    ///
    /// @param mark from [Addressing#mark]
    /// @throws Problem naming everything that stands against it; then nothing of it was said
    @Transactional
    public void say(UUID id, String mark, Act act, JsonNode request, Caller caller, Locale language) {
        var files = Enclosures.of(request, self);
        var body = body(id, mark, act, request);
        if (!files.within().isEmpty()) {
            body.putArray(FILES).addAll(files.within());
        }
        var record = say(body, request, caller, language);
        files.apart().forEach((label, some) -> {
            var enclosing = enclosing(record, label, some, request);
            say(body(id, Addressing.mark(), Act.ENCLOSE, enclosing), enclosing, caller, language);
        });
    }

    private ObjectNode body(UUID id, String mark, Act act, JsonNode request) {
        var body = addressing.body(request, mark, act.code()).put("case", id.toString());
        var brief = id.toString().substring(0, 8);
        body.putObject("title")
                .put("en", "Case " + brief + ": " + act.english())
                .put("ja", "事案 " + brief + "：" + act.japanese());
        return body;
    }

    private UUID say(ObjectNode body, JsonNode request, Caller caller, Locale language) {
        Addressing.requireNone(guards.against((CborMap) Bodies.toCbor(body), caller));
        var record = addressing.say(Cases.KIND, body, List.of(), request, caller, language);
        var files = body.path(FILES).size();
        if (files > 0) {
            audit.append(List.of(
                    new AuditEvent(caller.getName(), "case-files-attached", record, null, Map.of("files", files))));
        }
        return record;
    }

    /// Tells those whom a label names of files to a statement.
    private ObjectNode enclosing(UUID record, Label label, List<JsonNode> files, JsonNode request) {
        var enclosing = json.createObjectNode().put("label", label.text());
        var to = enclosing.putArray("to");
        Enclosures.toldBy(label, self).forEach(to::add);
        enclosing.put("precedence", request.path("precedence").asString("ROUTINE"));
        enclosing
                .putObject("fields")
                .put("on", record.toString())
                .putArray(FILES)
                .addAll(files);
        return enclosing;
    }
}
