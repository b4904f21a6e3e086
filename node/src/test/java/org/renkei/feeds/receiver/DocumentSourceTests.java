package org.renkei.feeds.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.feeds.receiver.Documents.Account;
import org.renkei.kernel.label.Label;
import org.renkei.settings.FeedReading;
import org.renkei.settings.FeedReading.Signatures;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.FeedSettings.Kind;
import org.renkei.settings.FeedSettings.Source;

/// Documents by HTTP from a real server, and from a folder.
class DocumentSourceTests {
    @TempDir
    Path folder;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, String> redirections = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile boolean storeIsAway;
    private HttpServer server;
    private Receiver receiver;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var tag = "\"" + pages.getOrDefault(path, "").hashCode() + "\"";
            var same = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            asked.add(path + (same ? " same" : ""));
            exchange.getResponseHeaders().add("ETag", tag);
            if (redirections.containsKey(path)) {
                exchange.getResponseHeaders().add("Location", redirections.get(path));
                exchange.sendResponseHeaders(302, -1);
            } else if (same) {
                exchange.sendResponseHeaders(304, -1);
            } else if (pages.containsKey(path)) {
                var body = pages.get(path).getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        if (receiver != null) {
            receiver.stop();
        }
        server.stop(0);
    }

    @Test
    void asksAgainOnlyForWhatChanged() {
        pages.put("/alert", "<alert>1</alert>");
        poll("/alert");
        eventually("it did not change", () -> asked.contains("/alert same"));
        assertThat(taken).containsExactly("/alert <alert>1</alert>");
        pages.put("/alert", "<alert>2</alert>");
        eventually("the new one came", () -> taken.size() == 2);
        assertThat(receiver.state()).isEqualTo(Receiver.State.RUNNING);
    }

    @Test
    void followsAnIndexToItsDocumentsOldestFirstEachOnce() {
        pages.put("/index", """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>
                <entry><id>b</id><updated>2</updated><link href="b.xml"/></entry>
                <entry><id>a</id><updated>1</updated><link rel="alternate" href="/a.xml"/></entry>
                <entry><id>x</id><updated>1</updated><link href="http://elsewhere.example/x.xml"/></entry>
                </feed>""");
        pages.put("/a.xml", "<alert>a</alert>");
        pages.put("/b.xml", "<alert>b</alert>");
        poll("/index");
        eventually("both came", () -> taken.size() == 2);
        assertThat(taken).containsExactly("/a.xml <alert>a</alert>", "/b.xml <alert>b</alert>");
        assertThat(receiver.figures().refusals())
                .extracting(FeedFigures.Refusals::reason)
                .containsExactly("OTHER_HOST");
        eventually("the index did not change", () -> asked.contains("/index same"));
        pages.put("/index", pages.get("/index").replace("<updated>2</updated>", "<updated>3</updated>"));
        pages.put("/b.xml", "<alert>c</alert>");
        eventually("what changed came", () -> taken.contains("/b.xml <alert>c</alert>"));
        assertThat(asked).filteredOn(path -> path.startsWith("/a.xml")).hasSize(1);
    }

    @Test
    void followsAChannelAndTriesAgainWhatWasNotThere() {
        pages.put("/rss", """
                <rss version="2.0" xmlns:gdacs="http://www.gdacs.org"><channel><link>http://x/</link>
                <item><link>/report.aspx</link><pubDate>p</pubDate><gdacs:cap>/cap_1.xml</gdacs:cap></item>
                </channel></rss>""");
        poll("/rss");
        eventually("it is said that one is missing", () -> receiver.problem().isPresent());
        assertThat(receiver.problem().orElseThrow().detail()).contains("/cap_1.xml", "404");
        pages.put("/cap_1.xml", "<alert/>");
        eventually("it came", () -> taken.size() == 1);
    }

    @Test
    void goesToNoOtherHost() {
        redirections.put("/away", "http://elsewhere.example/");
        poll("/away");
        eventually("it is refused", () -> receiver.problem().isPresent());
        assertThat(receiver.problem().orElseThrow().detail()).contains("another host");
        receiver.stop();
        redirections.put("/moved", "/alert");
        pages.put("/alert", "<alert/>");
        poll("/moved");
        eventually("the same host is fine", () -> taken.size() == 1);
    }

    @Test
    void aLinkKeepsToTheHostAndToTls() {
        var home = URI.create("https://alerts.example/index");
        try (var fetch = new HttpFetch(home, Duration.ofSeconds(1))) {
            assertThat(fetch.permitted(home, "http://alerts.example/a"))
                    .hasValue(URI.create("https://alerts.example/a"));
            assertThat(fetch.permitted(home, "/b")).hasValue(URI.create("https://alerts.example/b"));
            for (var other : List.of(
                    "https://alerts.example.org/a",
                    "https://alerts.example:8443/a",
                    "http://alerts.example:80/a",
                    "https://user@alerts.example/a",
                    "file:///etc/hostname",
                    "ftp://alerts.example/a",
                    "https://[")) {
                assertThat(fetch.permitted(home, other)).as(other).isEmpty();
            }
        }
    }

    @Test
    void whatCouldNotBeStoredComesAgain() {
        storeIsAway = true;
        pages.put("/alert", "<alert/>");
        poll("/alert");
        eventually("it says so", () -> receiver.problem().isPresent());
        assertThat(receiver.problem().orElseThrow().fault()).isEqualTo(FeedFault.NOT_TAKEN);
        storeIsAway = false;
        eventually("it came again", () -> taken.size() == 1);
    }

    @Test
    void readsTheFilesOfAFolderWhenTheyAreNewOrChange() throws IOException {
        Files.writeString(folder.resolve("b.cap"), "b");
        Files.writeString(folder.resolve("a.cap"), "a");
        Files.writeString(folder.resolve(".hidden"), "h");
        start(new Source.Folder(folder, Duration.ofMillis(50)));
        eventually("both were read", () -> taken.size() == 2);
        assertThat(taken).containsExactly("a.cap a", "b.cap b");
        Files.writeString(folder.resolve("a.cap"), "a, changed");
        eventually("the changed one was read", () -> taken.contains("a.cap a, changed"));
        assertThat(taken).hasSize(3);
    }

    private void poll(String path) {
        start(new Source.Poll(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path), Duration.ofMillis(50)));
    }

    private void start(Source source) {
        var feed = new FeedSettings(
                "test",
                Kind.CAP,
                source,
                Label.parse("UNCLASSIFIED//PUBLIC"),
                true,
                new FeedReading.Alerts(Signatures.CHECK, null));
        receiver = new Receiver(feed, Clock.systemUTC(), some -> {}, (of, name, content, figures) -> {
            if (storeIsAway) {
                throw new IllegalStateException("away");
            }
            taken.add(name + " " + new String(content, UTF_8));
            return new Account(1, 0, List.of());
        });
        receiver.start();
    }
}
