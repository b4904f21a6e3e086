package org.renkei.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.renkei.documents.Block;
import org.renkei.documents.Block.Box;
import org.renkei.documents.Block.Column;
import org.renkei.documents.DateTimeGroup;
import org.renkei.documents.Document;
import org.renkei.documents.Words;
import org.renkei.kernel.cases.Act;

/// An after-action report for paper: what was said, and when each nation that was told knew of it. Times in
/// UTC.
final class ReplayPaper {
    private static final Words NOTHING = new Words("Nothing.", "ありません。");
    private static final List<Column> COLUMNS = List.of(
            new Column(new Words("Said", "申述"), 13),
            new Column(new Words("Party", "国"), 7),
            new Column(new Words("What", "内容"), 36),
            new Column(new Words("Known by", "知った国・時刻"), 28),
            new Column(new Words("Label", "秘密区分表示"), 16));
    private static final List<Column> GONE = List.of(
            new Column(new Words("Stood from", "受領"), 20),
            new Column(new Words("Taken back", "撤回"), 20),
            new Column(new Words("Party", "国"), 10),
            new Column(new Words("Record", "記録"), 50));

    private ReplayPaper() {}

    static Document of(ReplayView replay, Instant now) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Boxes(
                3,
                List.of(
                        new Box(
                                new Words("Case", "事案"),
                                new Words(
                                                replay.name().getOrDefault("en", ""),
                                                replay.name().getOrDefault("ja", ""))
                                        .together()),
                        new Box(new Words("Nations", "当事国"), String.join(" ", replay.nations())),
                        new Box(new Words("As known at", "把握時点"), DateTimeGroup.of(now)))));
        blocks.add(new Block.Heading(new Words("When each nation learned what", "各国が知った時刻")));
        blocks.add(new Block.Table(
                COLUMNS, replay.lines().stream().map(ReplayPaper::row).toList(), NOTHING));
        if (replay.earlier() > 0) {
            blocks.add(new Block.Paragraph(new Words(
                    replay.earlier() + " earlier statements are left out.",
                    "これより前の申述 " + replay.earlier() + " 件は省略しています。")));
        }
        blocks.add(new Block.Heading(new Words("Taken back by others: nothing is left of it", "他国が撤回し、内容が残っていないもの")));
        blocks.add(new Block.Table(
                GONE,
                replay.gone().stream()
                        .map(one -> List.of(
                                DateTimeGroup.of(one.from()),
                                DateTimeGroup.of(one.until()),
                                one.party(),
                                one.record().toString()))
                        .toList(),
                NOTHING));
        return new Document(
                new Words("After-action report", "事後検証資料"),
                new Words(
                        "By this node's store and ledgers: a partner is said to know what it said, confirmed or answered.",
                        "自ノードの保管と開示台帳によります。相手国は、自ら述べたもの、受領を確認したもの、回答したものを知ったものとします。"),
                replay.label(),
                replay.own() + " " + DateTimeGroup.of(now),
                now.truncatedTo(ChronoUnit.SECONDS),
                blocks);
    }

    private static List<String> row(ReplayView.Line line) {
        var act = Act.find(line.act())
                .map(one -> new Words(one.english(), one.japanese()).together())
                .orElse(line.act());
        return List.of(
                DateTimeGroup.of(line.said()),
                line.party(),
                line.text().isEmpty() ? act : act + ": " + line.text(),
                line.knew().stream().map(ReplayPaper::knew).collect(Collectors.joining("; ")),
                line.label());
    }

    private static String knew(ReplayView.Knew one) {
        if (one.from() == null) {
            return one.party() + " – 未確認 not known";
        }
        var delay = one.delaySeconds() == null ? "" : " +" + span(Duration.ofSeconds(one.delaySeconds()));
        var gone = one.until() == null ? "" : " → 撤回 taken back " + DateTimeGroup.of(one.until());
        return one.party() + " " + DateTimeGroup.of(one.from()) + delay + gone;
    }

    /// `2 d 03:05`, or `03:05`, or `00:00:42`.
    private static String span(Duration span) {
        if (span.toHours() >= 24) {
            return span.toDays() + " d %02d:%02d".formatted(span.toHoursPart(), span.toMinutesPart());
        }
        return span.toMinutes() > 0
                ? "%02d:%02d".formatted(span.toHours(), span.toMinutesPart())
                : "00:00:%02d".formatted(span.toSecondsPart());
    }
}
