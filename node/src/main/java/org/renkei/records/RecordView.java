package org.renkei.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.SharedRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A record as the API shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordView(
        UUID id,
        String origin,
        String party,
        String kind,
        int revision,
        String author,
        String time,
        String storedAt,
        String precedence,
        String label,
        String banner,
        List<PortionView> portions,
        List<UUID> references,
        String state,
        @Nullable String recalledReason,
        @Nullable String until,
        boolean own,
        boolean redacted,
        Bodies.@Nullable Position position,
        @Nullable List<ReleaseLine> releases,
        Draft.@Nullable Source source,
        JsonNode body) {

    public record PortionView(String at, String label, String otherwise) {}

    /// One short line on what a party gets.
    public record ReleaseLine(String party, String decision, boolean confirmed) {}

    /// @param releases for own records only
    public static RecordView of(StoredRecord stored, @Nullable List<ReleaseLine> releases) {
        var content = stored.content();
        return content == null
                ? factOnly(stored)
                : of(stored, content, stored.storedAt().toString(), releases);
    }

    private static RecordView of(
            StoredRecord stored, SharedRecord content, String storedAt, @Nullable List<ReleaseLine> releases) {
        return new RecordView(
                content.id(),
                content.origin().toString(),
                content.origin().party(),
                content.kind(),
                content.revision(),
                content.author(),
                content.time().instant().toString(),
                storedAt,
                content.precedence().name(),
                content.label().text(),
                content.banner().text(),
                content.portions().stream().map(RecordView::portion).toList(),
                content.references(),
                stored.recalled() ? "recalled" : "current",
                stored.recalledReason(),
                content.until() == null ? null : content.until().toString(),
                stored.own(),
                content.redacted(),
                Bodies.position(content.body()).orElse(null),
                releases,
                stored.source(),
                Bodies.toJson(content.body()));
    }

    /// What is left of a record that its origin took back: that there was one.
    private static RecordView factOnly(StoredRecord stored) {
        return new RecordView(
                stored.id(),
                stored.origin(),
                stored.party(),
                stored.kind(),
                stored.revision(),
                stored.party(),
                stored.storedAt().toString(),
                stored.storedAt().toString(),
                "ROUTINE",
                "UNCLASSIFIED",
                "UNCLASSIFIED",
                List.of(),
                List.of(),
                "recalled",
                stored.recalledReason(),
                null,
                stored.own(),
                false,
                null,
                null,
                null,
                JsonNodeFactory.instance.objectNode());
    }

    private static PortionView portion(Portion portion) {
        return new PortionView(
                portion.at().toString(),
                portion.label().text(),
                portion.otherwise().code());
    }
}
