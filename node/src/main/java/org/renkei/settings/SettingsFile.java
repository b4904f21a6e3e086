package org.renkei.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.record.NodeId;
import org.renkei.settings.NodeSettings.Backup;
import org.renkei.settings.NodeSettings.Carriage;
import org.renkei.settings.NodeSettings.Database;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.NodeSettings.Names;
import org.renkei.settings.NodeSettings.Partner;
import org.renkei.settings.NodeSettings.Provider;
import org.renkei.settings.NodeSettings.SignIn;
import org.renkei.settings.NodeSettings.Tls;
import org.renkei.settings.NodeSettings.Transport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a node's settings and finds every mistake before saying any. Paths are relative to the file's own folder.
public final class SettingsFile {
    static final Set<String> KEYS = Set.of(
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

    private static final String ATTACHMENT_BYTES = String.valueOf(64 * 1024 * 1024);
    private static final String RELAYED_BYTES = String.valueOf(8 * 1024 * 1024);

    private final Path file;
    private final List<String> mistakes = new ArrayList<>();

    private SettingsFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /// @throws SettingsException naming all mistakes
    public static NodeSettings read(Path file) {
        return new SettingsFile(file).read();
    }

    private NodeSettings read() {
        var tree = new Section("renkei", tree(), mistakes);
        tree.knows(KEYS);
        var node = node(tree.text("node", "JPN/ichigaya"));
        var name = names(tree);
        var data = path(tree.text("data", "./data"));
        var exercise = tree.flag("exercise", false);
        var apiSection = tree.section("api");
        apiSection.knows(Set.of("address", "port", "tls", "url"));
        var api = new Endpoint(apiSection.text("address", "127.0.0.1"), apiSection.port("port", 8081));
        var tls = tls(apiSection);
        if (tls == null && !isLoopback(api.host())) {
            mistakes.add("renkei.api: " + api.host()
                    + " can be reached by others, so renkei.api.tls.certificate and renkei.api.tls.key are needed");
        }
        var linkSection = tree.section("link");
        linkSection.knows(Set.of("address", "port", "transports"));
        var link = new Endpoint(linkSection.text("address", "127.0.0.1"), linkSection.port("port", 9081));
        var agreements = tree.optional("agreements").map(this::path).orElse(null);
        if (agreements != null && !Files.isReadable(agreements)) {
            mistakes.add("renkei.agreements: there is no readable file " + agreements);
        }
        tree.section("attachments").knows(Set.of("max-bytes", "relayed-max-bytes"));
        var settings = new NodeSettings(
                node,
                name,
                data,
                exercise,
                api,
                tls,
                url(apiSection, tls != null),
                signIn(tree),
                link,
                transports(linkSection),
                attachmentBytes(tree, "max-bytes", ATTACHMENT_BYTES, "[1-9][0-9]{0,9}"),
                attachmentBytes(tree, "relayed-max-bytes", RELAYED_BYTES, "0|[1-9][0-9]{0,9}"),
                agreements,
                database(tree),
                backup(tree, data),
                keyAgeDays(tree),
                PictureSections.read(tree.section("picture"), mistakes),
                partners(tree),
                traces(tree),
                authorApproves(tree),
                new FeedSections(mistakes, this::path).read(tree),
                new TakSections(mistakes, this::path).read(tree, tls),
                new KafkaSections(mistakes, this::path).read(tree),
                new TranslationSections(mistakes, this::path).read(tree));
        TakSections.check(settings, mistakes);
        KafkaSections.check(settings, mistakes);
        settings.picture().coarse().keySet().stream()
                .filter(feed ->
                        settings.feeds().stream().noneMatch(one -> one.id().equals(feed)))
                .forEach(feed -> mistakes.add("renkei.picture.coarse: no feed is called '" + feed + "'"));
        if (!mistakes.isEmpty()) {
            throw new SettingsException(file, mistakes);
        }
        return settings;
    }

    private static boolean authorApproves(Section tree) {
        var section = tree.section("review");
        section.knows(Set.of("author-approves"));
        return section.flag("author-approves", false);
    }

    private long attachmentBytes(Section tree, String key, String usual, String pattern) {
        var section = tree.section("attachments");
        var text = section.text(key, usual);
        if (text.matches(pattern)) {
            return Long.parseLong(text);
        }
        var least = pattern.startsWith("0") ? 0 : 1;
        mistakes.add(section.key(key) + ": '" + text + "' is no number of bytes from " + least + " to 9999999999");
        return 1;
    }

    private JsonNode tree() {
        try {
            var tree = YAMLMapper.shared().readTree(Files.readString(file)).path("renkei");
            if (!tree.isObject()) {
                throw new SettingsException(file, List.of("the file must hold one section named renkei"));
            }
            return tree;
        } catch (IOException e) {
            throw new SettingsException(file, List.of("the file cannot be read: " + e.getMessage()));
        } catch (JacksonException e) {
            throw new SettingsException(file, List.of("this is no YAML: " + e.getOriginalMessage()));
        }
    }

    private NodeId node(String text) {
        try {
            return NodeId.parse(text);
        } catch (IllegalArgumentException e) {
            mistakes.add("renkei.node: " + e.getMessage());
            return new NodeId("XXX", "unknown");
        }
    }

    private Names names(Section tree) {
        var section = tree.section("name");
        section.knows(Set.of("en", "ja"));
        return new Names(section.text("en", tree.text("node", "")), section.text("ja", tree.text("node", "")));
    }

    private @Nullable Tls tls(Section api) {
        if (!api.has("tls")) {
            return null;
        }
        var section = api.section("tls");
        section.knows(Set.of("certificate", "key", "client-certificates"));
        return new Tls(
                readable(section, "certificate"), readable(section, "key"), section.flag("client-certificates", false));
    }

    private @Nullable URI url(Section api, boolean tls) {
        var text = api.optional("url").orElse(null);
        if (text == null) {
            return null;
        }
        var form = tls ? "https://[a-zA-Z0-9.-]+(:[0-9]{1,5})?" : "https?://[a-zA-Z0-9.-]+(:[0-9]{1,5})?";
        if (!text.matches(form) || text.startsWith("http:") && !text.matches("http://localhost(:[0-9]+)?")) {
            mistakes.add(api.key("url") + ": '" + text
                    + "' is not https://name or https://name:port, or http://localhost:port; nothing follows the port");
            return null;
        }
        return URI.create(text);
    }

    private SignIn signIn(Section tree) {
        var section = tree.section("sign-in");
        section.knows(Set.of("passwords", "provider"));
        var provider = section.has("provider") ? provider(section.section("provider")) : null;
        return new SignIn(section.flag("passwords", true), provider);
    }

    private Provider provider(Section section) {
        section.knows(Set.of(
                "issuer", "client-id", "client-secret-file", "name", "claim", "create", "groups-claim", "roles"));
        var issuer = section.required("issuer");
        if (!issuer.matches("https://[^\\s?#]+|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?(/[^\\s?#]*)?")) {
            mistakes.add(section.key("issuer") + ": '" + issuer + "' is not https://…, without ? and #");
        }
        var names = section.section("name");
        names.knows(Set.of("en", "ja"));
        return new Provider(
                issuer,
                section.required("client-id"),
                readable(section, "client-secret-file"),
                new Names(names.text("en", issuer), names.text("ja", names.text("en", issuer))),
                section.text("claim", "preferred_username"),
                section.flag("create", false),
                section.text("groups-claim", "groups"),
                section.pairs("roles"));
    }

    private @Nullable Database database(Section tree) {
        if (!tree.has("database")) {
            return null;
        }
        var section = tree.section("database");
        section.knows(Set.of("url", "user", "password-file"));
        var url = section.required("url");
        if (!url.startsWith("jdbc:postgresql:")) {
            mistakes.add("renkei.database.url: '" + url + "' does not begin with jdbc:postgresql:");
        }
        var password = section.has("password-file") ? readable(section, "password-file") : null;
        return new Database(url, section.required("user"), password);
    }

    private @Nullable Backup backup(Section tree, Path data) {
        if (!tree.has("backup")) {
            return null;
        }
        var section = tree.section("backup");
        section.knows(Set.of("folder", "hours", "keep"));
        if (tree.has("database")) {
            mistakes.add(section.key("folder") + ": a PostgreSQL that somebody else runs is backed up by its own means;"
                    + " take this section out");
        }
        var folder = path(section.required("folder"));
        if (folder.startsWith(data)) {
            mistakes.add(section.key("folder") + ": " + folder + " lies in the data folder, which it is to outlive");
        }
        return new Backup(folder, section.count("hours", 24), section.count("keep", 14));
    }

    private int keyAgeDays(Section tree) {
        var section = tree.section("keys");
        section.knows(Set.of("max-age-days"));
        return section.count("max-age-days", 365);
    }

    private List<Partner> partners(Section tree) {
        var partners = new ArrayList<Partner>();
        for (var section : tree.sections("partners")) {
            section.knows(Set.of(
                    "card",
                    "fingerprint",
                    "dial",
                    "transports",
                    "clearance",
                    "caveats",
                    "purposes",
                    "via",
                    "relay",
                    "relay-quota",
                    "traces",
                    "tracks"));
            partners.add(new Partner(
                    readable(section, "card"),
                    section.required("fingerprint"),
                    section.optional("dial")
                            .map(text -> endpoint(section, text))
                            .orElse(null),
                    section.has("transports") ? transports(section) : null,
                    classification(section),
                    section.texts("caveats"),
                    section.texts("purposes"),
                    via(section),
                    carriage(section),
                    section.flag("traces", false),
                    section.flag("tracks", true)));
        }
        return partners;
    }

    /// Where traces go (OTLP over HTTP); null for nowhere.
    private @Nullable URI traces(Section tree) {
        if (!tree.has("traces")) {
            return null;
        }
        var section = tree.section("traces");
        section.knows(Set.of("endpoint"));
        var endpoint = section.required("endpoint");
        if (!endpoint.matches("https://[^\\s?#@]+|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?(/[^\\s?#@]*)?")) {
            mistakes.add(section.key("endpoint") + ": '" + endpoint
                    + "' is not https://…/v1/traces, or http on this machine; no name or password stands in it");
            return null;
        }
        return URI.create(endpoint);
    }

    private List<String> via(Section section) {
        var via = section.texts("via");
        if (section.has("via") && section.has("dial")) {
            mistakes.add(section.key("via") + ": a partner is reached by way of others or dialled, not both");
        }
        return via;
    }

    private @Nullable Carriage carriage(Section section) {
        var mebibytes = section.text("relay-quota", "256");
        if (!mebibytes.matches("[1-9][0-9]{0,6}")) {
            mistakes.add(section.key("relay-quota") + ": '" + mebibytes + "' is no number of MiB");
            return null;
        }
        return section.flag("relay", false) ? new Carriage(Long.parseLong(mebibytes) * 1024 * 1024) : null;
    }

    private Set<Transport> transports(Section section) {
        if (!section.has("transports")) {
            return EnumSet.allOf(Transport.class);
        }
        var transports = EnumSet.noneOf(Transport.class);
        for (var text : section.texts("transports")) {
            switch (text) {
                case "quic" -> transports.add(Transport.QUIC);
                case "tcp" -> transports.add(Transport.TCP);
                default -> mistakes.add(section.key("transports") + ": '" + text + "' is none; known are quic and tcp");
            }
        }
        if (transports.isEmpty()) {
            mistakes.add(section.key("transports") + ": at least one of quic and tcp is needed");
        }
        return transports;
    }

    private String classification(Section section) {
        var text = section.text("clearance", "UNCLASSIFIED");
        try {
            return Classification.parse(text).name();
        } catch (LabelException e) {
            mistakes.add(section.key("clearance") + ": " + e.getMessage());
            return "UNCLASSIFIED";
        }
    }

    private Endpoint endpoint(Section section, String text) {
        var colon = text.lastIndexOf(':');
        if (colon > 0 && text.substring(colon + 1).matches("[0-9]{1,5}")) {
            return new Endpoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }
        mistakes.add(section.key("dial") + ": '" + text + "' is not host:port");
        return new Endpoint("127.0.0.1", 1);
    }

    private Path readable(Section section, String key) {
        var path = path(section.required(key));
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            mistakes.add(section.key(key) + ": there is no readable file " + path);
        }
        return path;
    }

    private Path path(String text) {
        var folder = file.getParent();
        return (folder == null ? Path.of(text) : folder.resolve(text)).normalize();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
