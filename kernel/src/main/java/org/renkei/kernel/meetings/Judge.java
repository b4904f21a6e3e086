package org.renkei.kernel.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.renkei.kernel.cases.Objection;

/// Whether one statement fits: by the call of the meeting and by what it names, and by nothing else, so
/// that all who hold the statement judge alike whatever else they hold.
record Judge(Statement opening, Map<UUID, Meeting.Told> judged) {
    private static final Pattern ZONE = Pattern.compile("UTC|[A-Za-z_]+(/[A-Za-z0-9_+-]+){1,2}");
    private static final long LONGEST_MINUTES = 14L * 24 * 60;
    private static final long MOST_ITEMS = 999;

    List<Objection> objections(Statement said) {
        var found = new ArrayList<Objection>();
        addressees(said, found);
        switch (said.act()) {
            case CALL -> {
                must(said.equals(opening), found, "/act", "this meeting is called already", "この会合は既に提案されています");
                must(!said.others().isEmpty(), found, "/to", "a meeting has at least two nations", "会合には二か国以上が必要です");
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
        return found;
    }

    private void addressees(Statement said, List<Objection> found) {
        var nations = opening.to();
        var all = sorted(nations);
        must(
                nations.contains(said.party()),
                found,
                "/act",
                said.party() + " takes no part in this meeting",
                said.party() + " はこの会合の参加国ではありません");
        must(said.to().contains(said.party()), found, "/to", "the writer is among those who are told", "書き手も伝える先に含みます");
        must(
                nations.containsAll(said.to()),
                found,
                "/to",
                "only the nations of this meeting can be told: " + all,
                "伝える先はこの会合の参加国だけです: " + all);
        must(
                !said.act().isForAll() || said.to().equals(nations),
                found,
                "/to",
                "this is told to all its nations: " + all,
                "全参加国に伝えます: " + all);
    }

    private static void schedule(Statement said, List<Objection> found) {
        must(
                said.text("zone").filter(ZONE.asMatchPredicate()).isPresent(),
                found,
                "/zone",
                "the name of a time zone, such as Asia/Tokyo",
                "時間帯の名称（例 Asia/Tokyo）です");
        must(
                said.number("minutes").filter(most -> most <= LONGEST_MINUTES).isPresent(),
                found,
                "/minutes",
                "a meeting takes at most 14 days",
                "会合は 14 日以内です");
    }

    private static void position(Statement said, List<Objection> found) {
        must(said.position() <= MOST_ITEMS, found, "/position", "1 to " + MOST_ITEMS, "1〜" + MOST_ITEMS + " です");
    }

    private static void outcome(Statement said, List<Objection> found) {
        var result = said.result();
        var both = said.text("textEn").isPresent() && said.text("textJa").isPresent();
        must(
                result != Result.AGREED || both,
                found,
                "/textEn",
                "what was agreed is said in both languages",
                "合意した内容は両言語で記入します");
        must(
                (result == Result.COMMITTED) == said.id("commitment").isPresent(),
                found,
                "/commitment",
                result == Result.COMMITTED
                        ? "name the commitment that was made"
                        : "only where a commitment was made, one is named",
                result == Result.COMMITTED ? "約束事項を指定してください" : "約束事項を指定するのは、約束をした場合だけです");
    }

    private void answer(Statement said, List<Objection> found) {
        must(said.on().size() == 1, found, "/on", "one statement is answered", "答える申述は一つです");
        said.on().forEach(id -> answer(said, id, found));
    }

    private void answer(Statement said, UUID id, List<Objection> found) {
        var told = judged.get(id);
        if (told == null) {
            throw new IllegalStateException("it would wait");
        }
        var one = told.statement();
        must(told.fits(), found, "/on", "it answers a statement that does not fit", "成立していない申述に答えています");
        must(
                said.act().answers().contains(one.act()),
                found,
                "/on",
                "no " + said.act().english() + " can be said on a statement “"
                        + one.act().english() + "”",
                "「" + one.act().japanese() + "」に対して「" + said.act().japanese() + "」は申述できません");
        must(
                !said.act().isForTheSame() || said.to().equals(one.to()),
                found,
                "/to",
                "all who were told of it are told: " + sorted(one.to()),
                "元の申述を伝えた全ての国に伝えます: " + sorted(one.to()));
        var own = said.party().equals(one.party());
        switch (said.act()) {
            case WITHDRAW ->
                must(
                        own,
                        found,
                        "/act",
                        "only " + one.party() + " can take it back",
                        "取り下げられるのは " + one.party() + " だけです");
            case AGREE, OBJECT ->
                must(
                        !own,
                        found,
                        "/act",
                        "that is for the others: its writer agrees already",
                        "申述するのは他の国です（提案した国は同意済みです）");
            case CALL, MOVE, ITEM, REORDER, PAPER, HELD, OUTCOME, CANCEL -> {}
        }
    }

    private static void must(boolean holds, List<Objection> found, String at, String english, String japanese) {
        if (!holds) {
            found.add(new Objection(at, english, japanese));
        }
    }

    private static String sorted(Set<String> parties) {
        return String.join(", ", parties.stream().sorted().toList());
    }
}
