package org.renkei.kernel.meetings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.renkei.kernel.cases.Objecting;
import org.renkei.kernel.cases.Objection;

/// Whether one statement fits: by the call of the meeting and by what it names, and by nothing else, so
/// that all who hold the statement judge alike whatever else they hold.
record Judge(Statement opening, Map<UUID, Meeting.Told> judged) {
    private static final Pattern ZONE = Pattern.compile("UTC|[A-Za-z_]+(/[A-Za-z0-9_+-]+){1,2}");
    private static final long LONGEST_MINUTES = 14L * 24 * 60;
    private static final long MOST_ITEMS = 999;

    List<Objection> objections(Statement said) {
        var found = new Objecting();
        found.addressees(said, opening.to(), said.act().isForAll(), "this meeting", "この会合");
        switch (said.act()) {
            case CALL -> {
                found.must(said.equals(opening), "/act", "this meeting is called already", "この会合は既に提案されています");
                found.must(!said.others().isEmpty(), "/to", "a meeting has at least two nations", "会合には二か国以上が必要です");
                schedule(said, found);
            }
            case MOVE -> schedule(said, found);
            case ITEM -> position(said, found);
            case REORDER -> {
                position(said, found);
                answer(said, found);
            }
            case OUTCOME -> {
                outcome(said, found);
                answer(said, found);
            }
            case PAPER, AGREE, OBJECT, WITHDRAW -> answer(said, found);
            case HELD, CANCEL -> {}
        }
        return found.found();
    }

    private static void schedule(Statement said, Objecting found) {
        found.must(
                said.text("zone").filter(ZONE.asMatchPredicate()).isPresent(),
                "/zone",
                "the name of a time zone, such as Asia/Tokyo",
                "時間帯の名称（例 Asia/Tokyo）です");
        found.must(
                said.number("minutes").filter(most -> most <= LONGEST_MINUTES).isPresent(),
                "/minutes",
                "a meeting takes at most 14 days",
                "会合は 14 日以内です");
    }

    private static void position(Statement said, Objecting found) {
        found.must(said.position() <= MOST_ITEMS, "/position", "1 to " + MOST_ITEMS, "1〜" + MOST_ITEMS + " です");
    }

    private static void outcome(Statement said, Objecting found) {
        var result = said.result();
        var both = said.text("textEn").isPresent() && said.text("textJa").isPresent();
        found.must(
                result != Result.AGREED || both,
                "/textEn",
                "what was agreed is said in both languages",
                "合意した内容は両言語で記入します");
        found.must(
                (result == Result.COMMITTED) == said.id("commitment").isPresent(),
                "/commitment",
                result == Result.COMMITTED
                        ? "name the commitment that was made"
                        : "only where a commitment was made, one is named",
                result == Result.COMMITTED ? "約束事項を指定してください" : "約束事項を指定するのは、約束をした場合だけです");
    }

    private void answer(Statement said, Objecting found) {
        found.must(said.on().size() == 1, "/on", "one statement is answered", "答える申述は一つです");
        said.on().forEach(id -> answer(said, id, found));
    }

    private void answer(Statement said, UUID id, Objecting found) {
        var told = judged.get(id);
        if (told == null) {
            throw new IllegalStateException("it would wait");
        }
        var one = told.statement();
        found.answers(said.act(), told.fits(), said.act().answers().contains(one.act()), one.act());
        if (said.act().isForTheSame()) {
            found.sameAddressees(said, one);
        }
        switch (said.act()) {
            case WITHDRAW -> found.rightSide(said, one, true);
            case AGREE, OBJECT -> found.rightSide(said, one, false);
            case CALL, MOVE, ITEM, REORDER, PAPER, HELD, OUTCOME, CANCEL -> {}
        }
    }
}
