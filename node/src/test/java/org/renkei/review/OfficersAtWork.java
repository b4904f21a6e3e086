package org.renkei.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

/// Two nations, and two release officers at the first, of whom one is its security officer as well.
abstract class OfficersAtWork {
    static final String FIRST =
            "{\"id\":\"first\",\"act\":\"review\",\"cause\":\"first-of-kind\",\"parties\":[],\"kinds\":[],\"persons\":1,\"hours\":4}";
    static final String TWO =
            "{\"id\":\"two\",\"act\":\"review\",\"cause\":\"always\",\"parties\":[\"USA\"],\"kinds\":[],\"persons\":2,\"hours\":4}";
    static final String NONE_OF_THESE =
            "{\"id\":\"none\",\"act\":\"withhold\",\"cause\":\"always\",\"parties\":[\"USA\"],\"kinds\":[\"note\"],\"persons\":1,\"hours\":1}";

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock();
    TestFederation federation;
    Visitor officer;
    Visitor second;
    /// Who is the second.
    Residents.Resident guard;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA");
        states();
        var residents = new Residents(japan(), clock);
        officer = residents.settle("officer", "release-officer").signedIn();
        guard = residents.settle("second", "release-officer", "security-officer");
        second = guard.signedIn();
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    int propose(String draft) {
        var answer = officer.send("POST", "/api/v1/release-policy", draft);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("proposed").path("version").asInt();
    }

    static Answer confirm(Visitor who, int version) {
        return who.send("POST", "/api/v1/release-policy/" + version + "/confirm", "");
    }

    void enact(String rules) {
        enact(rules, 100);
    }

    /// @param many more at once than these are many
    void enact(String rules, int many) {
        assertThat(confirm(second, propose(draft(rules, many))).status()).isEqualTo(200);
    }

    String draft(String rules) {
        return draft(rules, 100);
    }

    private String draft(String rules, int many) {
        return draft(rules, many, clock.instant());
    }

    static String draft(String rules, int many, Instant from) {
        return "{\"from\":\"%s\",\"many\":%d,\"reason\":\"test\",\"rules\":[%s]}"
                .formatted(from.toString().substring(0, 10), many, rules);
    }

    JsonNode queue() {
        return officer.get("/api/v1/reviews").json().path("reviews");
    }

    static Answer rule(Visitor who, JsonNode review, String verdict, String cuts) {
        return who.send(
                "POST",
                "/api/v1/reviews/" + review.path("id").asString() + "/ruling",
                "{\"verdict\":\"%s\",\"cuts\":%s,\"reason\":\"looked at\"}".formatted(verdict, cuts));
    }

    String decision(String id) {
        return japan().get("/api/v1/records/" + id + "/release")
                .decision("USA")
                .path("decision")
                .asString();
    }

    String note(String title, String remarks) {
        return japan().post("/api/v1/records", note(title, remarks, "UNCLASSIFIED//REL TO USA"))
                .id();
    }

    void revise(String id, String title, String remarks, String label) {
        var answer = japan().put("/api/v1/records/" + id, note(title, remarks, label));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    static String note(String title, String remarks, String label) {
        return """
                {"kind":"note","label":"%s","body":{"title":"%s","remarks":"%s"}}""".formatted(label, title, remarks);
    }

    RunningNode japan() {
        return federation.node("JPN");
    }

    RunningNode states() {
        return federation.node("USA");
    }
}
