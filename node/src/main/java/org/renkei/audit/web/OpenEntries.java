package org.renkei.audit.web;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.renkei.audit.AuditEntry;
import org.renkei.audit.Readership;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which entries of the log somebody reads with all that stands in them: who sees every record that one is about, and
/// may hold the label that it tells: that of figures, papers and sheets, which are drawn from more records than are
/// named, and of which the count tells something by itself. Of others a reader learns who did what kind of thing, and
/// when.
@Component
class OpenEntries {
    /// What lists showed: the one event that is about many records.
    private static final String LIST_READ = "list-read";

    private final Readership readership;
    private final JsonMapper json;

    OpenEntries(Readership readership, JsonMapper json) {
        this.readership = readership;
        this.json = json;
    }

    /// Those among these that are open to the reader, asked for all of them at once.
    Predicate<AuditEntry> among(List<AuditEntry> entries, Principal reader) {
        if (readership.knowsAll(reader)) {
            return entry -> true;
        }
        var about = entries.stream().flatMap(this::records).distinct().toList();
        var known = about.isEmpty() ? Set.<UUID>of() : readership.known(reader, about);
        Map<String, Boolean> held = new HashMap<>();
        return entry -> isKnown(entry, known)
                && label(entry).allMatch(label -> held.computeIfAbsent(label, one -> readership.mayHold(reader, one)));
    }

    boolean isOpen(AuditEntry entry, Principal reader) {
        return among(List.of(entry), reader).test(entry);
    }

    /// Details of attachments name contents, and not the records they are of.
    private boolean isKnown(AuditEntry entry, Set<UUID> known) {
        var event = entry.event();
        var isOfContent = event.record() == null && event.event().startsWith("attachment-");
        return !isOfContent && records(entry).allMatch(known::contains);
    }

    private Stream<UUID> records(AuditEntry entry) {
        return Stream.concat(Stream.ofNullable(entry.event().record()), shown(entry));
    }

    private Stream<UUID> shown(AuditEntry entry) {
        return entry.event().event().equals(LIST_READ)
                ? details(entry).path("shown").valueStream().map(id -> UUID.fromString(id.asString()))
                : Stream.empty();
    }

    private Stream<String> label(AuditEntry entry) {
        return details(entry).optional("label").map(label -> label.asString("")).stream();
    }

    private JsonNode details(AuditEntry entry) {
        return json.readTree(entry.details());
    }
}
