package org.renkei.bench.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;

/// Lays records into the PostgreSQL of a node as if they had come over years: what the node does with one record is
/// measured elsewhere.
final class RecordLoad implements AutoCloseable {
    private static final int FLUSH = 16 << 20;

    private final Connection connection;
    private final NodeId own;
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final ByteArrayOutputStream revisions = new ByteArrayOutputStream();
    private final Set<Hash> markings = new HashSet<>();

    /// @param folder of a node that runs
    RecordLoad(Path folder, NodeId own) throws IOException, SQLException {
        var postgres = folder.resolve("data/postgres");
        var port = Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(3);
        var password = Files.readString(postgres.resolve("password")).strip();
        var user = "renkei";
        this.connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", user, password);
        this.own = own;
    }

    /// @param party who said it; the own nation's come from this node
    /// @param storedAt when it came to be held here
    void add(String kind, UUID id, String party, HybridTime time, CborMap body, Label label, Instant storedAt)
            throws SQLException, IOException {
        var origin = party.equals(own.party()) ? own : new NodeId(party, "bench");
        var record = new SharedRecord(
                id,
                origin,
                kind,
                1,
                "bench",
                time,
                Precedence.ROUTINE,
                label,
                List.of(),
                List.of(),
                body,
                false,
                null,
                Map.of());
        var marking = marking(label);
        var search = new StringBuilder();
        collect(body, search);
        row(
                records,
                record.id().toString(),
                origin.toString(),
                origin.party(),
                origin.equals(own) ? "t" : "f",
                record.kind(),
                "1",
                "current",
                storedAt.toString(),
                search.toString().toLowerCase(Locale.ROOT),
                bytes(marking.bytes()));
        row(
                revisions,
                record.id().toString(),
                "1",
                bytes(RecordCodec.encode(record)),
                Long.toString(time.packed()),
                storedAt.toString());
        if (records.size() > FLUSH || revisions.size() > FLUSH) {
            flush();
        }
    }

    private Hash marking(Label label) throws SQLException {
        var content = Cbor.encode(new CborArray(List.of(new CborText(label.text()), new CborArray(List.of()))));
        var digest = Hash.ofContent(content);
        if (markings.add(digest)) {
            try (var insert =
                    connection.prepareStatement("insert into records.marking values (?, ?) on conflict do nothing")) {
                insert.setBytes(1, digest.bytes());
                insert.setBytes(2, content);
                insert.executeUpdate();
            }
        }
        return digest;
    }

    void flush() throws SQLException, IOException {
        copy("records.record (id, origin, party, own, kind, revision, state, stored_at, search, marking)", records);
        copy("records.revision (record, revision, content, time, stored_at)", revisions);
    }

    /// Somebody who may read, with an access token.
    ///
    /// @return the token
    String person(String name, String nation, String role, String clearance) throws SQLException {
        var token = "renkei_" + UUID.randomUUID();
        var id = UUID.randomUUID();
        try (var person = connection.prepareStatement("""
                        insert into identity.person (id, sign_in_name, name_en, name_ja, nation, organisation, roles, clearance,
                        caveats, languages, active, created_at) values (?, ?, ?, ?, ?, 'bench', ?, ?, '{}', '{en}', true, now())
                        """);
                var access = connection.prepareStatement("""
                        insert into identity.access_token (id, hash, person, name, scopes, created_at, expires_at)
                        values (?, ?, ?, 'bench', '{read}', now(), now() + interval '1 day')
                        """)) {
            person.setObject(1, id);
            person.setString(2, name);
            person.setString(3, name);
            person.setString(4, name);
            person.setString(5, nation);
            person.setArray(6, connection.createArrayOf("text", new String[] {role}));
            person.setString(7, clearance);
            person.executeUpdate();
            access.setObject(1, UUID.randomUUID());
            access.setBytes(2, Hash.ofContent(token.getBytes(UTF_8)).bytes());
            access.setObject(3, id);
            access.executeUpdate();
        }
        return token;
    }

    /// Has the node fold everything at its next start.
    void foldAnew() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("delete from acsa.fold_rules");
            statement.executeUpdate("delete from folds.rules");
        }
    }

    long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private void copy(String target, ByteArrayOutputStream rows) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
        var all = rows.toByteArray();
        copy.writeToCopy(all, 0, all.length);
        copy.endCopy();
        rows.reset();
    }

    /// In the text format of `COPY`.
    private static void row(ByteArrayOutputStream rows, String... values) {
        for (var i = 0; i < values.length; i++) {
            var escaped = values[i].replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
            rows.writeBytes(escaped.getBytes(UTF_8));
            rows.write(i + 1 < values.length ? '\t' : '\n');
        }
    }

    private static String bytes(byte[] value) {
        return "\\x" + HexFormat.of().formatHex(value);
    }

    private static void collect(CborValue value, StringBuilder text) {
        switch (value) {
            case CborMap(var entries) -> entries.values().forEach(inner -> collect(inner, text));
            case CborArray(var items) -> items.forEach(item -> collect(item, text));
            case CborText(var word) -> text.append(word).append('\n');
            case CborInt(var number) -> text.append(number).append('\n');
            default -> {}
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
