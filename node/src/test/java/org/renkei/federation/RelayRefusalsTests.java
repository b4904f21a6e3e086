package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.federation.RelayTests.link;
import static org.renkei.federation.RelayTests.state;
import static org.renkei.federation.RelayTests.write;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// Links by way of the United States that end, or cannot be; each test has nodes of its own.
class RelayRefusalsTests {
    @TempDir
    Path folder;

    private TestFederation federation;

    @BeforeEach
    void begin() throws IOException {
        federation = new TestFederation(folder, new MovableClock(), RelayTests::terms, "JPN", "USA", "AUS");
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    /// The carrier agrees at first, and both ends meet; then it does not any more.
    @Test
    void aRelayThatDoesNotAgreeRefusesAndTheSenderSaysSoAndAsksEverMoreRarely() throws IOException {
        upAll();
        federation.stop("USA");
        var file = federation.file("USA");
        Files.writeString(file, Files.readString(file).replace("relay: true", "relay: false"));
        states();
        write(japan(), "UNCLASSIFIED//REL TO AUS", "word never");
        eventually(
                "Japan says so",
                () -> String.valueOf(link(japan(), "AUS").path("problem")).contains("does not carry our parcels"));
        assertThat(state(japan(), "AUS")).isEqualTo("refused");
        assertThat(link(japan(), "AUS").path("problem").asString())
                .contains("USA")
                .contains("not-carried");
        pass(Duration.ofSeconds(2));
        var returned = returned();
        pass(Duration.ofSeconds(4));
        assertThat(returned()).isLessThanOrEqualTo(returned + 1);
        assertThat(states().get("/api/v1/audit?event=parcel-refused").text()).contains("not-carried");
        assertThat(australia().get("/api/v1/records").text()).doesNotContain("word never");
    }

    @Test
    void twoHistoriesAreSaidOnBothScreensAndEndTheLink() {
        upAll();
        write(japan(), "UNCLASSIFIED//REL TO AUS", "one");
        federation.confirmed("JPN", "AUS");
        australia()
                .database()
                .sql("update federation.inbox set root = sha256('another') where node = 'JPN/test'")
                .update();
        write(australia(), "UNCLASSIFIED//REL TO JPN", "two");
        eventually(
                "Japan says so",
                () -> link(japan(), "AUS").path("problem").asString().contains("two histories"));
        eventually(
                "Australia says so",
                () -> link(australia(), "JPN").path("problem").asString().contains("two histories"));
        assertThat(state(japan(), "AUS")).isEqualTo("refused");
    }

    @Test
    void aWayThatCannotBeIsRefusedAtTheStart() throws IOException {
        var file = federation.file("JPN");
        var text = Files.readString(file);
        Files.writeString(file, text.replace("via: [USA]", "via: [NZL]"));
        assertThatThrownBy(() -> federation.node("JPN"))
                .hasStackTraceContaining("'NZL' is no partner of this node; known are [USA, AUS]");
        Files.writeString(file, text.replace("via: [USA]", "via: [AUS]"));
        assertThatThrownBy(() -> federation.node("JPN")).hasStackTraceContaining("others, each once");
        Files.writeString(file, text.replace("via: [USA]", "via: [USA]\n      dial: 127.0.0.1:9"));
        assertThatThrownBy(() -> federation.node("JPN")).hasStackTraceContaining("not both");
    }

    private void upAll() {
        japan();
        states();
        australia();
        eventually(
                "all links are up",
                () -> state(japan(), "AUS").equals("up")
                        && state(australia(), "JPN").equals("up"));
    }

    /// How many parcels of its own Japan has been refused.
    private long returned() {
        return japan().get("/api/v1/audit?event=parcel-returned&limit=500")
                .json()
                .path("entries")
                .size();
    }

    private static void pass(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        eventually("time passes", () -> System.nanoTime() > end);
    }

    private RunningNode japan() {
        return federation.node("JPN");
    }

    private RunningNode states() {
        return federation.node("USA");
    }

    private RunningNode australia() {
        return federation.node("AUS");
    }
}
