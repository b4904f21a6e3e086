package org.renkei.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.Machine;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.TlsNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Machines that come in by a client certificate, over real TLS.
class ClientCertificateTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String MEANT = "Renkei-Certificate";
    private static final String RECORD = """
            {"kind": "note", "label": "UNCLASSIFIED//PUBLIC", "body": {"title": "x"}}""";

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TlsNode node;

    private Machine machine;
    private String account;
    private String person;

    @BeforeAll
    static void start() throws IOException {
        node = new TlsNode(folder, clock, ", client-certificates: true");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void settle() {
        machine = Machine.make();
        account = "feed" + NUMBER.incrementAndGet();
        person = add(account, "feed", "watch-officer").path("person").path("id").asString();
    }

    @Test
    void comesInAsItsAccountWithinItsScope() {
        assertThat(register("read").status()).isEqualTo(201);
        try (var http = machine.client()) {
            var session = TlsNode.answer(node.send(http, "GET", "/api/v1/session", ""));
            assertThat(session.json().path("name").asString()).isEqualTo(account);
            assertThat(node.send(http, "GET", "/api/v1/records", "").statusCode())
                    .isEqualTo(200);
            assertThat(node.send(http, "POST", "/api/v1/records", RECORD, MEANT, "1")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(node.send(http, "GET", "/api/v1/account/tokens", "").statusCode())
                    .as("what is for sessions")
                    .isEqualTo(403);
        }
    }

    @Test
    void bringsRecordsInOnlyWithTheHeaderThatNoOtherSiteCanAdd() {
        register("feed");
        try (var http = machine.client()) {
            var without = node.send(http, "POST", "/api/v1/records", RECORD);
            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(without.body()).contains(MEANT);
            var made = TlsNode.answer(node.send(http, "POST", "/api/v1/records", RECORD, MEANT, "1"));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(node.send(http, "GET", "/api/v1/records", "").statusCode())
                    .isEqualTo(403);
            assertThat(audit("record-stored", account)).isNotEmpty();
        }
    }

    @Test
    void recognizesNothingThatABrowserSends() {
        register("feed", "read");
        try (var http = machine.client()) {
            for (var header : new String[][] {
                {"Sec-Fetch-Site", "none"},
                {"Sec-Fetch-Site", "cross-site"},
                {"Sec-Fetch-Site", "same-origin"},
                {"Origin", "https://evil.example"},
                {"Origin", node.origin()},
                {"Renkei-Page", "1"}
            }) {
                assertThat(node.send(http, "GET", "/api/v1/records", "", header).statusCode())
                        .as("%s", (Object) header)
                        .isEqualTo(401);
                assertThat(node.send(http, "POST", "/api/v1/records", RECORD, header[0], header[1], MEANT, "1")
                                .statusCode())
                        .as("%s", (Object) header)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void refusesACertificateThatIsNotRegistered() {
        try (var http = machine.client()) {
            var english = node.send(http, "GET", "/api/v1/records", "", "Accept-Language", "en");
            assertThat(english.statusCode()).isEqualTo(401);
            assertThat(english.headers().firstValue("Content-Type").orElseThrow())
                    .contains("problem+json");
            assertThat(english.body()).contains("not registered").contains(fingerprint());
            var japanese = node.send(http, "GET", "/api/v1/records", "", "Accept-Language", "ja");
            assertThat(japanese.body()).contains("未登録").contains(fingerprint());
            assertThat(node.send(http, "GET", "/health", "").statusCode()).isEqualTo(200);
            assertThat(node.send(http, "GET", "/api/v1/records", "", "Authorization", bearer())
                            .statusCode())
                    .as("where a token says who it is")
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesACertificateThatComesTogetherWithAnotherIdentity() {
        register("read");
        var officer = "officer" + NUMBER.incrementAndGet();
        var cookie = signIn(officer);
        try (var http = machine.client()) {
            var both = node.send(http, "GET", "/api/v1/session", "", "Cookie", cookie);
            assertThat(both.statusCode()).isEqualTo(400);
            assertThat(both.body()).contains("nobody can tell as whom");
            assertThat(node.send(http, "GET", "/api/v1/session", "", "Authorization", bearer())
                            .statusCode())
                    .isEqualTo(400);
            assertThat(node.send(http, "GET", "/api/v1/session", "", "Cookie", "__Host-renkei=ended")
                            .statusCode())
                    .isEqualTo(400);
            var browser = node.send(http, "GET", "/api/v1/session", "", "Cookie", cookie, "Sec-Fetch-Site", "none");
            assertThat(TlsNode.answer(browser).json().path("name").asString())
                    .as("a browser of which the certificate is not looked at")
                    .isEqualTo(officer);
        }
        try (var stranger = Machine.make().client()) {
            var card = node.send(stranger, "GET", "/api/v1/session", "", "Cookie", cookie);
            assertThat(TlsNode.answer(card).json().path("name").asString()).isEqualTo(officer);
        }
    }

    @Test
    void holdsUntilItsDaysHavePassedAndNeverLongerThanTheCertificateItself() {
        var end = clock.instant().plus(Duration.ofDays(3));
        machine = new Machine.Maker(clock.instant()).until(end).make();
        var view = register("read").json();
        assertThat(view.path("expires").asString())
                .isEqualTo(view.path("notAfter").asString());
        assertThat(Instant.parse(view.path("expires").asString())).isBeforeOrEqualTo(end);
        var other = Machine.make();
        assertThat(register(other, 1, "read").status()).isEqualTo(201);
        try (var http = machine.client();
                var shorter = other.client()) {
            clock.advance(Duration.ofDays(2));
            assertThat(node.send(shorter, "GET", "/api/v1/records", "").statusCode())
                    .isEqualTo(401);
            assertThat(node.send(http, "GET", "/api/v1/records", "").statusCode())
                    .isEqualTo(200);
            clock.advance(Duration.ofDays(2));
            assertThat(node.send(http, "GET", "/api/v1/records", "").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void isRevokedAtOnceAndForGoodAndAllOfItIsInTheAuditLog() {
        var id = register("read").json().path("id").asString();
        try (var http = machine.client()) {
            assertThat(node.send(http, "GET", "/api/v1/records", "").statusCode())
                    .isEqualTo(200);
            assertThat(Instant.parse(listed(id).path("used").asString()))
                    .isBetween(clock.instant().minusSeconds(60), clock.instant());
            assertThat(listed(id).path("holds").asBoolean()).isTrue();
            assertThat(node.manage("DELETE", "/api/v1/certificates/" + id, "").status())
                    .isEqualTo(204);
            assertThat(node.send(http, "GET", "/api/v1/records", "").statusCode())
                    .as("over the connection that is open")
                    .isEqualTo(401);
        }
        assertThat(listed(id).path("holds").asBoolean()).isFalse();
        assertThat(listed(id).path("revoked").isNull()).isFalse();
        assertThat(node.manage("DELETE", "/api/v1/certificates/" + id, "").status())
                .isEqualTo(409);
        assertThat(register("read").status()).as("registered again").isEqualTo(409);
        for (var event : new String[] {"certificate-registered", "certificate-revoked"}) {
            assertThat(audit(event, Caller.SERVICE)).contains(fingerprint(), account, "the weather feed");
        }
    }

    @Test
    void opensNoMoreThanItsAccountNowMay() {
        register("read");
        try (var http = machine.client()) {
            node.manage("PUT", "/api/v1/people/" + person, Residents.draft(account, "JPN", "feed"));
            assertThat(node.send(http, "GET", "/api/v1/records", "").statusCode())
                    .isEqualTo(403);
            var inactive = Residents.draft(account, "JPN", "watch-officer")
                    .replace("\"clearance\"", "\"active\": false, \"clearance\"");
            node.manage("PUT", "/api/v1/people/" + person, inactive);
            assertThat(node.send(http, "GET", "/api/v1/records", "").statusCode())
                    .isEqualTo(401);
            node.manage("PUT", "/api/v1/people/" + person, inactive.replace("\"active\": false", "\"active\": true"));
            assertThat(node.send(http, "GET", "/api/v1/records", "").statusCode())
                    .as("active again, the certificate is not")
                    .isEqualTo(401);
        }
        assertThat(register(Machine.make(), 30, "read").status()).isEqualTo(201);
    }

    @Test
    void needsTheKeyOfTheCertificate() {
        register("read");
        try (var thief = Machine.make().client(machine.certificate())) {
            var request = node.request("GET", "/api/v1/records", "");
            assertThatThrownBy(() -> thief.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void isRegisteredByAnAdministratorForOthersAndSeenAndRevokedByItsOwner() {
        var chief = "chief" + NUMBER.incrementAndGet();
        var invited = add(chief, "administrator");
        var asChief = accept(chief, invited);
        var self = invited.path("person").path("id").asString();
        assertThat(own(asChief, "POST", "/api/v1/people/" + self + "/certificates", draft(machine, 30, "read"))
                        .status())
                .as("for oneself")
                .isEqualTo(403);
        var officer = signIn("guard" + NUMBER.incrementAndGet(), "security-officer");
        assertThat(own(officer, "POST", "/api/v1/people/" + person + "/certificates", draft(machine, 30, "read"))
                        .status())
                .isEqualTo(403);
        var owner = add("owner" + NUMBER.incrementAndGet(), "watch-officer");
        var asOwner = accept(owner.path("person").path("signInName").asString(), owner);
        person = owner.path("person").path("id").asString();
        var id = own(asChief, "POST", "/api/v1/people/" + person + "/certificates", draft(machine, 30, "read"))
                .id();
        assertThat(own(officer, "GET", "/api/v1/certificates", "").text()).contains(id);
        assertThat(own(asOwner, "GET", "/api/v1/account/certificates", "").text())
                .contains(id, "\"asked\":true", "\"createdBy\":\"" + chief);
        assertThat(own(officer, "GET", "/api/v1/account/certificates", "").text())
                .doesNotContain(id);
        assertThat(own(officer, "DELETE", "/api/v1/account/certificates/" + id, "")
                        .status())
                .as("another's")
                .isEqualTo(404);
        assertThat(own(asOwner, "DELETE", "/api/v1/account/certificates/" + id, "")
                        .status())
                .isEqualTo(204);
        var next = register(Machine.make(), 30, "read").id();
        assertThat(own(officer, "DELETE", "/api/v1/certificates/" + next, "").status())
                .isEqualTo(204);
        clock.advance(Duration.ofMinutes(11));
        assertThat(own(asChief, "POST", "/api/v1/people/" + person + "/certificates", draft(Machine.make(), 30, "read"))
                        .text())
                .as("long after the last proof")
                .contains("proof-needed");
    }

    @Test
    void namesEveryMistakeOfARegistration() {
        var wrong = new Machine.Maker(clock.instant())
                .of("RSA", 2048)
                .forPurposes(KeyPurposeId.id_kp_serverAuth)
                .make();
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("name", " ")
                .put("days", 1000)
                .put("certificate", wrong.pem())
                .toString();
        var answer = node.manage("POST", "/api/v1/people/" + person + "/certificates", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("at"))
                .containsExactlyInAnyOrder("/name", "/days", "/scopes", "/certificate", "/certificate");
        assertThat(node.manage(
                                "POST",
                                "/api/v1/people/" + person.replace('0', '1') + "1/certificates",
                                draft(machine, 1, "read"))
                        .status())
                .isIn(400, 404);
    }

    @Test
    void isNotAskedForUnlessTheSettingsSaySo(@TempDir Path elsewhere) throws IOException {
        try (var quiet = new TlsNode(elsewhere, clock, "");
                var http = machine.client()) {
            assertThat(quiet.manage("GET", "/api/v1/certificates", "").text()).contains("\"asked\":false");
            var answer = quiet.send(http, "GET", "/api/v1/records", "");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("certificate");
        }
    }

    private String fingerprint() {
        return CertificateDesk.fingerprint(machine.certificate());
    }

    private Answer register(String... scopes) {
        return register(machine, 30, scopes);
    }

    private Answer register(Machine one, int days, String... scopes) {
        return node.manage("POST", "/api/v1/people/" + person + "/certificates", draft(one, days, scopes));
    }

    private static String draft(Machine one, int days, String... scopes) {
        var draft = JsonMapper.shared().createObjectNode();
        draft.put("name", "the weather feed").put("days", days).put("certificate", one.pem());
        var list = draft.putArray("scopes");
        for (var scope : scopes) {
            list.add(scope);
        }
        return draft.toString();
    }

    private static JsonNode add(String name, String... roles) {
        var added = node.manage("POST", "/api/v1/people", Residents.draft(name, "JPN", roles));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json();
    }

    private static JsonNode listed(String id) {
        return node.manage("GET", "/api/v1/certificates", "")
                .json()
                .path("certificates")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String audit(String event, String actor) {
        return node.manage("GET", "/api/v1/audit?limit=500&event=" + event, "")
                .json()
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("actor").asString().equals(actor))
                .map(JsonNode::toString)
                .toList()
                .toString();
    }

    /// @return the cookie
    private static String signIn(String name, String... roles) {
        return accept(name, add(name, roles.length == 0 ? new String[] {"watch-officer"} : roles));
    }

    private static String accept(String name, JsonNode added) {
        var token = added.path("invitation").path("token").asString();
        var opened = page("POST", "/api/v1/invitation/open", "{\"token\":\"%s\"}".formatted(token), "");
        var secret = TlsNode.answer(opened).json().path("secret").asString();
        var answer = page(
                "POST",
                "/api/v1/invitation",
                "{\"token\":\"%s\",\"password\":\"correct horse battery\",\"code\":\"%s\"}"
                        .formatted(token, Residents.code(secret, clock.instant())),
                "");
        assertThat(answer.statusCode()).as(name + answer.body()).isEqualTo(204);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    }

    private static Answer own(String cookie, String method, String path, String body) {
        return TlsNode.answer(page(method, path, body, cookie));
    }

    private static HttpResponse<String> page(String method, String path, String body, String cookie) {
        return node.send(
                node.plain(),
                method,
                path,
                body,
                "Renkei-Page",
                "1",
                "Origin",
                node.origin(),
                "Cookie",
                cookie.isEmpty() ? "none=1" : cookie);
    }

    private static String bearer() {
        return "Bearer " + node.node().token();
    }
}
