package org.renkei.watchlog;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.renkei.documents.Block;
import org.renkei.documents.Block.Box;
import org.renkei.documents.Block.Column;
import org.renkei.documents.DateTimeGroup;
import org.renkei.documents.Document;
import org.renkei.documents.Words;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.watchlog.EntryKind;
import org.renkei.watchlog.WatchLogView.Entry;

/// The log of a watch for paper, in both languages: the oldest first, corrections below what they put
/// right.
final class WatchLogPaper {
    private static final String NO_LABEL = "UNCLASSIFIED";
    private static final List<Column> COLUMNS = List.of(
            new Column(new Words("Time", "時刻"), 13),
            new Column(new Words("Entered", "記入"), 13),
            new Column(new Words("Kind", "区分"), 16),
            new Column(new Words("What", "内容"), 42),
            new Column(new Words("Label", "秘密区分表示"), 16));

    private WatchLogPaper() {}

    static Document of(WatchLogView log) {
        var rows = new ArrayList<List<String>>();
        log.lines().reversed().forEach(line -> {
            rows.add(row(line.entry(), ""));
            line.corrections().forEach(one -> rows.add(row(one, "↳ ")));
        });
        var watch = log.watch();
        return new Document(
                new Words("Log of the watch", "当直日誌"),
                new Words(
                        "As far as who made it may see. Nothing in it was changed: corrections stand below what they put right.",
                        "作成者が見られる範囲に限ります。記入は変更されず、訂正は対象の下に示します。"),
                Objects.requireNonNullElse(log.label(), NO_LABEL),
                log.node() + " " + DateTimeGroup.of(log.now()),
                log.now().truncatedTo(ChronoUnit.SECONDS),
                List.of(
                        new Block.Boxes(
                                3,
                                List.of(
                                        new Box(new Words("Node", "ノード"), log.node()),
                                        new Box(new Words("Since", "起点"), DateTimeGroup.of(log.since())),
                                        new Box(
                                                new Words("On watch", "当直"),
                                                watch == null
                                                        ? "–"
                                                        : watch.officer() + " " + DateTimeGroup.of(watch.since())))),
                        new Block.Table(COLUMNS, rows, new Words("Nothing.", "ありません。")),
                        new Block.Signatures(
                                List.of(new Words("Handed over by", "引継ぎ者"), new Words("Taken over by", "引受け者")))));
    }

    private static List<String> row(Entry entry, String before) {
        var kind = Coded.find(EntryKind.class, entry.act())
                .map(one -> new Words(one.english(), one.japanese()).together())
                .orElse(entry.act());
        var who = entry.officer().isEmpty() ? "" : entry.officer() + " ";
        return List.of(
                DateTimeGroup.of(entry.at()),
                DateTimeGroup.of(entry.written()),
                before + kind,
                (who + entry.text()).strip(),
                entry.label() + (entry.recalled() ? " 撤回 taken back" : ""));
    }
}
