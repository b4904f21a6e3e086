package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.TestFederation;

/// Several lanes within one QUIC connection, as on thin lines.
class QuicLanesTests {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int END = -1;

    @TempDir
    Path folder;

    private TestFederation federation;
    private QuicTransport node;
    private QuicTransport caller;
    private Connection first;
    private Connection firstThere;
    private final LinkedBlockingQueue<Connection> accepted = new LinkedBlockingQueue<>();

    @BeforeEach
    void connect() throws IOException, GeneralSecurityException, InterruptedException {
        assumeThat(QuicTransport.isAvailable()).as("QUIC on this platform").isTrue();
        federation = new TestFederation(folder, "JPN", "USA");
        node = new QuicTransport(tls("USA"));
        caller = new QuicTransport(tls("JPN"));
        var callee = partners("JPN").find("USA").orElseThrow();
        node.listen(callee.address(), accepted::add, (from, failure) -> {});
        first = caller.dial(callee, PATIENCE_MILLIS);
        firstThere = there(first, 1);
    }

    @AfterEach
    void close() {
        if (caller != null) {
            caller.close();
            node.close();
        }
        if (federation != null) {
            federation.close();
        }
    }

    @Test
    void aFurtherLaneIsOfTheSamePartnerAndCarriesBothWays() throws IOException, InterruptedException {
        var further = first.beside();
        var there = there(further, 2);
        assertThat(there.partner().party()).isEqualTo("JPN");
        there.stream().out().write(3);
        assertThat(further.stream().in().read()).isEqualTo(3);
    }

    @Test
    void theOthersStayWhenOneIsClosed() throws IOException, InterruptedException {
        var further = first.beside();
        var there = there(further, 2);
        further.close();
        assertThat(there.stream().in().read()).isEqualTo(END);
        there.close();
        first.stream().out().write(4);
        assertThat(firstThere.stream().in().read()).isEqualTo(4);
        assertThat(there(first.beside(), 5)).isNotNull();
    }

    @Test
    void allEndWithTheFirst() throws IOException, InterruptedException {
        var further = first.beside();
        var there = there(further, 2);
        first.close();
        assertThat(there.stream().in().read()).isEqualTo(END);
        assertThat(further.stream().in().read()).isEqualTo(END);
    }

    @Test
    void thePartnerTakesOnlySoMany() throws IOException, InterruptedException {
        var lanes = new ArrayList<Connection>();
        for (var count = 1; count < QuicTransport.MOST_LANES; count++) {
            lanes.add(there(first.beside(), count));
        }
        assertThatThrownBy(() -> first.beside()).isInstanceOf(IOException.class);
        assertThat(lanes).hasSize(QuicTransport.MOST_LANES - 1);
        first.stream().out().write(6);
        assertThat(firstThere.stream().in().read()).isEqualTo(6);
    }

    /// The lane as the other side has it, which hears of it with its first byte.
    private Connection there(Connection lane, int word) throws IOException, InterruptedException {
        lane.stream().out().write(word);
        var other = accepted.poll(30, TimeUnit.SECONDS);
        assertThat(other).isNotNull();
        assertThat(other.stream().in().read()).isEqualTo(word);
        return other;
    }

    private LinkTls tls(String party) throws GeneralSecurityException {
        var settings = SettingsFile.read(federation.file(party));
        return new LinkTls(OwnKeys.open(settings), partners(party), Clock.systemUTC());
    }

    private Partners partners(String party) {
        return Partners.open(SettingsFile.read(federation.file(party)));
    }
}
