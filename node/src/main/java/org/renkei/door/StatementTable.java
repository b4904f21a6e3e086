package org.renkei.door;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.renkei.door.Access.Having;
import org.renkei.identity.Role;

/// Every kind of record by which a desk speaks, and who may write it: those who may speak at the desk itself, by
/// whatever way the record is brought. Kinds without a row are everybody's who may write records.
public final class StatementTable {
    public static final List<Row> ROWS = rows();

    private StatementTable() {}

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var kind : List.of("case-statement", "commitment-statement", "meeting-statement", "watch-entry")) {
            rows.add(new Row(kind, AuthorizationTable.CASES));
        }
        for (var kind : List.of("relief-assignment", "move-statement")) {
            rows.add(new Row(kind, AuthorizationTable.RELIEF));
        }
        for (var kind : List.of(
                "acsa-statement",
                "acsa-account",
                "acsa-enclosure",
                "acsa-past-order",
                "acsa-stock-point",
                "acsa-stock-entry",
                "acsa-stock-origin")) {
            rows.add(new Row(kind, AuthorizationTable.ACSA));
        }
        for (var kind : List.of("consent-request", "consent-answer")) {
            rows.add(new Row(kind, AuthorizationTable.RELEASE));
        }
        return List.copyOf(rows);
    }

    static Optional<Row> find(String kind) {
        return ROWS.stream().filter(row -> row.kind().equals(kind)).findFirst();
    }

    /// One kind of statement.
    public record Row(String kind, Having writing) {
        /// To take one back is a matter of release as well.
        public Having recall() {
            var roles = new HashSet<>(writing.roles());
            roles.add(Role.RELEASE_OFFICER);
            return new Having(roles, writing.scopes(), writing.records());
        }

        @Override
        public String toString() {
            return kind;
        }
    }
}
