package org.renkei.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/// Writes and reads many rows with one statement, in the caller's transaction.
@Component
public class Bulk {
    private final JdbcTemplate jdbc;

    Bulk(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param target table and columns, such as `audit.entry (position, at)`
    public void copy(String target, CopyRows rows) {
        if (rows.size() == 0) {
            return;
        }
        var bytes = rows.finish();
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin (format binary)");
            copy.writeToCopy(bytes, 0, bytes.length);
            return copy.endCopy();
        });
    }

    /// @param values plain values or [Column]s, in the order of the question marks
    public int update(String sql, @Nullable Object... values) {
        return jdbc.update(connection -> prepare(connection, sql, values));
    }

    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return jdbc.query(connection -> prepare(connection, sql, values), mapper);
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object[] values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            if (values[i] instanceof Column column) {
                statement.setArray(i + 1, connection.createArrayOf(column.type(), column.values()));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
