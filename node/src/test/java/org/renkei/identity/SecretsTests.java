package org.renkei.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.database.RowSeals;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Whatever a node is told in secret, or makes for itself, stands in none of its logs: not in what it prints, not in
/// the audit log, not in the log of its database; and its files are for their owner alone.
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests {
    private static final String TOKEN = "{\"name\":\"x\",\"scopes\":[\"read\"],\"days\":1}";
    private static final String WRONG = "a wrong password that was typed";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private TestFederation federation;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA");
        Files.writeString(
                federation.file("JPN"), "  backup: {folder: ../backups, keep: 2}\n", StandardOpenOption.APPEND);
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void noLogHoldsASecret(CapturedOutput printed) throws IOException {
        var node = federation.node("JPN");
        federation.node("USA");
        people(node);
        mistakes(node);
        assertThat(node.post("/api/v1/backups", "").status()).isEqualTo(202);
        TestFederation.eventually("a backup is complete", () -> printed.getAll().contains("is complete"));
        node.restart();
        var audit = audit(node);
        files(node.settings().data());

        assertThat(secrets)
                .hasSizeGreaterThan(12)
                .allSatisfy((name, secret) -> assertThat(secret).as(name).hasSizeGreaterThan(5));
        assertThat(audit).contains("yamada");
        searched("what is printed", printed.getAll());
        searched("the audit log", audit);
        try (var files = Files.walk(node.settings().data())) {
            var logs = files.filter(file -> file.getFileName().toString().contains("log"))
                    .filter(Files::isRegularFile)
                    .toList();
            assertThat(logs).isNotEmpty();
            for (var log : logs) {
                searched(log.toString(), Files.readString(log, ISO_8859_1));
            }
        }
    }

    /// A sign-in, a token, an invitation that stays open, and what failed on the way.
    private void people(RunningNode node) {
        var residents = new Residents(node, clock);
        var added = node.post("/api/v1/people", Residents.draft("yamada", "JPN", "watch-officer"))
                .json();
        var invitation = added.path("invitation").path("token").asString();
        var browser = new Visitor(node);
        var opened = browser.send("POST", "/api/v1/invitation/open", "{\"token\":\"" + invitation + "\"}");
        secrets.put("authenticator", opened.json().path("secret").asString());
        secrets.put("invitation", invitation);
        var id = UUID.fromString(added.path("person").path("id").asString());
        var yamada = residents.accept("yamada", id, invitation, "");
        secrets.put("password", yamada.password());
        secrets.put("wrong password", WRONG);
        yamada.signIn(browser, WRONG, "000000");
        yamada.signIn(browser);
        var cookie = Objects.requireNonNull(browser.cookie());
        secrets.put("cookie", cookie.substring(cookie.indexOf('=') + 1));
        var token = browser.send("POST", "/api/v1/account/tokens", TOKEN).json().path("secret");
        secrets.put("personal token", token.asString());
        assertThat(node.send("GET", "/api/v1/records", "", "Bearer " + token.asString(), "en")
                        .status())
                .isEqualTo(200);
        secrets.put("administrator's token", node.token());
    }

    /// Requests that cannot be read or carried out, with secrets where they belong and where they do not.
    private void mistakes(RunningNode node) {
        var password = secrets.get("password");
        var token = secrets.get("personal token");
        for (var body : List.of(
                "{\"name\":\"yamada\",\"password\":\"" + password + "\",\"code\":",
                "{\"name\":\"yamada\",\"password\":{\"" + password + "\":1}}",
                "{\"name\":\"yamada\",\"passwrod\":\"" + password + "\",\"code\":\"000000\"}",
                "[\"" + password + "\"]")) {
            assertThat(new Visitor(node).send("POST", "/api/v1/session", body).status())
                    .isBetween(400, 499);
        }
        assertThat(new Visitor(node)
                        .send("POST", "/api/v1/invitation/open", "{\"token\":\"" + secrets.get("invitation") + "\"}")
                        .status())
                .isBetween(400, 499);
        assertThat(node.send("GET", "/api/v1/records", "", "Basic " + token, "en")
                        .status())
                .isEqualTo(401);
        assertThat(node.send("PUT", "/api/v1/people/" + token, "{}", "Bearer " + token, "en")
                        .status())
                .isBetween(400, 499);
    }

    /// Private keys in each form in which they might be printed, and the password of the database.
    private void files(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (name.equals(RowSeals.FILE)) {
                    var hexadecimal = Files.readAllLines(file).getFirst().strip();
                    secrets.put(name, hexadecimal);
                    secrets.put(
                            name + " in base 64",
                            Base64.getEncoder()
                                    .encodeToString(HexFormat.of().parseHex(hexadecimal))
                                    .substring(0, 40));
                } else if (name.endsWith(".key")) {
                    var lines = Files.readAllLines(file);
                    secrets.put(
                            name,
                            lines.get(1).substring(0, Math.min(60, lines.get(1).length())));
                    var bytes = Base64.getMimeDecoder().decode(String.join("", lines.subList(1, lines.size() - 1)));
                    secrets.put(
                            name + " in hexadecimal", HexFormat.of().formatHex(bytes, bytes.length - 16, bytes.length));
                } else if (name.equals("password")) {
                    secrets.put(
                            "password of the database", Files.readString(file).strip());
                } else {
                    continue;
                }
                assertThat(Files.getPosixFilePermissions(file).toString())
                        .as("%s", file)
                        .doesNotContain("GROUP", "OTHERS");
            }
        }
    }

    private static String audit(RunningNode node) {
        var pages = new ArrayList<String>();
        var page = node.get("/api/v1/audit?limit=500");
        pages.add(page.text());
        for (var next = page.json().path("next").asString("");
                !next.isEmpty();
                next = page.json().path("next").asString("")) {
            page = node.get("/api/v1/audit?limit=500&cursor=" + next);
            pages.add(page.text());
        }
        return String.join("\n", pages);
    }

    private void searched(String where, String text) {
        secrets.forEach((name, secret) -> {
            var bytes = secret.getBytes(StandardCharsets.UTF_8);
            assertThat(List.of(
                            secret,
                            Base64.getEncoder().withoutPadding().encodeToString(bytes),
                            HexFormat.of().formatHex(bytes)))
                    .as("%s in %s", name, where)
                    .noneMatch(text::contains);
        });
    }
}
