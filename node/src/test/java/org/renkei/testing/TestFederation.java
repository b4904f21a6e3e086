package org.renkei.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.renkei.keys.NodeKeys;
import org.renkei.settings.FreePort;
import org.renkei.settings.SettingsFile;

/// Nodes that know one another's cards, named by their party (`JPN` is `JPN/test`) or whole (`JPN/kumamoto-jcp`).
/// Unless a test says otherwise, each may send the others up to SECRET with RELIEF-OPS; only JPN and USA send each
/// other BILAT-PLAN.
public final class TestFederation implements AutoCloseable {
    private final Path folder;
    private final Clock clock;
    private final Terms terms;
    private final Map<String, Integer> linkPorts = new LinkedHashMap<>();
    private final Map<String, RunningNode> nodes = new LinkedHashMap<>();

    public TestFederation(Path folder, String... parties) throws IOException {
        this(folder, Clock.systemUTC(), parties);
    }

    /// Nodes that go by a clock of the test's.
    public TestFederation(Path folder, Clock clock, String... parties) throws IOException {
        this(folder, clock, (self, other) -> Optional.of(usualTerms(self, other)), parties);
    }

    /// What the settings of one node say about another besides card and fingerprint; empty when it is no partner.
    public interface Terms {
        Optional<String> between(String self, String other);
    }

    /// Nodes that know only those as partners, and on those terms, that the test says.
    public TestFederation(Path folder, Clock clock, Terms terms, String... parties) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.terms = terms;
        for (var party : parties) {
            linkPorts.put(party, FreePort.find());
            writeSettings(party, List.of());
            var settings = SettingsFile.read(file(party));
            var card = NodeKeys.open(settings.data().resolve("keys"), settings.node())
                    .card(settings, settings.link().toString());
            Files.writeString(folder.resolve(inPath(party) + ".card"), card.text());
            Files.writeString(folder.resolve(inPath(party) + ".fingerprint"), card.fingerprint());
        }
        for (var party : parties) {
            var others = new ArrayList<>(List.of(parties));
            others.remove(party);
            writeSettings(party, others);
        }
    }

    /// The node of a party, started at the first call.
    public RunningNode node(String party) {
        return nodes.computeIfAbsent(party, key -> new RunningNode(file(key), clock));
    }

    public Path file(String party) {
        return folder.resolve(inPath(party)).resolve("node.yaml");
    }

    /// The data folder of a party's node.
    public Path data(String party) {
        return folder.resolve(inPath(party)).resolve("data");
    }

    /// Ends one node; [#node] starts it again.
    public void stop(String party) {
        var node = nodes.remove(party);
        if (node != null) {
            node.close();
        }
    }

    /// Waits until something holds; the test fails when it does not come to hold.
    public static void eventually(String what, BooleanSupplier holds) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("this did not come to be: " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /// Waits until the ledger of one party for another is confirmed whole.
    public void confirmed(String from, String to) {
        eventually(from + " is confirmed by " + to, () -> {
            var ledger = node(from).get("/api/v1/ledgers/" + inPath(to)).json();
            return ledger.path("size").asLong()
                    == ledger.path("acknowledged").path("size").asLong();
        });
    }

    public static String usualTerms(String self, String other) {
        var bilateral = List.of("JPN", "USA").containsAll(List.of(self, other));
        return """
                clearance: SECRET
                caveats: [%sRELIEF-OPS]
                purposes: [DISASTER-RELIEF, LOGISTICS, OPERATIONS]
                """.formatted(bilateral ? "BILAT-PLAN, " : "");
    }

    /// A node's name as it stands in paths and folders.
    public static String inPath(String party) {
        return party.replace('/', '~');
    }

    private static String nodeName(String party) {
        return party.contains("/") ? party : party + "/test";
    }

    @Override
    public void close() {
        nodes.values().forEach(RunningNode::close);
    }

    private void writeSettings(String party, List<String> partners) throws IOException {
        var text = new StringBuilder(
                """
                renkei:
                  node: %s
                  name: {en: "%s test node", ja: "%s 試験ノード"}
                  data: data
                  api: {address: 127.0.0.1, port: 0}
                  link: {address: 127.0.0.1, port: %d}
                  partners:%s
                """.formatted(nodeName(party), party, party, linkPorts.get(party), partners.isEmpty() ? " []" : ""));
        for (var other : partners) {
            var said = terms.between(party, other);
            if (said.isPresent()) {
                text.append(
                        """
                            - card: ../%s.card
                              fingerprint: "%s"
                        """.formatted(inPath(other), Files.readString(folder.resolve(inPath(other) + ".fingerprint"))));
                text.append(said.get().indent(6));
            }
        }
        Files.createDirectories(folder.resolve(inPath(party)));
        Files.writeString(file(party), text.toString());
    }
}
