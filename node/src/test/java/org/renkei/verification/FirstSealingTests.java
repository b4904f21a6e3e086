package org.renkei.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.NodeApplication;
import org.renkei.backup.UpgradePermission;
import org.renkei.database.OwnPostgres;
import org.renkei.database.RowSeals;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.OlderDatabase;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Verifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/// A database of a version that did not seal rows yet: they are sealed once, as they are, when the node first starts.
class FirstSealingTests {
    /// In no leaf: only a seal can tell.
    private static final String IN_NO_LEAF = "update ledger.entry set at = at - interval '1 hour' where position = 1";

    private static final String IN_A_LEAF = "update audit.entry set actor = 'nobody' where position = 2";

    @TempDir
    Path folder;

    private TestFederation federation;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        for (var count = 0; count < 3; count++) {
            japan().post("/api/v1/records", """
                    {"kind":"note","label":"UNCLASSIFIED//PUBLIC","body":{"title":"x"}}""");
        }
        federation.stop("JPN");
        database(OlderDatabase::takeBack);
        Files.delete(federation.data("JPN").resolve(RowSeals.FILE));
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void everyRowIsSealedOnceAndAChangeAfterThatIsFound() {
        upgrade();
        assertThat(look()).isEmpty();
        assertThat(unsealed(japan().database())).isZero();
        assertThat(sealings()).hasSize(1);
        assertThat(sealings().getFirst().path("details").path("count").asInt()).isEqualTo(rows(japan().database()));
        japan().restart();
        assertThat(sealings()).as("a second start").hasSize(1);
        japan().database().sql(IN_NO_LEAF).update();
        assertThat(look()).anySatisfy(one -> {
            assertThat(one.path("table").asString()).isEqualTo("ledger.entry");
            assertThat(one.path("position").asLong()).isEqualTo(1);
        });
        japan().restart();
        assertThat(sealings()).as("a start over a changed row").hasSize(1);
        assertThat(look()).isNotEmpty();
    }

    @Test
    void ofWhatWasChangedBeforeOnlyWhatLeavesSayIsFound() {
        database(jdbc -> {
            jdbc.sql(IN_NO_LEAF).update();
            jdbc.sql(IN_A_LEAF).update();
        });
        upgrade();
        assertThat(look())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("table").asString()).isEqualTo("audit.entry"))
                .anySatisfy(one -> assertThat(one.path("position").asLong()).isEqualTo(2));
    }

    @Test
    void whoeverTakesTheKeyAwayIsInTheAuditLog() throws IOException {
        upgrade();
        japan();
        federation.stop("JPN");
        database(jdbc -> jdbc.sql(IN_NO_LEAF).update());
        Files.delete(federation.data("JPN").resolve(RowSeals.FILE));
        assertThat(look()).as("sealed anew, as it was found").isEmpty();
        assertThat(sealings()).hasSize(2);
    }

    private void upgrade() {
        var settings = SettingsFile.read(federation.file("JPN"));
        NodeApplication.start(settings, Clock.systemUTC(), new UpgradePermission(true))
                .close();
        assertThat(federation.data("JPN").resolve(RowSeals.FILE)).exists();
    }

    private List<JsonNode> look() {
        return Verifications.look(japan());
    }

    private List<JsonNode> sealings() {
        return japan().get("/api/v1/audit?event=rows-sealed")
                .json()
                .path("entries")
                .valueStream()
                .toList();
    }

    /// Of the tables that had rows when the node first started with seals.
    private static int rows(JdbcClient jdbc) {
        return jdbc.sql("select (select count(*) from ledger.ledger) + (select count(*) from ledger.entry)")
                .query(Integer.class)
                .single();
    }

    private static int unsealed(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from ledger.entry where row_seal is null")
                .query(Integer.class)
                .single();
    }

    private void database(Consumer<JdbcClient> work) {
        try (var server = OwnPostgres.start(federation.data("JPN").resolve("postgres"))) {
            work.accept(JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), server.password())));
        }
    }

    private RunningNode japan() {
        return federation.node("JPN");
    }
}
