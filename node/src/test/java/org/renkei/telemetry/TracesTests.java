package org.renkei.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.testing.TestFederation;

/// What arrives at a receiver of OTLP, and that the context crosses a link only where both nations want it.
class TracesTests {
    private static final String SECRET = "Quetzalcoatl-7731";

    @TempDir
    Path folder;

    /// One span as it was exported.
    record Span(String trace, String name, Set<String> attributes) {}

    @ParameterizedTest(name = "JPN {0}, USA {1}")
    @CsvSource({"true, true", "true, false", "false, true"})
    void followARecordFromTheRequestToThePartnerWhereBothWantIt(boolean japan, boolean states) throws IOException {
        try (var receiver = new Receiver();
                var federation = federation(japan, states)) {
            for (var party : List.of("JPN", "USA")) {
                var settings = Files.readString(federation.file(party));
                Files.writeString(
                        federation.file(party), settings + "  traces: {endpoint: \"" + receiver.url() + "\"}\n");
            }
            federation.node("USA");
            federation.node("JPN").get("/api/v1/records");
            federation.node("JPN").post("/api/v1/records", """
                    {"kind":"note","label":"UNCLASSIFIED//PUBLIC","body":{"title":"%s"}}""".formatted(SECRET));
            federation.confirmed("JPN", "USA");
            TestFederation.eventually(
                    "the steps arrive", () -> receiver.names().containsAll(Set.of("commit", "link.send")));
            var trace = receiver.spans.stream()
                    .filter(span -> span.name().equals("commit"))
                    .map(Span::trace)
                    .findFirst()
                    .orElseThrow();
            if (japan && states) {
                TestFederation.eventually(
                        "of the partner, too", () -> receiver.of(trace).contains("link.store"));
            } else {
                pause();
            }
            assertThat(receiver.of(trace)).contains("request", "commit", "decide", "link.send");
            assertThat(receiver.of(trace).contains("link.store")).isEqualTo(japan && states);
            assertThat(receiver.attributes())
                    .isSubsetOf(Stream.of(Fact.values()).map(Fact::text).collect(Collectors.toSet()));
            var everything = receiver.everything();
            assertThat(everything)
                    .doesNotContain(SECRET)
                    .doesNotContain(federation.node("JPN").token());
        }
    }

    @Test
    void areOffUnlessThereIsAPlaceToSendThem() throws IOException {
        try (var federation = new TestFederation(folder, "JPN")) {
            assertThat(federation.node("JPN").bean(Traces.class).isOn()).isFalse();
            try (var step = federation.node("JPN").bean(Traces.class).begin(Step.REQUEST)) {
                assertThat(step.context()).isNull();
            }
        }
    }

    private TestFederation federation(boolean japan, boolean states) throws IOException {
        return new TestFederation(
                folder,
                Clock.systemUTC(),
                (self, other) -> Optional.of(TestFederation.usualTerms(self, other) + "traces: "
                        + (self.equals("JPN") ? japan : states) + "\n"),
                "JPN",
                "USA");
    }

    private static void pause() {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes OTLP over HTTP and reads of it what the test asks for.
    static final class Receiver implements AutoCloseable {
        private final HttpServer server;
        private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
        private final List<Span> spans = new CopyOnWriteArrayList<>();

        Receiver() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                var body = exchange.getRequestBody().readAllBytes();
                bodies.add(body);
                Proto.fields(body, 1)
                        .forEach(resource -> Proto.fields(resource, 2)
                                .forEach(scope -> Proto.fields(scope, 2).forEach(span -> spans.add(read(span)))));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }

        private static Span read(byte[] span) {
            var attributes = new HashSet<String>();
            Proto.fields(span, 9)
                    .forEach(one -> attributes.add(text(Proto.fields(one, 1).getFirst())));
            return new Span(
                    HexFormat.of().formatHex(Proto.fields(span, 1).getFirst()),
                    text(Proto.fields(span, 5).getFirst()),
                    attributes);
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
        }

        Set<String> names() {
            return spans.stream().map(Span::name).collect(Collectors.toSet());
        }

        Set<String> of(String trace) {
            return spans.stream()
                    .filter(span -> span.trace().equals(trace))
                    .map(Span::name)
                    .collect(Collectors.toSet());
        }

        Set<String> attributes() {
            return spans.stream().flatMap(span -> span.attributes().stream()).collect(Collectors.toSet());
        }

        String everything() {
            return bodies.stream()
                    .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                    .collect(Collectors.joining());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
