package org.renkei.audit.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEntry;
import org.renkei.audit.AuditFilter;
import org.renkei.audit.AuditLog;
import org.renkei.audit.Readership;
import org.renkei.problem.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class AuditController {
    private final AuditLog log;
    private final Readership readership;
    private final OpenEntries open;
    private final JsonMapper json;

    AuditController(AuditLog log, Readership readership, OpenEntries open, JsonMapper json) {
        this.readership = readership;
        this.open = open;
        this.log = log;
        this.json = json;
    }

    /// One entry as it is shown; details as JSON.
    record View(
            long position,
            String time,
            String actor,
            String event,
            @Nullable UUID record,
            @Nullable String party,
            JsonNode details) {}

    record Page(List<View> entries, long size, @Nullable String next) {}

    @GetMapping("/api/v1/audit")
    Page list(
            @RequestParam(required = false) @Nullable UUID record,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Principal reader) {
        var size = Paging.limit(limit);
        var filter = new AuditFilter(record, event, actor, party, from, until, text);
        var entries =
                record == null || !readership.known(reader, List.of(record)).isEmpty()
                        ? log.list(filter, Paging.before(cursor), size)
                        : List.<AuditEntry>of();
        var next =
                entries.size() < size ? null : Paging.cursor(entries.getLast().position());
        return new Page(views(entries, party != null || text != null, reader), log.size(), next);
    }

    /// What one may not see is not found by its words either.
    private List<View> views(List<AuditEntry> entries, boolean byWords, Principal reader) {
        var isOpen = open.among(entries, reader);
        return entries.stream()
                .filter(entry -> !byWords || isOpen.test(entry))
                .map(entry -> isOpen.test(entry) ? view(entry) : bare(entry))
                .toList();
    }

    private View bare(AuditEntry entry) {
        var event = entry.event();
        return new View(
                entry.position(),
                entry.at().toString(),
                event.actor(),
                event.event(),
                null,
                null,
                json.createObjectNode());
    }

    private View view(AuditEntry entry) {
        var event = entry.event();
        return new View(
                entry.position(),
                entry.at().toString(),
                event.actor(),
                event.event(),
                event.record(),
                event.party(),
                json.readTree(entry.details()));
    }
}
