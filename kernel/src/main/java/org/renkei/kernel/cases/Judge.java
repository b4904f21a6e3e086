package org.renkei.kernel.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Whether one statement fits: by what makes its addressees nations of the case and by what it names, and by
/// nothing else, so that all who hold the statement judge alike whatever else they hold.
record Judge(Membership members, Map<UUID, Case.Told> judged) {

    List<Objection> objections(Statement said) {
        var found = new ArrayList<Objection>();
        addressees(said, found);
        var named = new ArrayList<Statement>();
        said.on().forEach(id -> named(said, id, named, found));
        if (found.isEmpty()) {
            named.forEach(one -> answer(said, one, found));
            if (said.act() == Act.AGREE) {
                agree(said, named, found);
            }
        }
        return found;
    }

    private void addressees(Statement said, List<Objection> found) {
        if (said.act() == Act.OPEN && !members.opens(said)) {
            object(found, "/act", "this case is open already", "この事案は既に開設されています");
        }
        if (said.act() == Act.ADMIT && !members.opens(said)) {
            found.add(Membership.NOT_ADMITTED);
        }
        if (!said.to().contains(said.party())) {
            object(found, "/to", "the writer is among those who are told", "書き手も伝える先に含みます");
        }
        var asks = said.act() == Act.ASK || said.act() == Act.REQUEST || said.act() == Act.CALL;
        if (asks && said.others().isEmpty()) {
            object(found, "/to", "somebody else is asked", "相手となる国が必要です");
        }
    }

    private void named(Statement said, UUID id, List<Statement> named, List<Objection> found) {
        var told = judged.get(id);
        if (told == null) {
            throw new IllegalStateException("it would wait");
        }
        var one = told.statement();
        named.add(one);
        if (!told.fits()) {
            object(found, "/on", "it answers a statement that does not fit", "成立していない申述に答えています");
        }
        if (!said.act().answers().contains(one.act())) {
            object(
                    found,
                    "/on",
                    "no " + said.act().english() + " can be said on a statement “"
                            + one.act().english() + "”",
                    "「" + one.act().japanese() + "」に対して「" + said.act().japanese() + "」は申述できません");
        }
        var answers = said.act() != Act.WITHDRAW
                && said.act() != Act.STATUS
                && !said.to().contains(one.party());
        if (answers) {
            object(
                    found,
                    "/to",
                    one.party() + " said what this answers and is told",
                    "元の申述をした " + one.party() + " にも伝えます");
        }
    }

    private void answer(Statement said, Statement one, List<Objection> found) {
        var own = said.party().equals(one.party());
        switch (said.act()) {
            case ANSWER, OFFER, RECEIPT -> {
                must(!own, found, "/act", "that is for those who were told", "申述するのは伝えられた側です");
                if (said.act() == Act.OFFER) {
                    offer(said, one, found);
                }
            }
            case DECLINE -> {
                must(
                        one.act() == Act.OFFER ? said.party().equals(asker(one)) : !own,
                        found,
                        "/act",
                        "that is for the one who was asked",
                        "申述するのは求められた側です");
                if (one.act() == Act.INVITE) {
                    toldAll(said, one, found);
                }
            }
            case ACCEPT -> accept(said, one, found);
            case ASSENT -> {
                must(!own, found, "/act", "that is for those who were told", "申述するのは伝えられた側です");
                toldAll(said, one, found);
            }
            case WITHDRAW -> {
                must(
                        own,
                        found,
                        "/act",
                        "only " + one.party() + " can take it back",
                        "取り下げられるのは " + one.party() + " だけです");
                toldAll(said, one, found);
            }
            case STATUS ->
                must(
                        own,
                        found,
                        "/act",
                        "only " + one.party() + " can say how it goes",
                        "進捗を述べるのは " + one.party() + " だけです");
            case ENCLOSE ->
                must(
                        own,
                        found,
                        "/act",
                        "only " + one.party() + " can add files to it",
                        "別添を加えられるのは " + one.party() + " だけです");
            case MINUTES ->
                must(
                        said.to().equals(one.to()),
                        found,
                        "/to",
                        "minutes go to all who were called: " + sorted(one.to()),
                        "議事録は協議に招かれた全ての国に伝えます: " + sorted(one.to()));
            case OPEN,
                    PHASE,
                    REPORT,
                    ASK,
                    REQUEST,
                    DECISION,
                    CALL,
                    AGREE,
                    TASK,
                    ESCALATE,
                    DELEGATE,
                    RESULT,
                    HANDOVER,
                    REMARK,
                    CLOSE,
                    REOPEN,
                    LESSON,
                    INVITE,
                    ADMIT -> {}
        }
    }

    private static void toldAll(Statement said, Statement one, List<Objection> found) {
        must(
                said.to().equals(one.to()),
                found,
                "/to",
                "all who were told of it are told: " + sorted(one.to()),
                "元の申述を伝えた全ての国に伝えます: " + sorted(one.to()));
    }

    private static void offer(Statement said, Statement request, List<Objection> found) {
        if (said.number("quantity").isPresent()) {
            must(
                    request.number("quantity").isPresent(),
                    found,
                    "/quantity",
                    "the request names no quantity",
                    "要請に数量がありません");
        }
    }

    private void accept(Statement said, Statement offer, List<Objection> found) {
        var asker = asker(offer);
        must(said.party().equals(asker), found, "/act", asker + " asked and accepts", "受諾するのは要請した " + asker + " です");
        var offered = offer.number("quantity");
        var accepted = said.number("quantity");
        var part = said.choice("extent", Act.Extent.class) == Act.Extent.PART;
        if (part && offered.isPresent()) {
            must(
                    accepted.isPresent() && accepted.get() < offered.get(),
                    found,
                    "/quantity",
                    "a part is less than the " + offered.get() + " that are offered",
                    "一部とは、申し出の " + offered.get() + " より少ない数量です");
        }
        if (part && offered.isEmpty()) {
            must(said.text("text").isPresent(), found, "/text", "say which part is accepted", "どの部分を受諾するかを記入してください");
        }
        if (!part || offered.isEmpty()) {
            must(accepted.isEmpty(), found, "/quantity", "here no quantity is named", "ここでは数量を記入しません");
        }
    }

    private String asker(Statement offer) {
        var told = judged.get(offer.on().getFirst());
        return told == null ? "" : told.statement().party();
    }

    private void agree(Statement said, List<Statement> versions, List<Objection> found) {
        var calls = versions.stream().flatMap(one -> one.on().stream()).collect(Collectors.toSet());
        if (!must(calls.size() == 1, found, "/on", "versions of one consultation are named", "同じ協議の議事録を指します")) {
            return;
        }
        var told = judged.get(calls.iterator().next());
        var called = told == null ? Set.<String>of() : told.statement().to();
        var writers = versions.stream().map(Statement::party).collect(Collectors.toSet());
        must(
                writers.equals(called) && versions.size() == called.size(),
                found,
                "/on",
                "one version of each nation is named: " + sorted(called),
                "各国の議事録を一つずつ指します: " + sorted(called));
        must(
                said.to().equals(called),
                found,
                "/to",
                "all who were called are told: " + sorted(called),
                "招かれた全ての国に伝えます: " + sorted(called));
        must(
                Statement.digestOf(versions).hex().equals(said.text("hash").orElse("")),
                found,
                "/hash",
                "the versions held here are not those that were agreed to",
                "ここにある議事録は、合意されたものと異なります");
    }

    private static boolean must(boolean holds, List<Objection> found, String at, String english, String japanese) {
        if (!holds) {
            object(found, at, english, japanese);
        }
        return holds;
    }

    private static void object(List<Objection> found, String at, String english, String japanese) {
        found.add(new Objection(at, english, japanese));
    }

    private static String sorted(Set<String> parties) {
        return String.join(", ", parties.stream().sorted().toList());
    }
}
