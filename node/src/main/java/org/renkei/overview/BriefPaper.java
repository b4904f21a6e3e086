package org.renkei.overview;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renkei.documents.Block;
import org.renkei.documents.Block.Box;
import org.renkei.documents.Block.Column;
import org.renkei.documents.DateTimeGroup;
import org.renkei.documents.Document;
import org.renkei.documents.Words;
import org.renkei.overview.BriefView.Line;
import org.renkei.overview.BriefView.Section;

/// A handover brief for paper: one table for each section, in both languages, times in UTC.
final class BriefPaper {
    private static final List<Column> COLUMNS = List.of(
            new Column(new Words("Time", "時刻"), 13),
            new Column(new Words("Party", "国・機関"), 8),
            new Column(new Words("Of", "対象"), 26),
            new Column(new Words("What", "内容"), 35),
            new Column(new Words("Label", "秘密区分表示"), 18));
    private static final Words NOTHING = new Words("Nothing.", "ありません。");
    private static final String LATE = "期限超過 LATE";
    private static final String NO_LABEL = "UNCLASSIFIED";

    private BriefPaper() {}

    static Document of(BriefView brief) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Boxes(
                4,
                List.of(
                        new Box(new Words("Node", "ノード"), name(brief)),
                        new Box(new Words("Since", "起点"), DateTimeGroup.of(brief.since())),
                        new Box(new Words("Until", "時点"), DateTimeGroup.of(brief.until())),
                        new Box(new Words("Next watch until", "次の当直の終わり"), DateTimeGroup.of(brief.next())))));
        for (var section : brief.sections()) {
            blocks.add(new Block.Heading(heading(section)));
            blocks.add(new Block.Table(
                    COLUMNS, section.lines().stream().map(BriefPaper::row).toList(), NOTHING));
            if (section.more() > 0) {
                blocks.add(new Block.Paragraph(
                        new Words(section.more() + " more: see the screen.", "他 " + section.more() + " 件は画面を参照。")));
            }
        }
        blocks.add(
                new Block.Signatures(List.of(new Words("Handed over by", "引継ぎ者"), new Words("Taken over by", "引受け者"))));
        return new Document(
                new Words("Handover brief", "当直引継ぎ"),
                new Words(
                        "What came in since, and what is due: as far as who made it may see.",
                        "起点以後の新着と、これから期限が来るもの。作成者が見られる範囲に限ります。"),
                Objects.requireNonNullElse(brief.label(), NO_LABEL),
                brief.node() + " " + DateTimeGroup.of(brief.until()),
                brief.until().truncatedTo(ChronoUnit.SECONDS),
                blocks);
    }

    private static String name(BriefView brief) {
        return together(brief.name()) + " " + brief.node();
    }

    private static Words heading(Section section) {
        var count = " " + (section.lines().size() + section.more());
        return new Words(section.title().get("en") + count, section.title().get("ja") + count);
    }

    private static List<String> row(Line line) {
        return List.of(
                join(" ", DateTimeGroup.of(line.at()), line.late() ? LATE : ""),
                Objects.requireNonNullElse(line.party(), "–"),
                together(line.about()),
                join(": ", together(line.what()), line.text()),
                Objects.requireNonNullElse(line.label(), "–"));
    }

    private static String together(Map<String, String> words) {
        return new Words(words.getOrDefault("en", ""), words.getOrDefault("ja", "")).together();
    }

    private static String join(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
