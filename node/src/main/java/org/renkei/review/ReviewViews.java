package org.renkei.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.release.DecisionView.ReasonView;
import tools.jackson.databind.JsonNode;

/// What the release officer's desk shows.
public final class ReviewViews {
    private ReviewViews() {}

    /// A release that waits, or what became of it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Review(
            UUID id,
            UUID record,
            int revision,
            String kind,
            String title,
            String banner,
            String party,
            List<String> rules,
            List<String> causes,
            int persons,
            Instant openedAt,
            Instant dueAt,
            boolean escalated,
            String state,
            @Nullable Instant closedAt,
            List<Voice> voices) {}

    /// What one officer said.
    public record Voice(String by, String verdict, List<String> cuts, String reason, Instant at) {}

    /// A page; `total` counts all that match.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<Review> reviews, long total, @Nullable String next) {}

    /// Exactly what a party would get.
    ///
    /// @param form null when nothing would go
    /// @param digest SHA-256 over the bytes of the record in the ledger entry, in hexadecimal
    public record Preview(
            @Nullable JsonNode form, List<String> removed, List<String> coarsened, int bytes, String digest) {}

    /// One release with all an officer needs to judge it.
    public record Case(Review review, JsonNode body, Preview preview, List<ReasonView> reasons) {}

    /// What became of one of many; one of `state` and `problem`.
    public record Outcome(
            UUID id, @Nullable String state, @Nullable String problem) {}

    /// A ruling on a record.
    public record RulingView(
            String party,
            boolean released,
            List<String> cuts,
            List<String> by,
            String reason,
            boolean emergency,
            Instant at,
            boolean current) {}

    /// An emergency release and its review.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Emergency(
            UUID id,
            UUID record,
            String title,
            String banner,
            String party,
            String by,
            String reason,
            Instant at,
            Instant due,
            boolean escalated,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable String note,
            boolean withdrawn) {}

    /// What we asked, and what we were asked.
    public record ConsentsView(List<Asked> asked, List<Wanted> wanted) {}

    /// A request of ours: may `record`, which quotes `of`, go to `party`?
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            UUID request,
            UUID record,
            String of,
            String party,
            String until,
            String reason,
            Instant at,
            @Nullable Consented answer) {}

    /// A partner's request to us.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wanted(
            UUID request,
            String from,
            String kind,
            String marking,
            String party,
            String until,
            String reason,
            UUID record,
            Instant at,
            @Nullable Consented answer) {}

    /// An answer.
    public record Consented(UUID id, boolean granted, String until, String reason, String by, Instant at) {}

    /// A version of the release policy.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PolicyVersion(
            int version,
            LocalDate from,
            int many,
            int manyHours,
            List<PolicyDraft.Rule> rules,
            String state,
            @Nullable String reason,
            @Nullable String proposedBy,
            @Nullable Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    /// What was read from YAML.
    public record ReadPolicy(LocalDate from, int many, int manyHours, List<PolicyDraft.Rule> rules) {}

    /// All there is of policy.
    public record Policies(
            PolicyVersion current,
            @Nullable PolicyVersion proposed,
            List<PolicyVersion> history,
            @Nullable String yaml) {}

    /// What waits for somebody, and how much of it for longer than it may.
    public record Waiting(long waiting, long overdue) {
        static Waiting of(List<Items.Waits> all) {
            return new Waiting(
                    all.stream().mapToLong(Items.Waits::waiting).sum(),
                    all.stream().mapToLong(Items.Waits::overdue).sum());
        }
    }

    /// What waits for officers.
    public record Backlog(Waiting reviews, Waiting emergencies) {}

    /// What would change under a policy.
    public record Effect(List<PartyEffect> parties) {}

    /// For one party; examples are of what would be recalled.
    ///
    /// @param toOfficers what the policy in force keeps back, and officers would be asked about
    /// @param waiting what waits for officers already, and stays with them
    public record PartyEffect(
            String party,
            long recalled,
            long released,
            long toOfficers,
            long asked,
            long waiting,
            List<Example> examples) {}

    public record Example(UUID record, String title) {}

    /// What a record calls itself.
    static String title(@Nullable SharedRecord record) {
        return record != null && record.body().entries().get("title") instanceof CborText(var title) ? title : "";
    }
}
