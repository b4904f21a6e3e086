package org.renkei.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renkei.audit.AuditSeals.Stretch;
import org.renkei.kernel.ledger.Hash;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A stretch of the audit log as a file for an inspector: JSON lines. The first holds the signed checkpoint and what
/// proves that the entries stand in it without a gap (RFC 6962); each other one is an entry with everything that its
/// leaf is made of. `renkei verify` checks it without the node, by the node's card alone ([AuditExportCheck]).
@Component
public class AuditExport {
    static final String FORMAT = "renkei-audit-export-1";

    private final AuditEntries entries;
    private final JsonMapper json;

    AuditExport(AuditEntries entries, JsonMapper json) {
        this.entries = entries;
        this.json = json;
    }

    public void write(Stretch stretch, OutputStream out) throws IOException {
        line(out, header(stretch));
        for (var next = stretch.first(); next <= stretch.last(); ) {
            var page = entries.page(next, stretch.last());
            if (page.isEmpty()) {
                throw new IOException("entry " + next + " of the audit log is not there");
            }
            for (var entry : page) {
                line(out, entry(entry));
            }
            next = page.getLast().position() + 1;
        }
    }

    private static Map<String, Object> header(Stretch stretch) {
        var header = new LinkedHashMap<String, Object>();
        header.put("format", FORMAT);
        header.put("node", stretch.node());
        header.put("first", stretch.first());
        header.put("last", stretch.last());
        header.put("before", hex(stretch.before()));
        header.put("consistency", hex(stretch.consistency()));
        header.put("checkpoint", stretch.signed().text());
        header.put(
                "cosigned",
                stretch.witnessed().stream()
                        .map(one -> Map.of(
                                "witness", one.cosignature().node().toString(),
                                "checkpoint", one.cosignature().text(),
                                "consistency", hex(one.consistency())))
                        .toList());
        return header;
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }

    private static Map<String, Object> entry(AuditEntry entry) {
        var event = entry.event();
        var line = new LinkedHashMap<String, Object>();
        line.put("position", entry.position());
        line.put("time", entry.at().toString());
        line.put("actor", event.actor());
        line.put("event", event.event());
        if (event.record() != null) {
            line.put("record", event.record().toString());
        }
        if (event.party() != null) {
            line.put("party", event.party());
        }
        line.put("details", entry.details());
        line.put("leaf", entry.leafHash().hex());
        return line;
    }

    private void line(OutputStream out, Map<String, Object> content) throws IOException {
        out.write((json.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
