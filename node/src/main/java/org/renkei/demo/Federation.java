package org.renkei.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.NodeKeys;
import org.renkei.settings.FreePort;
import org.renkei.settings.NodeSettings.Names;
import org.renkei.settings.SettingsFile;

/// The nodes of the demonstration: sets each up with keys, cards of the others and settings, starts them, and leaves
/// nothing behind.
final class Federation implements AutoCloseable {
    private static final List<Member> MEMBERS = List.of(
            new Member(
                    NodeId.parse("JPN/ichigaya"), new Names("Japan, Ichigaya", "日本 市ヶ谷"), "[BILAT-PLAN, RELIEF-OPS]"),
            new Member(
                    NodeId.parse("USA/yokota"),
                    new Names("United States, Yokota", "米国 横田"),
                    "[BILAT-PLAN, RELIEF-OPS]"),
            new Member(NodeId.parse("AUS/hqjoc"), new Names("Australia, HQJOC", "豪州 統合作戦本部"), "[RELIEF-OPS]"));

    private final Path folder;
    private final boolean temporary;
    private final List<DemoNode> nodes = new ArrayList<>();
    private final Set<String> cuttable = new HashSet<>();
    private final Map<String, Relay> relays = new LinkedHashMap<>();
    private final List<Scenario.Feed> feeds;

    /// @param caveats what the others may send this member
    private record Member(NodeId node, Names name, String caveats) {}

    /// @param keep where to keep the nodes' data, or null for a folder that is removed at the end
    /// @param scenario the links it cuts run over TCP through a [Relay]
    Federation(int portBase, @Nullable Path keep, Scenario scenario) throws IOException {
        scenario.cuts().forEach(cut -> cuttable.add(key(cut.one(), cut.other())));
        this.feeds = scenario.feeds();
        this.temporary = keep == null;
        this.folder = keep == null ? Files.createTempDirectory("renkei-demo") : Files.createDirectories(keep);
        var linkPorts = freePorts(MEMBERS.size());
        for (var i = 0; i < MEMBERS.size(); i++) {
            requireFree(portBase + i);
            var member = MEMBERS.get(i);
            nodes.add(new DemoNode(member.node(), folderOf(member), portBase + i));
        }
        for (var i = 0; i < MEMBERS.size(); i++) {
            prepareCard(MEMBERS.get(i), portBase + i, linkPorts.get(i));
        }
        for (var i = 0; i < MEMBERS.size(); i++) {
            writeSettings(i, portBase + i, linkPorts);
        }
    }

    List<DemoNode> nodes() {
        return nodes;
    }

    Path folder() {
        return folder;
    }

    DemoNode node(String party) {
        return nodes.stream()
                .filter(node -> node.party().equals(party))
                .findFirst()
                .orElseThrow(() -> new DemoException("the scenario speaks of " + party + ", which has no node here"));
    }

    void start() throws IOException, InterruptedException {
        for (var node : nodes) {
            node.start();
        }
        for (var node : nodes) {
            node.awaitReady();
        }
    }

    void cut(String one, String other) throws IOException {
        relay(one, other).cut();
    }

    void restore(String one, String other) throws IOException {
        relay(one, other).restore();
    }

    @Override
    public void close() {
        nodes.forEach(DemoNode::stop);
        nodes.forEach(DemoNode::awaitEnd);
        try {
            for (var relay : relays.values()) {
                relay.close();
            }
            if (temporary) {
                deleteFolder();
            }
        } catch (IOException e) {
            throw new DemoException("cleaning up " + folder + ": " + e.getMessage());
        }
    }

    private Relay relay(String one, String other) {
        return Objects.requireNonNull(relays.get(key(one, other)), "no link between " + one + " and " + other);
    }

    private static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one;
    }

    private Path folderOf(Member member) {
        return folder.resolve(member.node().party());
    }

    /// A node's settings without partners are enough to make its keys and sign its card.
    private void prepareCard(Member member, int apiPort, int linkPort) throws IOException {
        var home = Files.createDirectories(folderOf(member));
        var file = home.resolve("node.yaml");
        Files.writeString(file, settings(member, apiPort, linkPort, ""));
        var settings = SettingsFile.read(file);
        var card = NodeKeys.open(settings.data().resolve("keys"), settings.node())
                .card(settings, settings.link().toString());
        Files.writeString(folder.resolve(member.node().party() + ".card"), card.text());
        Files.writeString(folder.resolve(member.node().party() + ".fingerprint"), card.fingerprint());
    }

    private void writeSettings(int index, int apiPort, List<Integer> linkPorts) throws IOException {
        var member = MEMBERS.get(index);
        var partners = new StringBuilder("  partners:\n");
        for (var i = 0; i < MEMBERS.size(); i++) {
            if (i != index) {
                partners.append(partner(member, MEMBERS.get(i), linkPorts.get(i)));
            }
        }
        Files.writeString(
                folderOf(member).resolve("node.yaml"),
                settings(
                        member,
                        apiPort,
                        linkPorts.get(index),
                        partners + feeds(member.node().party())));
    }

    private String feeds(String party) {
        var own = new StringBuilder();
        for (var feed : feeds) {
            if (feed.party().equals(party)) {
                own.append("""
                            - {id: %s, kind: %s, source: "file:%s", label: "%s"}
                        """.formatted(feed.id(), feed.kind(), feed.file(), feed.label()));
            }
        }
        return own.isEmpty() ? "" : "  feeds:\n" + own;
    }

    private String partner(Member self, Member other, int port) throws IOException {
        var party = other.node().party();
        var dial = port;
        var transports = "[quic, tcp]";
        if (self.node().compareTo(other.node()) < 0
                && cuttable.contains(key(self.node().party(), party))) {
            var relay = new Relay(port);
            relays.put(key(self.node().party(), party), relay);
            dial = relay.port();
            transports = "[tcp]";
        }
        return """
                    - card: ../%s.card
                      fingerprint: "%s"
                      dial: 127.0.0.1:%d
                      transports: %s
                      clearance: SECRET
                      caveats: %s
                      purposes: [DISASTER-RELIEF, OPERATIONS, LOGISTICS, PLANNING, EXERCISE, EQUIPMENT, CYBER, SPACE]
                """.formatted(
                party, Files.readString(folder.resolve(party + ".fingerprint")), dial, transports, other.caveats());
    }

    private static String settings(Member member, int apiPort, int linkPort, String partners) {
        return """
                renkei:
                  node: %s
                  name: {en: "%s", ja: "%s"}
                  data: data
                  exercise: true
                  api: {address: 127.0.0.1, port: %d}
                  link: {address: 127.0.0.1, port: %d}
                %s""".formatted(member.node(), member.name().en(), member.name().ja(), apiPort, linkPort, partners);
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var ports = new TreeSet<Integer>();
        while (ports.size() < count) {
            ports.add(FreePort.find());
        }
        return List.copyOf(ports);
    }

    private static void requireFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new DemoException("port " + port + " is taken; choose others with --port-base");
        }
    }

    private void deleteFolder() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
