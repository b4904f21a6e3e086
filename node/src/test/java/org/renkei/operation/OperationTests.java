package org.renkei.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.command.StatusCommand;
import org.renkei.command.SupportCommand;
import org.renkei.jobs.Jobs;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class OperationTests {
    private static final String SECRET = "Quetzalcoatl-7731";
    private static final Path DOCUMENT = Path.of("../docs/metrics.md");

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static Residents.Resident observer;
    static String record;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA");
        japan();
        federation.node("USA");
        observer = new Residents(japan(), clock).settle(SECRET.toLowerCase(Locale.ROOT), "observer");
        record = japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//PUBLIC","precedence":"FLASH","body":{"title":"%s"}}""".formatted(SECRET)).id();
        federation.confirmed("JPN", "USA");
        TestFederation.eventually(
                "it is cosigned",
                () -> japan().get("/api/v1/audit/witnesses").text().contains("\"state\":\"cosigned\""));
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void everyMetricStandsInTheDocumentAndNothingOfRecordsInAny() throws IOException {
        japan().get("/api/v1/records/" + record);
        var text = measured();
        assertThat(text).doesNotContain(SECRET).doesNotContain(record).doesNotContain("one-");
        assertThat(text)
                .contains("renkei_link_up{party=\"USA\"} 1")
                .contains("renkei_link_backlog_entries{lane=\"bulk\",party=\"USA\"}")
                .contains("renkei_ledger_entries{party=\"USA\"}")
                .contains("route=\"/api/v1/records/{id}\"")
                .containsPattern("renkei_decisions_total\\{outcome=\"released\"\\} [1-9]")
                .containsPattern("renkei_link_urgent_confirmed\\{party=\"USA\"\\} [1-9]");
        var written = document(text);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(DOCUMENT, written);
        }
        assertThat(written).isEqualTo(Files.readString(DOCUMENT));
    }

    /// What the link tells of itself comes a moment after what it carries.
    private static String measured() {
        // What was written before the link was up went with the backlog.
        japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//PUBLIC","precedence":"FLASH","body":{"title":"urgent"}}""");
        var both = Pattern.compile(
                "renkei_clock_offset_seconds\\{.*renkei_link_urgent_confirmed\\{party=\"USA\"\\} [1-9]",
                Pattern.DOTALL);
        TestFederation.eventually(
                "the link was measured",
                () -> both.matcher(japan().get("/metrics").text()).find());
        return japan().get("/metrics").text();
    }

    private static String document(String text) {
        var helps = new TreeMap<String, String>();
        var types = new TreeMap<String, String>();
        var labels = new TreeMap<String, String>();
        text.lines().forEach(line -> {
            var words = line.split(" ", 4);
            if (line.startsWith("# HELP renkei_")) {
                helps.put(words[2], words.length > 3 ? words[3] : "");
            } else if (line.startsWith("# TYPE renkei_")) {
                types.put(words[2], words[3]);
            } else if (line.startsWith("renkei_")) {
                var names =
                        Pattern.compile("([a-z]+)=\"").matcher(line).results().map(found -> found.group(1));
                labels.merge(
                        words[0].replaceFirst("\\{.*", "").replaceFirst("(_count|_sum|_max)$", ""),
                        String.join(", ", names.sorted().distinct().toList()),
                        (a, b) -> a.length() > b.length() ? a : b);
            }
        });
        var page = new StringBuilder("""
                # Metrics

                Written from a running node; `OperationTests` fails when this page is stale. `GET /metrics` gives them in the text form of Prometheus to the roles
                in [authorization.md](authorization.md), and to a personal access token with the scope `metrics`. Beside these there are those of Micrometer for
                the Java machine and the process: `jvm_*`, `process_*`, `system_*`. Labels are keys of partners, lanes, outcomes, jobs and routes; never ids or words
                of records or people. 日本語の説明は [operations.ja.md](operations.ja.md) にあります。

                | metric | type | labels | what |
                |---|---|---|---|
                """);
        helps.forEach((name, help) -> page.append("| `%s` | %s | %s | %s |\n"
                .formatted(
                        name,
                        types.get(name),
                        labels.getOrDefault(name.replaceFirst("_max$", ""), ""),
                        help.isBlank() ? "Time to answer" : help)));
        return page.toString();
    }

    @Test
    void tokensForMetricsReadThemAndNothingElse() {
        var made = observer.signedIn()
                .send("POST", "/api/v1/account/tokens", "{\"name\":\"m\",\"scopes\":[\"metrics\"],\"days\":1}");
        var token = "Bearer " + made.json().path("secret").asString();
        assertThat(japan().send("GET", "/metrics", "", token, "en").status()).isEqualTo(200);
        for (var path : List.of("/api/v1/records", "/api/v1/parties", "/openapi.json", "/api/v1/node")) {
            assertThat(japan().send("GET", path, "", token, "en").status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private static String clock(JsonNode state) {
        return check(state, "clock").path("text").path("en").asString();
    }

    @Test
    void tellsHowTheNodeStandsAndWhatToDo() {
        TestFederation.eventually(
                "all is looked through",
                () -> !japan().get("/api/v1/verification").json().path("last").isMissingNode());
        TestFederation.eventually(
                "the clocks are compared",
                () -> clock(japan().get("/api/v1/operation").json()).contains("against USA"));
        var state = japan().get("/api/v1/operation").json();
        assertThat(state.path("well").asBoolean(false))
                .as(state.toPrettyString())
                .isTrue();
        assertThat(check(state, "link:USA").path("level").asString()).isEqualTo("ok");
        assertThat(check(state, "backups").path("level").asString()).isEqualTo("caution");
        assertThat(check(state, "backups").path("advice").path("ja").asString()).contains("renkei.backup.folder");
        for (var name : List.of("database", "disk", "tampering", "witnesses", "certificate:link", "jobs")) {
            assertThat(check(state, name).path("level").asString()).as(name).isEqualTo("ok");
        }
        assertThat(state.path("jobs").valueStream().map(job -> job.path("name").asString()))
                .contains("ends-of-releases", "changed-facts", "audit-checkpoint", "disk-sample", "verification");
    }

    @Test
    void runsAJobNow() {
        assertThat(japan().post("/api/v1/operation/jobs/none", "").status()).isEqualTo(404);
        assertThat(japan().post("/api/v1/operation/jobs/unused-uploads", "").status())
                .isEqualTo(202);
        TestFederation.eventually(
                "it ran", () -> job("unused-uploads").path("last").isString());
        assertThat(japan().get("/api/v1/audit?event=job-run").text()).contains("unused-uploads");
    }

    @Test
    void aJobThatFailsIsNamed() {
        var jobs = japan().bean(Jobs.class);
        jobs.watch("failing", Duration.ofHours(1), () -> {
            throw new IllegalStateException(SECRET);
        });
        jobs.runNow("failing");
        TestFederation.eventually(
                "it failed", () -> job("failing").path("failure").isString());
        assertThat(check(japan().get("/api/v1/operation").json(), "jobs")
                        .path("level")
                        .asString())
                .isEqualTo("caution");
        jobs.watch("failing", Duration.ofHours(1), () -> {});
    }

    @Test
    void tellsWhenTheDiskWillBeFull() {
        var disk = japan().bean(Disk.class);
        assertThat(disk.daysLeft()).isEmpty();
        japan().database()
                .sql("insert into operation.disk (at, free, database) values (?, ?, 0)")
                .param(clock.instant().minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC))
                .param(disk.free() * 2)
                .update();
        assertThat(disk.daysLeft().orElseThrow()).isBetween(1.0, 3.0);
        assertThat(check(japan().get("/api/v1/operation").json(), "disk")
                        .path("level")
                        .asString())
                .isEqualTo("critical");
        assertThat(run(new StatusCommand(), "--lang", "en"))
                .matches(ran -> ran.code() == 1 && ran.out().contains("at the present rate"));
        japan().database().sql("delete from operation.disk").update();
        assertThat(run(new StatusCommand(), "--lang", "ja").code()).isZero();
        assertThat(run(new StatusCommand(), "--strict").code()).isEqualTo(1);
    }

    @Test
    void answersThoseWhoStartItAgainWithoutSayingMore() {
        assertThat(japan().send("GET", "/health/live", "", "", "en").text()).isEqualTo("{\"status\":\"up\"}");
        assertThat(japan().send("GET", "/health/ready", "", "", "en").text()).isEqualTo("{\"status\":\"ready\"}");
    }

    /// Secrets are planted wherever the node has a place for words, and looked for in every spelling.
    @Test
    void theSupportBundleHoldsNoSecret() throws Exception {
        var log = LoggerFactory.getLogger("org.renkei.test");
        log.warn("somebody said {} of {} at {}", SECRET, "JPN/test", 17);
        log.error("it failed: {}", SECRET, new IllegalStateException(SECRET, new IOException(SECRET)));
        LoggerFactory.getLogger("com.example").warn(SECRET);
        japan().bean(Jobs.class).watch("planted", Duration.ofHours(1), () -> {
            throw new IllegalStateException(SECRET);
        });
        japan().bean(Jobs.class).runNow("planted");
        japan().post("/api/v1/agreements/" + SECRET + "/end", "{}");
        japan().get("/api/v1/records?text=" + SECRET);
        var thread = Thread.ofPlatform().daemon().name("caller é" + "\n").start(() -> sleep());

        var secrets = new ArrayList<>(List.of(SECRET, SECRET.toLowerCase(Locale.ROOT), japan().token()));
        var data = federation.data("JPN");
        secrets.add(
                Files.readString(data.resolve("postgres").resolve("password")).strip());
        for (var key : List.of("ed25519.key", "ml-dsa-65.key", "link-tls.key")) {
            secrets.add(Files.readAllLines(data.resolve("keys").resolve(key)).get(1));
        }
        secrets.add(data.toString());
        secrets.add(Files.readString(folder.resolve("USA.fingerprint")));

        var out = folder.resolve("support.zip");
        var ran = run(new SupportCommand(), "--out", out.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("settings.json", "log.txt", "threads.txt");
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(out)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).as(entry.getName()).isNotBlank().doesNotContain("could not be made");
                for (var secret : secrets) {
                    var bytes = secret.getBytes(StandardCharsets.UTF_8);
                    assertThat(text).as(entry.getName()).doesNotContain(secret);
                    assertThat(text.toLowerCase(Locale.ROOT))
                            .doesNotContain(HexFormat.of().formatHex(bytes));
                    for (var skip = 0; skip < 3; skip++) {
                        assertThat(text).doesNotContain(inBase64(bytes, skip));
                    }
                }
                if (entry.getName().equals("log.txt")) {
                    assertThat(text)
                            .contains("org.renkei.test: somebody said … of JPN/test at 17")
                            .contains("java.lang.IllegalStateException");
                }
            }
        }
        assertThat(names)
                .containsExactlyElementsOf(japan().get("/api/v1/operation/support")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("name").asString())
                        .toList());
        assertThat(japan().get("/api/v1/audit?event=support-made").json().path("entries"))
                .isNotEmpty();
        thread.interrupt();
        japan().bean(Jobs.class).watch("planted", Duration.ofHours(1), () -> {});
    }

    /// What base64 always looks like when the bytes begin at one of three places.
    private static String inBase64(byte[] bytes, int skip) {
        var whole = Arrays.copyOfRange(bytes, skip, bytes.length);
        var text = Base64.getEncoder().withoutPadding().encodeToString(whole);
        return text.substring(0, whole.length / 3 * 4);
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    record Ran(int code, String out, String err) {}

    private static Ran run(Object command, String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = new ArrayList<>(List.of(
                "--url",
                japan().url(),
                "--token-file",
                japan().settings().data().resolve("admin.token").toString()));
        arguments.addAll(List.of(more));
        var code = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    private static JsonNode check(JsonNode state, String name) {
        return state.path("checks")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + name + " in " + state));
    }

    private static JsonNode job(String name) {
        return japan().get("/api/v1/operation")
                .json()
                .path("jobs")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }
}
