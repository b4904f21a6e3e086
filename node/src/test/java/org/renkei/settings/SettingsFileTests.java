package org.renkei.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Coarsening;
import org.renkei.kernel.track.TrackGrid;
import org.renkei.settings.NodeSettings.Endpoint;

class SettingsFileTests {
    @TempDir
    Path folder;

    @Test
    void everyKeyHasADefaultThatIsSafe() throws IOException {
        var settings = read("renkei:\n  node: JPN/ichigaya\n");
        assertThat(settings.data()).isEqualTo(folder.resolve("data"));
        assertThat(settings.api()).isEqualTo(new Endpoint("127.0.0.1", 8081));
        assertThat(settings.link()).isEqualTo(new Endpoint("127.0.0.1", 9081));
        assertThat(settings.exercise()).isFalse();
        assertThat(settings.database()).isNull();
        assertThat(settings.apiUrl()).isNull();
        assertThat(settings.signIn().passwords()).isTrue();
        assertThat(settings.attachmentBytes()).isEqualTo(64 * 1024 * 1024);
        assertThat(settings.relayedAttachmentBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(settings.agreements()).isNull();
        assertThat(settings.partners()).isEmpty();
        assertThat(settings.keyAgeDays()).isEqualTo(365);
        assertThat(settings.picture()).isEqualTo(new PictureSettings(30, Map.of()));
        assertThat(settings.traces()).isNull();
        assertThat(settings.authorApproves()).isFalse();
        assertThat(settings.feeds()).isEmpty();
        assertThat(settings.tak()).isNull();
        assertThat(settings.kafka()).isNull();
        assertThat(settings.translation()).isNull();
    }

    @Test
    void knowsExactlyTheseKeys() {
        assertThat(SettingsFile.KEYS)
                .containsExactlyInAnyOrder(
                        "node",
                        "name",
                        "data",
                        "exercise",
                        "api",
                        "sign-in",
                        "link",
                        "attachments",
                        "agreements",
                        "database",
                        "backup",
                        "keys",
                        "partners",
                        "picture",
                        "review",
                        "traces",
                        "feeds",
                        "tak",
                        "kafka",
                        "translation");
    }

    @Test
    void readsEveryKey() throws IOException {
        Files.writeString(folder.resolve("register.yaml"), "");
        Files.writeString(folder.resolve("secret"), "x");
        Files.writeString(folder.resolve("usa.card"), "x");
        var settings = read("""
                renkei:
                  node: JPN/kumamoto-jcp
                  name: {en: Kumamoto, ja: 熊本}
                  data: var
                  exercise: true
                  api: {address: 127.0.0.1, port: 1, url: "http://localhost:9000"}
                  sign-in: {passwords: false}
                  link: {address: 0.0.0.0, port: 2}
                  attachments: {max-bytes: 1000, relayed-max-bytes: 0}
                  agreements: register.yaml
                  database: {url: "jdbc:postgresql://db/x", user: u, password-file: secret}
                  partners:
                    - {card: usa.card, fingerprint: ab cd, dial: "10.0.0.1:9", clearance: TOP SECRET, caveats: [A], purposes: [B], relay: true, relay-quota: 2, traces: true}
                    - {card: usa.card, fingerprint: ab cd, via: [USA]}
                  review: {author-approves: true}
                  feeds: [{id: radar, kind: ais, source: "tcp://10.0.0.2:1", label: SECRET}]
                  picture:
                    kept-days: 7
                    coarse: [{feed: radar, label: "UNCLASSIFIED//REL TO AUS, JPN", cells-per-degree: 5, delay-minutes: 30}]
                  traces: {endpoint: "https://traces.example/v1/traces"}
                """);
        assertThat(settings.authorApproves()).isTrue();
        assertThat(settings.picture().keptDays()).isEqualTo(7);
        assertThat(settings.picture().coarse())
                .containsEntry(
                        "radar",
                        new Coarsening(
                                Label.parse("UNCLASSIFIED//REL TO AUS, JPN"),
                                new TrackGrid(5),
                                Duration.ofMinutes(30)));
        assertThat(settings.name()).isEqualTo(new NodeSettings.Names("Kumamoto", "熊本"));
        assertThat(settings.exercise()).isTrue();
        assertThat(settings.apiUrl()).hasToString("http://localhost:9000");
        assertThat(settings.signIn().passwords()).isFalse();
        assertThat(settings.signIn().provider()).isNull();
        assertThat(settings.attachmentBytes()).isEqualTo(1_000);
        assertThat(settings.relayedAttachmentBytes()).isZero();
        assertThat(settings.database())
                .isEqualTo(new NodeSettings.Database("jdbc:postgresql://db/x", "u", folder.resolve("secret")));
        assertThat(settings.partners().getFirst().clearance()).isEqualTo("TOP_SECRET");
        assertThat(settings.partners().getFirst().dial()).isEqualTo(new Endpoint("10.0.0.1", 9));
        assertThat(settings.partners().getFirst().carries()).isEqualTo(new NodeSettings.Carriage(2 * 1024 * 1024));
        assertThat(settings.partners().getFirst().traces()).isTrue();
        assertThat(settings.partners().getLast().traces()).isFalse();
        assertThat(settings.traces()).hasToString("https://traces.example/v1/traces");
        assertThat(settings.partners().getLast().via()).containsExactly("USA");
        assertThat(settings.partners().getLast().carries()).isNull();
    }

    @Test
    void readsWhereTakClientsConnect() throws IOException {
        Files.writeString(folder.resolve("a.pem"), "x");
        var settings = read("""
                renkei:
                  tak: {address: 0.0.0.0, port: 8090, certificate: a.pem, key: a.pem, feed: field, clients: 800}
                  feeds:
                    - {id: field, kind: cot, source: "tak:", label: UNCLASSIFIED//PUBLIC}
                    - {id: server, kind: cot, source: "tls://tak.example:8089", trusted: a.pem, label: UNCLASSIFIED//PUBLIC}
                """);
        var pem = folder.resolve("a.pem");
        assertThat(settings.tak())
                .isEqualTo(new TakSettings(
                        new Endpoint("0.0.0.0", 8090), new NodeSettings.Tls(pem, pem, false), "field", 800));
        assertThat(settings.feeds().getLast().source())
                .isEqualTo(new FeedSettings.Source.TlsServer(new Endpoint("tak.example", 8089), null, pem));
        assertThatThrownBy(() -> read("renkei: {tak: {port: 8089}}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("by TLS alone");
        assertThatThrownBy(() -> read("renkei: {tak: {certificate: a.pem, key: a.pem, feed: none}}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("renkei.tak.feed");
        assertThatThrownBy(() ->
                        read("renkei: {feeds: [{id: a, kind: cot, source: 'tak:', label: UNCLASSIFIED//PUBLIC}]}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("does not name it");
    }

    @Test
    void readsAsWhomATranslationServiceCounts() throws IOException {
        Files.writeString(folder.resolve("key"), "x");
        var settings = read("""
                renkei:
                  translation:
                    url: https://translate.example/v1/
                    model: minna-7b
                    key-file: key
                    trusted: key
                    party: JPN
                    clearance: RESTRICTED
                    caveats: [RELIEF-OPS]
                    purposes: [DISASTER-RELIEF]
                    consenting: [USA]
                    until: 2027-03-31
                """);
        var key = folder.resolve("key");
        assertThat(settings.translation())
                .isEqualTo(new TranslationSettings(
                        URI.create("https://translate.example/v1"),
                        "minna-7b",
                        key,
                        key,
                        "JPN",
                        Classification.RESTRICTED,
                        Set.of("RELIEF-OPS"),
                        Set.of("DISASTER-RELIEF"),
                        Set.of("USA"),
                        LocalDate.of(2027, 3, 31)));
    }

    @Test
    void namesAllMistakesOfATranslationService() {
        var refused = catchThrowableOfType(SettingsException.class, () -> read("""
                        renkei:
                          translation:
                            url: http://translate.example/v1
                            key-file: nowhere
                            party: Japan
                            clearance: HIGH
                            until: soon
                            secret: abc
                        """));
        assertThat(refused.mistakes())
                .anyMatch(one -> one.startsWith("renkei.translation.url: 'http://translate.example/v1' is not https"))
                .anyMatch(one -> one.startsWith("renkei.translation.model: missing"))
                .anyMatch(one -> one.startsWith("renkei.translation.key-file: there is no readable file"))
                .anyMatch(one -> one.startsWith("renkei.translation.party: 'Japan' is no party"))
                .anyMatch(one -> one.startsWith("renkei.translation.clearance:"))
                .anyMatch(one -> one.startsWith("renkei.translation.until: 'soon' is no day"))
                .anyMatch(one -> one.startsWith("renkei.translation.secret: unknown key"));
        for (var url :
                List.of("https://name:word@translate.example/v1", "https://translate.example/v1?key=x", "ftp://x")) {
            assertThatThrownBy(() -> read("renkei: {translation: {url: '" + url + "'}}"))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("renkei.translation.url");
        }
    }

    @Test
    void readsFeeds() throws IOException {
        Files.writeString(folder.resolve("log.nmea"), "x");
        var feeds = read("""
                renkei:
                  feeds:
                    - {id: bay, kind: ais, source: "tcp://10.0.0.2:4001", label: UNCLASSIFIED//PUBLIC}
                    - {id: coast, kind: ais, source: "udp://0.0.0.0:10110", label: UNCLASSIFIED//PUBLIC, started: false}
                    - {id: exercise, kind: sbs, source: "file:log.nmea", label: UNCLASSIFIED//PUBLIC, replay-speed: 20}
                    - {id: sky, kind: aircraft-json, source: "https://u:p@sky.example/a.json?key=1", label: SECRET//REL TO JPN, poll-seconds: 2}
                """).feeds();
        assertThat(feeds).extracting(FeedSettings::id).containsExactly("bay", "coast", "exercise", "sky");
        assertThat(feeds.get(0).source()).isEqualTo(new FeedSettings.Source.Tcp(new Endpoint("10.0.0.2", 4001)));
        assertThat(feeds.get(0).started()).isTrue();
        assertThat(feeds.get(1).started()).isFalse();
        assertThat(feeds.get(2).source()).isEqualTo(new FeedSettings.Source.Replay(folder.resolve("log.nmea"), 20));
        assertThat(feeds.get(3).source()).hasToString("https://sky.example/a.json");
        assertThat(feeds.get(3).kind()).isEqualTo(FeedSettings.Kind.AIRCRAFT_JSON);
    }

    @Test
    void readsFeedsOfWhatOthersPublish() throws IOException {
        var pem = Files.writeString(folder.resolve("signers.pem"), "x");
        var key = Files.writeString(folder.resolve("mavlink.key"), "0f".repeat(32) + "\n");
        var feeds = read("""
                renkei:
                  feeds:
                    - {id: a, kind: cap, source: "https://alerts.example/index.atom", label: UNCLASSIFIED//PUBLIC}
                    - {id: b, kind: cap, source: "push:", label: UNCLASSIFIED//PUBLIC, signatures: require, signers: signers.pem}
                    - {id: c, kind: jma, source: "file:.", label: UNCLASSIFIED//PUBLIC, poll-seconds: 7}
                    - {id: d, kind: mavlink, source: "udp://0.0.0.0:14550", label: SECRET, signing-key: mavlink.key}
                    - {id: e, kind: geojson, source: "https://a.example/b", label: SECRET, members: {id: x, speed-unit: kn}}
                    - {id: f, kind: geojson, source: "https://a.example/b", label: SECRET, yields: features}
                """).feeds();
        assertThat(feeds.get(0).source())
                .isEqualTo(new FeedSettings.Source.Poll(
                        URI.create("https://alerts.example/index.atom"), Duration.ofSeconds(60)));
        assertThat(feeds.get(0).reading()).isEqualTo(new FeedReading.Alerts(FeedReading.Signatures.CHECK, null));
        assertThat(feeds.get(1).source()).isEqualTo(new FeedSettings.Source.Pushed());
        assertThat(feeds.get(1).reading()).isEqualTo(new FeedReading.Alerts(FeedReading.Signatures.REQUIRE, pem));
        assertThat(((FeedSettings.Source.Folder) feeds.get(2).source()).every()).isEqualTo(Duration.ofSeconds(7));
        assertThat(feeds.get(3).reading()).isEqualTo(new FeedReading.Vehicles(key, true));
        assertThat(((FeedReading.Features) feeds.get(4).reading()).members().id())
                .isEqualTo("x");
        assertThat(feeds).extracting(FeedSettings::yieldsRecords).containsExactly(true, true, true, false, false, true);
    }

    @Test
    void namesMistakesOfHowFeedsAreRead() throws IOException {
        Files.writeString(folder.resolve("short.key"), "0f");
        var refused = catchThrowableOfType(SettingsException.class, () -> read("""
                renkei:
                  feeds:
                    - {id: a, kind: cap, source: "tcp://10.0.0.2:1", label: SECRET, signatures: require, yields: tracks}
                    - {id: b, kind: mavlink, source: "udp://0.0.0.0:1", label: SECRET, signing-key: short.key}
                    - {id: c, kind: mavlink, source: "udp://0.0.0.0:1", label: SECRET, signed-only: true}
                    - {id: d, kind: geojson, source: "push:", label: SECRET, yields: dots, members: {speed-unit: mph, lat: y}}
                """));
        assertThat(refused.mistakes())
                .hasSize(9)
                .anyMatch(one -> one.startsWith("renkei.feeds[0].source: cap does not come by tcp"))
                .anyMatch(one -> one.startsWith("renkei.feeds[0].signers: missing"))
                .anyMatch(one -> one.startsWith("renkei.feeds[0].yields: only for feeds of the kind geojson"))
                .anyMatch(one -> one.startsWith("renkei.feeds[1].signing-key:"))
                .anyMatch(one -> one.startsWith("renkei.feeds[2].signing-key: missing"))
                .anyMatch(one -> one.startsWith("renkei.feeds[3].source: geojson does not come by push"))
                .anyMatch(one -> one.startsWith("renkei.feeds[3].yields: 'dots'"))
                .anyMatch(one -> one.startsWith("renkei.feeds[3].members.speed-unit"))
                .anyMatch(one -> one.startsWith("renkei.feeds[3].members.lat: unknown key"));
    }

    @Test
    void namesAllMistakesOfFeeds() {
        var refused = catchThrowableOfType(SettingsException.class, () -> read("""
                renkei:
                  feeds:
                    - {id: "Bay!", kind: radar, source: "tcp://x", label: NONSENSE, port: 1}
                    - {id: sky, kind: aircraft-json, source: "tcp://10.0.0.2:4001", label: UNCLASSIFIED//PUBLIC}
                    - {id: sky, kind: ais, source: "file:absent", label: UNCLASSIFIED//PUBLIC, replay-speed: 101}
                """));
        assertThat(refused.mistakes())
                .hasSize(9)
                .anyMatch(one -> one.startsWith("renkei.feeds[0].port: unknown key"))
                .anyMatch(one -> one.startsWith("renkei.feeds[0].id:"))
                .anyMatch(one -> one.startsWith("renkei.feeds[0].kind:"))
                .anyMatch(one -> one.startsWith("renkei.feeds[0].source:"))
                .anyMatch(one -> one.startsWith("renkei.feeds[0].label:"))
                .anyMatch(one -> one.startsWith("renkei.feeds[1].source: aircraft-json does not come by tcp"))
                .anyMatch(one -> one.startsWith("renkei.feeds[2].id: 'sky' names two feeds"))
                .anyMatch(one -> one.startsWith("renkei.feeds[2].source: there is no readable file"))
                .anyMatch(one -> one.startsWith("renkei.feeds[2].replay-speed: 101"));
    }

    @Test
    void namesAllMistakesAtOnce() {
        var refused = catchThrowableOfType(SettingsException.class, () -> read("""
                renkei:
                  node: Japan
                  datta: x
                  attachments: {max-bytes: 64M}
                  exercise: perhaps
                  api: {address: 0.0.0.0, port: 99999}
                  database: {url: "jdbc:oracle:x"}
                  traces: {endpoint: "https://name:word@host/"}
                  picture: {kept-days: 31, coarse: [{feed: radar, label: SECRET, cells-per-degree: 101}, {feed: radar}]}
                  partners:
                    - {card: none.card, dial: nowhere, clearance: COSMIC, via: [A], relay-quota: much}
                """));
        assertThat(refused.mistakes())
                .hasSize(20)
                .anyMatch(one -> one.startsWith("renkei.picture.kept-days:"))
                .anyMatch(one -> one.startsWith("renkei.picture.coarse[0].cells-per-degree:"))
                .anyMatch(one -> one.startsWith("renkei.picture.coarse[1].feed:"))
                .anyMatch(one -> one.startsWith("renkei.picture.coarse[1].label:"))
                .anyMatch(one -> one.startsWith("renkei.picture.coarse: no feed is called 'radar'"))
                .anyMatch(one -> one.startsWith("renkei.traces.endpoint:"))
                .anyMatch(one -> one.startsWith("renkei.attachments.max-bytes:"))
                .anyMatch(one -> one.startsWith("renkei.node:"))
                .anyMatch(one -> one.startsWith("renkei.datta: unknown key"))
                .anyMatch(one -> one.startsWith("renkei.exercise:"))
                .anyMatch(one -> one.startsWith("renkei.api.port:"))
                .anyMatch(one -> one.startsWith("renkei.api: 0.0.0.0 can be reached by others"))
                .anyMatch(one -> one.startsWith("renkei.database.url:"))
                .anyMatch(one -> one.startsWith("renkei.database.user: missing"))
                .anyMatch(one -> one.startsWith("renkei.partners[0].card:"))
                .anyMatch(one -> one.startsWith("renkei.partners[0].fingerprint: missing"))
                .anyMatch(one -> one.startsWith("renkei.partners[0].clearance: unknown classification 'COSMIC'"))
                .anyMatch(one -> one.startsWith("renkei.partners[0].dial:"))
                .anyMatch(one -> one.startsWith("renkei.partners[0].via:"))
                .anyMatch(one -> one.startsWith("renkei.partners[0].relay-quota:"));
    }

    @Test
    void refusesWhatIsNoYamlAndWhatIsNotThere() {
        assertThat(catchThrowableOfType(SettingsException.class, () -> read("renkei: ["))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("this is no YAML");
        assertThat(catchThrowableOfType(SettingsException.class, () -> SettingsFile.read(folder.resolve("absent")))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("the file cannot be read");
    }

    private NodeSettings read(String text) throws IOException {
        var file = folder.resolve("node.yaml");
        Files.writeString(file, text);
        return SettingsFile.read(file);
    }
}
