package org.renkei.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.database.OwnPostgres;
import org.renkei.kernel.record.RecordIds;
import org.renkei.settings.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The whole demonstration as a stranger runs it: three processes, the scenario, the report; and then every byte that
/// the partners' databases hold.
class KumamotoScenarioIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path SCENARIO = HOME.resolve("scenarios/kumamoto-2016/scenario.yaml");

    @TempDir
    static Path folder;

    static int exitCode;
    static JsonNode report;
    static final Map<String, String> DUMPS = new LinkedHashMap<>();

    @BeforeAll
    static void play() throws Exception {
        var base = FreePort.find();
        var file = folder.resolve("r.json");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-Drenkei.home=" + HOME,
                        "-Drenkei.node.flags=-XX:+UseSerialGC -Xmx384m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED",
                        "-cp",
                        "target/renkei-node.jar" + File.pathSeparator + "target/lib/*",
                        "org.renkei.Renkei",
                        "demo",
                        "--headless",
                        "--port-base=" + base,
                        "--report=" + file,
                        "--keep=" + folder.resolve("nodes"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("demo.log").toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        exitCode = process.exitValue();
        assertThat(exitCode).as(Files.readString(folder.resolve("demo.log"))).isZero();
        report = JsonMapper.builder().build().readTree(Files.readString(file));
        for (var party : List.of("JPN", "USA", "AUS")) {
            DUMPS.put(party, dump(folder.resolve("nodes").resolve(party).resolve("data/postgres")));
        }
        assertNothingListens(base);
    }

    @Test
    void everythingConvergedAndTheReportSaysWhatHappened() {
        assertThat(report.path("converged").asBoolean()).isTrue();
        assertThat(report.path("unexpected").isEmpty()).isTrue();
        assertThat(report.path("nodes").size()).isEqualTo(3);
        assertThat(report.path("links").size()).isEqualTo(6);
        report.path("links").forEach(link -> {
            assertThat(link.path("partnerRoot")).isEqualTo(link.path("ledgerRoot"));
            assertThat(link.path("partnerSize")).isEqualTo(link.path("ledgerSize"));
        });
        assertThat(sum("withheld")).isPositive();
        assertThat(sum("redacted")).isPositive();
        assertThat(sum("recalled")).isPositive();
    }

    /// Every secret word of the scenario is on its origin's node, so the search can find it, and on no node it
    /// is hidden from: neither as text nor as the bytes of it.
    @Test
    void nothingWithheldIsPresentOnAPartner() throws IOException {
        var secrets = YAMLMapper.shared().readTree(Files.readString(SCENARIO)).path("secrets");
        assertThat(secrets.size()).isGreaterThan(25);
        for (var secret : secrets) {
            var word = secret.path("word").asString();
            var hidden = new ArrayList<String>();
            secret.path("hiddenFrom").forEach(party -> hidden.add(party.asString()));
            for (var dump : DUMPS.entrySet()) {
                if (hidden.contains(dump.getKey())) {
                    assertThat(occurs(word, dump.getValue()))
                            .as("%s at %s", word, dump.getKey())
                            .isFalse();
                }
            }
            assertThat(DUMPS.values().stream().anyMatch(dump -> occurs(word, dump)))
                    .as("%s can be found where it belongs", word)
                    .isTrue();
        }
    }

    @Test
    void notEvenTheIdsOfWithheldRecordsArePresentOnAPartner() {
        var withheld = new LinkedHashMap<String, Map<String, String>>();
        report.path("decisions")
                .forEach(decision -> withheld.computeIfAbsent(
                                decision.path("record").asString(), key -> new LinkedHashMap<>())
                        .merge(
                                decision.path("party").asString(),
                                decision.path("decision").asString(),
                                (one, other) -> one.equals("withheld") ? other : one));
        var checked = 0;
        for (var record : withheld.entrySet()) {
            for (var decision : record.getValue().entrySet()) {
                if (decision.getValue().equals("withheld")) {
                    var id = UUID.fromString(record.getKey());
                    var dump = DUMPS.get(decision.getKey());
                    assertThat(dump).doesNotContain(record.getKey());
                    assertThat(dump).doesNotContain(HexFormat.of().formatHex(RecordIds.bytes(id)));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(10);
    }

    /// What a partner counts has no gaps: positions from 1, and revisions of each record from 1.
    @Test
    void numbersTellNothingOfWhatWasLeftOut() throws Exception {
        for (var party : List.of("USA", "AUS")) {
            try (var database = OwnPostgres.start(
                            folder.resolve("nodes").resolve(party).resolve("data/postgres"));
                    var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                    var statement = connection.createStatement()) {
                try (var gaps = statement.executeQuery("""
                        select count(*) from (select node, max(position) - count(*) gap from federation.received group by node) g
                        where gap <> 0
                        union all
                        select count(*) from (
                            select v.record, max(v.revision) - count(*) gap from records.revision v
                            join records.record r on r.id = v.record where not r.own group by v.record) g
                        where gap <> 0
                        """)) {
                    while (gaps.next()) {
                        assertThat(gaps.getLong(1)).as(party).isZero();
                    }
                }
            }
        }
    }

    private static long sum(String word) {
        return report.path("links")
                .valueStream()
                .mapToLong(link -> link.path(word).asLong())
                .sum();
    }

    private static boolean occurs(String word, String dump) {
        var bytes = word.getBytes(UTF_8);
        return dump.contains(word)
                || dump.contains(word.toLowerCase(Locale.ROOT))
                || dump.contains(HexFormat.of().formatHex(bytes))
                || dump.contains(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Every row of every table as text; binary columns as hexadecimal digits.
    private static String dump(Path postgres) throws SQLException {
        var text = new StringBuilder();
        try (var database = OwnPostgres.start(postgres);
                var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var names = statement.executeQuery("""
                    select format('%I.%I', schemaname, tablename) from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema')
                    """)) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            assertThat(tables).contains("records.revision", "audit.entry", "ledger.entry", "federation.received");
            for (var table : tables) {
                try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    private static void assertNothingListens(int base) throws IOException {
        for (var port = base; port < base + 3; port++) {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        }
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains(folder.resolve("nodes").toString())))
                .isEmpty();
    }
}
