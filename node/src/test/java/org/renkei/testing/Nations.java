package org.renkei.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Nations at work: their nodes run before the first test of a class that has this as a static field with
/// `@RegisterExtension`, and go by a clock that tests move forward.
public final class Nations implements BeforeAllCallback, AfterAllCallback {
    /// The three of which the nodes run for all classes of a process that share them.
    private static final Federated SHARED = new Federated(List.of("JPN", "USA", "AUS"));

    private final Federated federated;
    private final List<String> parties;

    private Nations(Federated federated, List<String> parties) {
        this.federated = federated;
        this.parties = parties;
    }

    /// Nodes of this class alone, which it may stop, count on being empty, or change in any way.
    ///
    /// @param parties whose nodes there are
    public static Nations apart(String... parties) {
        return new Nations(new Federated(List.of(parties)), List.of(parties));
    }

    /// Nodes of Japan, the United States and Australia that other classes work at as well, one after the
    /// other. A class makes its own cases, orders and people, looks at these alone, and leaves the links up.
    ///
    /// @param parties those whose nodes are up before the first test
    public static Nations shared(String... parties) {
        return new Nations(SHARED, List.of(parties));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        federated.meet(federated == SHARED);
        parties.forEach(this::node);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (federated != SHARED) {
            federated.part();
        }
    }

    public TestFederation federation() {
        return Objects.requireNonNull(federated.federation);
    }

    public RunningNode node(String party) {
        return federation().node(party);
    }

    /// Waits until the ledger of one party for another is confirmed whole.
    public void confirmed(String from, String to) {
        federation().confirmed(from, to);
    }

    public MovableClock clock() {
        return federated.clock;
    }

    private static final class Federated {
        private final List<String> parties;
        private final MovableClock clock = new MovableClock();
        private @Nullable TestFederation federation;
        private @Nullable Path folder;

        Federated(List<String> parties) {
            this.parties = parties;
        }

        /// @param lasting whether they stay until the process ends
        synchronized void meet(boolean lasting) throws IOException {
            if (federation == null) {
                folder = Files.createTempDirectory("renkei-nations");
                federation = new TestFederation(folder, clock, parties.toArray(String[]::new));
                if (lasting) {
                    Runtime.getRuntime().addShutdownHook(new Thread(this::part));
                }
            }
        }

        synchronized void part() {
            Objects.requireNonNull(federation).close();
            federation = null;
            Folders.delete(Objects.requireNonNull(folder));
        }
    }
}
