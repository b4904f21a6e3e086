package org.renkei.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.renkei.documents.Block;
import org.renkei.documents.Block.Box;
import org.renkei.documents.Block.Column;
import org.renkei.documents.DateTimeGroup;
import org.renkei.documents.Document;
import org.renkei.documents.Words;
import org.renkei.kernel.meetings.Result;
import org.renkei.meetings.MeetingView.ItemView;
import org.renkei.meetings.MeetingView.Page;

/// An agenda for paper, in both languages: times in UTC and at the place, items as far as who made it may
/// see.
final class AgendaPaper {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<Column> COLUMNS = List.of(
            new Column(new Words("No.", "番号"), 12),
            new Column(new Words("Item", "議題"), 38),
            new Column(new Words("Presented by", "説明者"), 18),
            new Column(new Words("Outcome", "結果"), 20),
            new Column(new Words("Label", "秘密区分表示"), 20));
    private static final Words NOTHING = new Words("Nothing yet.", "まだありません。");
    private static final Map<String, Words> STATES = Map.of(
            "proposed", new Words("proposed", "提案中"),
            "agreed", new Words("agreed", "合意済み"),
            "moved", new Words("agreed, moved", "変更に合意済み"),
            "held", new Words("held", "開催済み"),
            "cancelled", new Words("CANCELLED", "中止"));

    private AgendaPaper() {}

    /// @param body name of the body that meets
    static Document of(Page page, Words body) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Boxes(
                2,
                List.of(
                        new Box(new Words("Body", "機関"), body.together()),
                        new Box(new Words("State", "状態"), words(STATES, page.state())),
                        new Box(new Words("Begins (UTC)", "開始（UTC）"), DateTimeGroup.of(page.starts())),
                        new Box(new Words("Ends (UTC)", "終了（UTC）"), DateTimeGroup.of(page.ends())),
                        new Box(new Words("Begins at the place", "現地時刻の開始"), local(page.starts(), page.zone())),
                        new Box(new Words("Place", "場所"), page.place()),
                        new Box(new Words("Nations", "参加国"), String.join(", ", page.nations()), 2))));
        blocks.add(new Block.Heading(new Words("Agenda", "議題")));
        blocks.add(new Block.Table(
                COLUMNS, page.items().stream().map(AgendaPaper::row).toList(), NOTHING));
        if (!page.carried().isEmpty()) {
            blocks.add(new Block.Heading(new Words("Deferred from the meeting before: proposed", "前回からの継続（提案中）")));
            page.carried().stream()
                    .map(one -> new Words(
                            one.title().getOrDefault("en", "") + " [" + one.label() + "]",
                            one.title().getOrDefault("ja", "")))
                    .forEach(words -> blocks.add(new Block.Paragraph(words)));
        }
        return new Document(
                new Words(page.title().getOrDefault("en", ""), page.title().getOrDefault("ja", "")),
                new Words(
                        "Agenda, as far as who made it may see. Items of one audience are counted by themselves.",
                        "議題の一覧。作成者が見られる範囲に限ります。番号は伝える先が同じ議題ごとに付きます。"),
                page.label(),
                page.id() + " " + DateTimeGroup.of(page.now()),
                page.now().truncatedTo(ChronoUnit.SECONDS),
                blocks);
    }

    private static List<String> row(ItemView item) {
        return List.of(
                item.number(),
                new Words(item.title().getOrDefault("en", ""), item.title().getOrDefault("ja", "")).together(),
                item.presenter(),
                outcome(item),
                item.label());
    }

    private static String outcome(ItemView item) {
        var agreed = item.outcomes().stream()
                .filter(one -> one.on().equals(item.outcome()))
                .findFirst();
        return agreed.map(one -> words(RESULTS, one.fields().path("result").asString("")))
                .orElse("–");
    }

    private static final Map<String, Words> RESULTS = Map.of(
            Result.NOTED.code(), new Words("noted", "了承"),
            Result.AGREED.code(), new Words("agreed", "合意"),
            Result.COMMITTED.code(), new Words("commitment made", "約束"),
            Result.DEFERRED.code(), new Words("deferred", "次回へ継続"));

    private static String words(Map<String, Words> table, String code) {
        return table.getOrDefault(code, Words.same(code)).together();
    }

    private static String local(Instant at, String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone)
                ? LOCAL.format(at.atZone(ZoneId.of(zone))) + " " + zone
                : DateTimeGroup.of(at);
    }
}
