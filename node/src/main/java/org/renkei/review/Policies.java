package org.renkei.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.review.ReleasePolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Every version of the release policy.
@Repository
class Policies {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Policies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    enum State {
        PROPOSED,
        CONFIRMED,
        REJECTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A version with what became of it.
    record Version(
            ReleasePolicy policy,
            State state,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    /// All versions, the newest first.
    List<Version> list() {
        return jdbc.sql("select * from review.policy order by version desc")
                .query(this::read)
                .list();
    }

    Optional<Version> find(int version) {
        return jdbc.sql("select * from review.policy where version = ? for update")
                .param(version)
                .query(this::read)
                .optional();
    }

    /// The one in force on a day: the newest that was confirmed and has begun.
    ReleasePolicy inForce(LocalDate day) {
        return jdbc.sql("""
                        select * from review.policy where state = 'confirmed' and effective <= ?
                        order by version desc limit 1
                        """)
                .param(day)
                .query(this::read)
                .optional()
                .map(Version::policy)
                .orElse(ReleasePolicy.NONE);
    }

    int nextVersion() {
        return jdbc.sql("select coalesce(max(version), 0) + 1 from review.policy")
                .query(Integer.class)
                .single();
    }

    void propose(ReleasePolicy policy, String reason, String by, Instant at) {
        jdbc.sql("""
                insert into review.policy (version, effective, many, many_hours, rules, state, reason, proposed_by, proposed_at)
                values (?, ?, ?, ?, cast(? as jsonb), 'proposed', ?, ?, ?)
                """)
                .param(policy.version())
                .param(policy.from())
                .param(policy.many())
                .param(policy.manyHours())
                .param(json.writeValueAsString(PolicyDraft.of(policy).rules()))
                .param(reason)
                .param(by)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void decide(int version, State state, String by, @Nullable String reason, Instant at) {
        jdbc.sql(
                        "update review.policy set state = ?, decided_by = ?, decided_reason = ?, decided_at = ? where version = ?")
                .param(state.code())
                .param(by)
                .param(reason)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(version)
                .update();
    }

    private Version read(ResultSet row, int number) throws SQLException {
        var rules = json.readValue(row.getString("rules"), PolicyDraft.Rule[].class);
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Version(
                new ReleasePolicy(
                        row.getInt("version"),
                        Objects.requireNonNull(row.getObject("effective", LocalDate.class)),
                        row.getInt("many"),
                        row.getInt("many_hours"),
                        List.of(rules).stream().map(PolicyDraft.Rule::rule).toList()),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("proposed_by"),
                Objects.requireNonNull(row.getObject("proposed_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant());
    }
}
