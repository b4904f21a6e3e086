package org.renkei.kernel.commitments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.renkei.kernel.cases.Objection;

/// Whether one statement fits: by the record of the commitment and by what it names, and by nothing else, so
/// that all who hold the statement judge alike whatever else they hold.
record Judge(Statement opening, Map<UUID, Commitment.Told> judged) {

    List<Objection> objections(Statement said) {
        var found = new ArrayList<Objection>();
        addressees(said, found);
        switch (said.act()) {
            case RECORD -> recorded(said, found);
            case STATE -> state(said, found);
            case EVIDENCE ->
                must(
                        said.text("document").isPresent() || said.id("record").isPresent(),
                        found,
                        "/document",
                        "name a document or a record",
                        "文書または記録を指定してください");
            case AGREE, OBJECT, WITHDRAW -> said.on().forEach(id -> answer(said, id, found));
            case OWNER, NOTE -> {}
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
                said.party() + " is no party to this commitment",
                said.party() + " はこの約束事項の当事国ではありません");
        must(said.to().contains(said.party()), found, "/to", "the writer is among those who are told", "書き手も伝える先に含みます");
        must(
                nations.containsAll(said.to()),
                found,
                "/to",
                "only the nations of this commitment can be told: " + all,
                "伝える先はこの約束事項の当事国だけです: " + all);
        must(
                !said.act().isForAll() || said.to().equals(nations),
                found,
                "/to",
                "this is told to all its nations: " + all,
                "全当事国に伝えます: " + all);
    }

    private void recorded(Statement said, List<Objection> found) {
        must(said.equals(opening), found, "/act", "this commitment is recorded already", "この約束事項は既に記録されています");
        must(!said.others().isEmpty(), found, "/to", "a commitment has at least two nations", "約束事項には二か国以上が必要です");
        var held = said.day("held");
        var due = said.day("due");
        must(
                held.isEmpty() || due.isEmpty() || !due.get().isBefore(held.get()),
                found,
                "/due",
                "nothing is due before the meeting at which it was promised",
                "期限は会合の日より前にはなりません");
    }

    private void state(Statement said, List<Objection> found) {
        var state = said.state();
        var by = said.id("by");
        must(
                state != State.MET || said.text("measured").isPresent(),
                found,
                "/measured",
                "say what was measured against the outcome that was promised",
                "約束した成果に対して何が測定されたかを記入してください");
        must(
                (state == State.SUPERSEDED) == by.isPresent(),
                found,
                "/by",
                state == State.SUPERSEDED
                        ? "name the commitment that takes its place"
                        : "only what is superseded names another commitment",
                state == State.SUPERSEDED ? "これに代わる約束事項を指定してください" : "別の約束事項を指定するのは、代替された場合だけです");
        must(
                by.isEmpty() || !by.get().equals(said.commitment()),
                found,
                "/by",
                "a commitment does not take its own place",
                "自らに代わることはできません");
        must(
                !state.isFinal() || said.day("due").isEmpty(),
                found,
                "/due",
                "what is over has no new due date",
                "終わったものに新たな期限はありません");
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
        var own = said.party().equals(one.party());
        if (said.act() == Act.WITHDRAW) {
            must(own, found, "/act", "only " + one.party() + " can take it back", "取り下げられるのは " + one.party() + " だけです");
            must(
                    said.to().equals(one.to()),
                    found,
                    "/to",
                    "all who were told of it are told: " + sorted(one.to()),
                    "元の申述を伝えた全ての国に伝えます: " + sorted(one.to()));
        } else {
            must(!own, found, "/act", "that is for the others: its writer agrees already", "申述するのは他の国です（提案した国は同意済みです）");
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
