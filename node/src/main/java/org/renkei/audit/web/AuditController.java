package org.renkei.audit.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEntry;
import org.renkei.audit.AuditEvent;
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
    /// What lists showed: the one event that is about many records.
    private static final String LIST_READ = "list-read";

    private final AuditLog log;
    private final Readership readership;
    private final JsonMapper json;

    AuditController(AuditLog log, Readership readership, JsonMapper json) {
        this.readership = readership;
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
        var entries = record == null || !known(reader, List.of(record)).isEmpty()
                ? log.list(filter, Paging.before(cursor), size)
                : List.<AuditEntry>of();
        var next =
                entries.size() < size ? null : Paging.cursor(entries.getLast().position());
        return new Page(views(entries, party != null || text != null, reader), log.size(), next);
    }

    private Set<UUID> known(Principal reader, List<UUID> records) {
        return readership.known(reader, records);
    }

    /// What one may not see is not found by its words either.
    private List<View> views(List<AuditEntry> entries, boolean byWords, Principal reader) {
        if (readership.knowsAll(reader)) {
            return entries.stream().map(this::view).toList();
        }
        var known = known(
                reader,
                entries.stream()
                        .flatMap(entry ->
                                Stream.concat(Stream.ofNullable(entry.event().record()), shown(entry)))
                        .distinct()
                        .toList());
        return entries.stream()
                .filter(entry -> !byWords || isOpen(entry, known))
                .map(entry -> isOpen(entry, known) ? view(entry) : bare(entry))
                .toList();
    }

    /// Of what a list showed a reader learns who knows of all of it.
    private boolean isOpen(AuditEntry entry, Set<UUID> known) {
        return isOpen(entry.event(), known) && shown(entry).allMatch(known::contains);
    }

    private Stream<UUID> shown(AuditEntry entry) {
        return entry.event().event().equals(LIST_READ)
                ? json.readTree(entry.details()).path("shown").valueStream().map(id -> UUID.fromString(id.asString()))
                : Stream.empty();
    }

    /// Details of attachments name contents, and not the records they are of.
    static boolean isOpen(AuditEvent event, Set<UUID> known) {
        return event.record() == null ? !event.event().startsWith("attachment-") : known.contains(event.record());
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
