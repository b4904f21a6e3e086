package org.renkei.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditExportCheck;
import org.renkei.audit.AuditExportCheck.Standing;
import org.renkei.audit.AuditLeaf;
import org.renkei.audit.Finding.Change;
import org.renkei.audit.KeptCheckpoints;
import org.renkei.database.OwnPostgres;
import org.renkei.kernel.ledger.Hash;
import org.renkei.keys.NodeCard;
import org.renkei.problem.Problem;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.verification.StoppedNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// Two nodes cosign each other's audit logs: what goes on from what was cosigned, and nothing else.
class CosigningTests {
    @TempDir
    Path folder;

    private TestFederation federation;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        japan();
        states();
        TestFederation.eventually(
                "each has cosigned the other's log",
                () -> "cosigned".equals(ours(japan())) && "cosigned".equals(ours(states())));
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void cosignsWhatGoesOnAndProvesItToAnInspector() throws IOException {
        for (var count = 0; count < 5; count++) {
            write(japan());
        }
        var before = size(japan());
        cosignNow(japan(), before);
        var all = japan().get("/api/v1/audit/witnesses").json();
        var ours = all.path("ours").path(0);
        assertThat(ours.path("node").asString()).isEqualTo("USA/test");
        assertThat(ours.path("behind").asLong())
                .isEqualTo(all.path("size").asLong() - ours.path("size").asLong());
        assertThat(all.path("cosignatures").path(0).path("checkpoint").asString())
                .startsWith("JPN/test/audit\n")
                .contains("— JPN/test+ed25519 ", "— USA/test+ed25519 ", "— USA/test+ml-dsa-65 ");
        assertThat(states().get("/api/v1/audit/witnesses")
                        .json()
                        .path("theirs")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("cosigned");
        assertThat(states().get("/api/v1/audit?event=witness-began").json().path("entries"))
                .hasSize(1);

        write(japan());
        var export = japan().get("/api/v1/audit/export").text();
        var own = card("JPN");
        assertThat(check(export, own, List.of()).witnesses()).allMatch(one -> one.standing() == Standing.NO_CARD);
        var checked = check(export, own, List.of(card("USA")));
        assertThat(checked.proven()).isTrue();
        assertThat(checked.witnesses()).singleElement().satisfies(one -> {
            assertThat(one.standing()).isEqualTo(Standing.FITS);
            assertThat(one.size()).isGreaterThanOrEqualTo(before);
        });
        var at = export.indexOf("\"cosigned\"");
        var proof = export.indexOf("\"consistency\":[\"", at) + "\"consistency\":[\"".length();
        var other = export.charAt(proof) == '0' ? "1" : "0";
        var forged = export.substring(0, proof) + other + export.substring(proof + 1);
        assertThat(check(forged, own, List.of(card("USA"))).witnesses())
                .allMatch(one -> one.standing() == Standing.CONTRADICTS);
    }

    /// All rows from one on are made anew, with their leaves; what was signed is taken away.
    @ParameterizedTest(name = "cosignatures left: {0}")
    @ValueSource(booleans = {true, false})
    void findsALogThatWasRewrittenAsAWhole(boolean cosignaturesLeft) throws IOException {
        write(japan());
        cosignNow(japan(), size(japan()));
        federation.stop("JPN");
        rewrite(cosignaturesLeft);
        if (cosignaturesLeft) {
            var parts = StoppedNode.verify(SettingsFile.read(federation.file("JPN")))
                    .parts();
            assertThat(parts.getFirst().findings()).anySatisfy(one -> {
                assertThat(one.change()).isEqualTo(Change.COSIGNED);
                assertThat(one.english()).contains("is not the log that USA/test cosigned");
            });
            return;
        }
        assertThat(StoppedNode.verify(SettingsFile.read(federation.file("JPN"))).isSound())
                .isTrue();
        japan();
        TestFederation.eventually(
                "the partner refuses",
                () -> "inconsistent".equals(theirs(states())) && "inconsistent".equals(ours(japan())));
        assertThat(states().get("/api/v1/audit?event=witness-alarm").json().path("entries"))
                .hasSize(1);
        assertThat(japan().get("/api/v1/audit?event=cosigning-refused").json().path("entries"))
                .hasSize(1);
        TestFederation.eventually(
                "it is found here, too",
                () -> japan().get("/api/v1/verification").text().contains("is not the log that USA/test cosigned"));
        assertThat(japan().get("/api/v1/audit/checkpoint").status()).isEqualTo(409);
    }

    @ParameterizedTest(name = "marked: {0}")
    @ValueSource(booleans = {true, false})
    void aLogFromABackupWaitsForAnOfficer(boolean marked) throws IOException {
        federation.stop("JPN");
        var data = federation.data("JPN");
        var backup = folder.resolve("backup");
        FileSystemUtils.copyRecursively(data, backup);
        write(japan());
        cosignNow(japan(), size(japan()));
        federation.stop("JPN");
        FileSystemUtils.deleteRecursively(data);
        FileSystemUtils.copyRecursively(backup, data);
        readOnlyToOwner(data);
        if (marked) {
            Files.writeString(data.resolve("restored.json"), """
                    {"name":"test","from":"2026-11-20T00:00:00Z","until":null,"restored":"2026-11-21T00:00:00Z"}""");
        }
        for (var count = 0; count < 12; count++) {
            write(japan());
        }
        japan().post("/api/v1/audit/witnesses", "");
        var expected = marked ? "went-back" : "inconsistent";
        TestFederation.eventually("the partner says so", () -> expected.equals(theirs(states())));
        TestFederation.eventually("and here", () -> expected.equals(ours(japan())));
        assertThat(states().get("/api/v1/audit/witnesses")
                        .json()
                        .path("alarming")
                        .asBoolean(false))
                .isTrue();
        if (!marked) {
            TestFederation.eventually(
                    "it is evidence",
                    () -> japan().get("/api/v1/verification").text().contains("is not the log that USA/test cosigned"));
            return;
        }
        var state = field(states(), "theirs");
        assertThat(state.path("backTo").asLong())
                .isPositive()
                .isLessThan(state.path("size").asLong());
        var desk = states().bean(WitnessDesk.class);
        assertThatThrownBy(() -> desk.accept("JPN", " ", "officer")).isInstanceOf(Problem.class);
        desk.accept("JPN", "restored from last night's backup, said by telephone", "officer");
        assertThatThrownBy(() -> desk.accept("JPN", "again", "officer")).isInstanceOf(Problem.class);
        cosignNow(japan(), size(japan()));
        assertThat(theirs(states())).isEqualTo("cosigned");
        assertThat(states().get("/api/v1/audit?event=witness-accepted").text()).contains("by telephone");
        assertThat(japan().get("/api/v1/audit/checkpoint").status()).isEqualTo(200);
    }

    private void rewrite(boolean cosignaturesLeft) throws IOException {
        try (var server = OwnPostgres.start(federation.data("JPN").resolve("postgres"))) {
            var jdbc = JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), server.password()));
            jdbc.sql("select * from audit.entry where position >= 2 order by position")
                    .query((row, number) -> {
                        var position = row.getLong("position");
                        var event = new AuditEvent(
                                "somebody else",
                                row.getString("event"),
                                row.getObject("record", UUID.class),
                                row.getString("party"),
                                Map.of());
                        var at = row.getObject("at", OffsetDateTime.class).toInstant();
                        return Map.entry(position, AuditLeaf.encode(position, at, event, row.getString("details")));
                    })
                    .list()
                    .forEach(one -> jdbc.sql("""
                            update audit.entry set actor = 'somebody else', leaf = ?, leaf_hash = ? where position = ?
                            """)
                            .param(one.getValue())
                            .param(Hash.ofLeaf(one.getValue()).bytes())
                            .param(one.getKey())
                            .update());
            jdbc.sql("delete from audit.checkpoint").update();
            if (!cosignaturesLeft) {
                jdbc.sql("delete from audit.cosignature").update();
                jdbc.sql("delete from witness.asked").update();
            }
        }
        Files.deleteIfExists(federation.data("JPN").resolve(KeptCheckpoints.FILE));
    }

    private static void readOnlyToOwner(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.toList()) {
                var mode = Files.isDirectory(file) ? "rwx------" : "rw-------";
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            }
        }
    }

    private void cosignNow(RunningNode node, long atLeast) {
        node.post("/api/v1/audit/witnesses", "");
        TestFederation.eventually(
                "what there is now is cosigned",
                () -> "cosigned".equals(ours(node))
                        && field(node, "ours").path("size").asLong() >= atLeast);
    }

    private static AuditExportCheck.Outcome check(String export, NodeCard card, List<NodeCard> others)
            throws IOException {
        return AuditExportCheck.check(new BufferedReader(new StringReader(export)), card, others);
    }

    private NodeCard card(String party) throws IOException {
        return NodeCard.parse(Files.readString(folder.resolve(party + ".card")));
    }

    private static long size(RunningNode node) {
        return node.get("/api/v1/audit?limit=1").json().path("size").asLong();
    }

    private static String ours(RunningNode node) {
        return field(node, "ours").path("state").asString("");
    }

    private static String theirs(RunningNode node) {
        return field(node, "theirs").path("state").asString("");
    }

    private static JsonNode field(RunningNode node, String name) {
        return node.get("/api/v1/audit/witnesses").json().path(name).path(0);
    }

    private static void write(RunningNode node) {
        node.post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//PUBLIC","body":{"title":"x"}}""");
    }

    private RunningNode japan() {
        return federation.node("JPN");
    }

    private RunningNode states() {
        return federation.node("USA");
    }
}
