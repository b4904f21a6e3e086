package org.renkei.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.TestFederation;

class CallRateTests {
    @TempDir
    static Path folder;

    @Test
    void whoFloodsTheNodeWaitsAndNobodyElseDoes() throws IOException {
        var clock = new MovableClock();
        try (var federation = new TestFederation(folder, clock, "JPN")) {
            var node = federation.node("JPN");
            var residents = new Residents(node, clock);
            var flooding = residents.settle("flooding", "watch-officer").signedIn();
            var other = residents.settle("other", "watch-officer").signedIn();
            assertThat(flooding.get("/api/v1/records").status()).isEqualTo(200);
            var rate = node.bean(CallRate.class);

            // a program that does not wait
            var goesOn = new AtomicBoolean(true);
            var program = Thread.ofVirtual().start(() -> {
                while (goesOn.get()) {
                    rate.take("flooding");
                }
            });
            try {
                eventually(
                        "it is refused", () -> flooding.get("/api/v1/records").status() == 429);
                assertThat(other.get("/api/v1/records").status()).isEqualTo(200);
                assertThat(node.get("/api/v1/records").status()).isEqualTo(200);
            } finally {
                goesOn.set(false);
            }
            program.join();
            eventually("it may again", () -> flooding.get("/api/v1/records").status() == 200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
