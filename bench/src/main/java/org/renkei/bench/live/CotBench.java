package org.renkei.bench.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/// Many TAK clients at one node over TLS, each with an account and a certificate of its own, that all report their
/// position
/// once a second and are given those of all others. Measured is the way from sender to receiver.
final class CotBench implements LiveBench.Measured {
    private static final double WITHIN = 300;
    private static final int LISTENED_CLOSELY = 8;
    private static final int PARTS = 100;
    private static final long PATIENCE_MILLIS = 90_000;

    private final LiveOptions options;
    private final BenchNode node;
    private final int port;
    private final Waits waits = new Waits();
    private final List<CotClient> clients = new ArrayList<>();
    private volatile boolean sending = true;
    private volatile long reports;

    CotBench(LiveOptions options, Path folder) throws IOException, InterruptedException {
        this.options = options;
        this.node = new BenchNode(options.home(), folder.resolve("JPN"), "JPN/bench");
        this.port = BenchNode.freePort();
    }

    @Override
    public Map<String, String> conditions() {
        var conditions = new LinkedHashMap<String, String>();
        conditions.put(
                "workload",
                "%,d TAK clients over TLS 1.3, each with its own certificate, in the TAK protocol; each reports once a second and is given all others"
                        .formatted(options.count()));
        conditions.put(
                "measured",
                "%d s after %d s; node, its PostgreSQL and all clients on this machine; times by %d clients, losses by all"
                        .formatted(options.seconds(), options.warmUp(), Math.min(LISTENED_CLOSELY, options.count())));
        return conditions;
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        begin();
        Thread.sleep(options.warmUp() * 1000L);
        // Nobody reports while it is counted, so that what was sent and what came can be compared.
        var used = node.usage();
        var sentBefore = reports;
        pause();
        sentBefore = reports;
        var gotBefore = got();
        var droppedBefore = dropped();
        waits.clear();
        used = node.usage();
        resume();
        Thread.sleep(options.seconds() * 1000L);
        var usage = node.usage().since(used);
        pause();
        var sent = reports - sentBefore;
        var expected = sent * (options.count() - 1);
        var came = got() - gotBefore;
        var seconds = (double) options.seconds();
        var figures = new ArrayList<Figure>();
        figures.add(Figure.of("positions reported", sent / seconds, "a second"));
        figures.add(Figure.of("positions given out", came / seconds, "a second"));
        figures.add(Figure.of("sender to receiver, p50", waits.quantile(0.5), "ms"));
        figures.add(Figure.atMost("sender to receiver, p99", waits.quantile(0.99), "ms", WITHIN));
        figures.add(Figure.atMost("positions that did not arrive", expected - came, "positions", 0));
        figures.add(
                Figure.of("share that did not arrive", expected == 0 ? 0 : 100.0 * (expected - came) / expected, "%"));
        figures.add(Figure.of("of them gave way to something newer", dropped() - droppedBefore, "positions"));
        figures.add(Figure.of(
                "clients cut off", clients.stream().filter(CotClient::isEnded).count(), "clients"));
        figures.add(Figure.of("processor time of the node", usage.nodeSeconds() / seconds, "cores"));
        figures.add(Figure.of("memory of the node", usage.nodeMegabytes(), "MB"));
        return figures;
    }

    private void begin() throws IOException, InterruptedException {
        var keys = node.folder().resolve("data/keys");
        node.settle(List.of(), """
                  feeds:
                    - {id: field, kind: cot, source: "tak:", label: "UNCLASSIFIED//REL TO JPN"}
                  tak: {port: %d, feed: field, clients: %d, certificate: "%s", key: "%s"}
                """.formatted(
                        port, options.count() + 10, keys.resolve("link-tls.crt"), keys.resolve("link-tls.key")));
        node.start();
        var devices = devices(certificate(keys.resolve("link-tls.crt")));
        for (var i = 0; i < devices.size(); i++) {
            clients.add(new CotClient(i, devices.get(i), port, i < LISTENED_CLOSELY ? waits : null));
        }
        Thread.sleep(500);
        for (var client : clients) {
            client.agree();
        }
        await("all clients speak the TAK protocol", () -> clients.stream().allMatch(CotClient::isAgreed));
        for (var part = 0; part < PARTS; part++) {
            var own = part;
            Thread.ofVirtual().name("reports").start(() -> report(own));
        }
    }

    private List<Device> devices(X509Certificate certificate) throws IOException, InterruptedException {
        var devices = new ArrayList<Device>();
        for (var i = 0; i < options.count(); i++) {
            try {
                devices.add(register(i, Device.make("bench-" + i, certificate)));
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        }
        return devices;
    }

    private Device register(int number, Device device) throws IOException, InterruptedException {
        var person = node.post("/api/v1/people", """
                {"signInName": "bench%d", "nameEn": "Bench", "nameJa": "計測", "nation": "JPN", "organisation": "Bench",
                 "roles": ["feed", "watch-officer"], "clearance": "SECRET", "caveats": []}
                """.formatted(number))
                .path("person")
                .path("id")
                .asString();
        var draft = JsonMapper.shared().createObjectNode();
        draft.put("name", "bench").put("days", 1).put("certificate", device.pem());
        draft.putArray("scopes").add("feed").add("read");
        node.post("/api/v1/people/" + person + "/certificates", draft.toString());
        return device;
    }

    private static X509Certificate certificate(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// One hundredth of the clients, at its own moment of each second.
    private void report(int part) {
        try {
            for (var round = 0L; ; round++) {
                var now = System.currentTimeMillis();
                Thread.sleep(1000 - Math.floorMod(now - part * 1000L / PARTS, 1000));
                for (var i = part; i < clients.size() && sending; i += PARTS) {
                    clients.get(i).report(round);
                    reported();
                }
            }
        } catch (IOException gone) {
            // The client was cut off, or all is over.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void reported() {
        reports++;
    }

    /// Returns when what is under way has had its time to arrive.
    private void pause() throws InterruptedException {
        sending = false;
        var before = -1L;
        for (var i = 0; i < 20 && before != got(); i++) {
            before = got();
            Thread.sleep(1_000);
        }
    }

    private void resume() {
        sending = true;
    }

    private long got() {
        return clients.stream().mapToLong(CotClient::got).sum();
    }

    private long dropped() throws IOException, InterruptedException {
        return node.get("/api/v1/tak")
                .path("clients")
                .valueStream()
                .mapToLong(client -> client.path("dropped").asLong())
                .sum();
    }

    private static void await(String what, BooleanSupplier holds) throws IOException, InterruptedException {
        var deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!holds.getAsBoolean()) {
            if (System.currentTimeMillis() > deadline) {
                throw new IOException("this did not come to be: " + what);
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var client : clients) {
            client.close();
        }
        node.close();
    }
}
