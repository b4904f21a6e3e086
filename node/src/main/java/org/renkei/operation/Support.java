package org.renkei.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.renkei.federation.LinkFigures;
import org.renkei.jobs.Jobs;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// A bundle for those who help from afar. Everything in it is put in by name: what nobody thought of is not
/// in it.
@Service
public class Support {
    private final Health health;
    private final Jobs jobs;
    private final Metrics metrics;
    private final LinkFigures links;
    private final RecentLog log;
    private final SupportFacts facts;
    private final NodeSettings settings;
    private final Clock clock;
    private final JsonMapper json;

    Support(
            Health health,
            Jobs jobs,
            Metrics metrics,
            LinkFigures links,
            RecentLog log,
            SupportFacts facts,
            NodeSettings settings,
            Clock clock,
            JsonMapper json) {
        this.health = health;
        this.jobs = jobs;
        this.metrics = metrics;
        this.links = links;
        this.log = log;
        this.facts = facts;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /// One file of the bundle.
    public record Item(String name, Check.Text what) {}

    private record Part(Item item, Supplier<String> content) {}

    /// What is inside, before it is made.
    public List<Item> contents() {
        return parts().stream().map(Part::item).toList();
    }

    public void write(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var part : parts()) {
                zip.putNextEntry(new ZipEntry(part.item().name()));
                zip.write(content(part).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /// One that cannot be made says so, and not why: reasons may hold anything.
    private static String content(Part part) {
        try {
            return part.content().get();
        } catch (RuntimeException e) {
            return "could not be made: " + e.getClass().getName() + "\n";
        }
    }

    private List<Part> parts() {
        return List.of(
                part("README.txt", "This list", "この一覧", this::list),
                part(
                        "versions.json",
                        "Versions of node, Java, system and database",
                        "ノード・Java・OS・データベースの版",
                        () -> text(facts.versions())),
                part(
                        "settings.json",
                        "Settings without addresses, paths, names and secrets",
                        "設定（アドレス・パス・名称・秘密情報を除く）",
                        () -> text(SupportSettings.of(settings))),
                part("health.json", "How each thing stands, without words", "各項目の状態（文章を除く）", () -> text(health())),
                part("jobs.json", "Jobs and when they ran", "ジョブと実行時刻", () -> text(jobs())),
                part("links.json", "State of each link", "各接続の状態", () -> text(links.list())),
                part("metrics.txt", "All metrics", "全メトリクス", metrics::scrape),
                part(
                        "schema.json",
                        "Migrations of the database, and about how many rows each table has",
                        "データベースの移行履歴と各表のおよその行数",
                        () -> text(facts.schema())),
                part("threads.txt", "What each thread is doing", "各スレッドの実行状況", facts::threads),
                part(
                        "log.txt",
                        "Recent lines of the log with ids, without contents and names of people",
                        "最近のログ（識別子のみ、内容と人名を除く）",
                        () -> String.join("\n", log.lines())));
    }

    private static Part part(String name, String en, String ja, Supplier<String> content) {
        return new Part(new Item(name, new Check.Text(en, ja)), content);
    }

    private String list() {
        var text =
                new StringBuilder("Renkei support bundle of " + settings.node() + ", made " + clock.instant() + "\n\n");
        contents()
                .forEach(item -> text.append(item.name())
                        .append(": ")
                        .append(item.what().en())
                        .append(" / ")
                        .append(item.what().ja())
                        .append('\n'));
        return text.append("\nNo keys, tokens, passwords, records, or names of people are in it.\n")
                .toString();
    }

    private List<Map<String, String>> health() {
        return health.checks().stream()
                .map(check ->
                        Map.of("name", check.name(), "level", check.level().name()))
                .toList();
    }

    private List<Map<String, Object>> jobs() {
        return jobs.list().stream()
                .map(job -> {
                    var one = new LinkedHashMap<String, Object>();
                    one.put("name", job.name());
                    one.put("everySeconds", job.every().toSeconds());
                    one.put("last", String.valueOf(job.last()));
                    one.put("millis", job.took() == null ? -1 : job.took().toMillis());
                    one.put("failure", job.failed() == null ? "" : job.failed());
                    return (Map<String, Object>) one;
                })
                .toList();
    }

    private String text(Object value) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
