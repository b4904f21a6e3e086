package org.renkei.kernel.commitments;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.renkei.kernel.cases.Objecting;
import org.renkei.kernel.cases.Objection;

/// Whether one statement fits: by the record of the commitment and by what it names, and by nothing else, so
/// that all who hold the statement judge alike whatever else they hold.
record Judge(Statement opening, Map<UUID, Commitment.Told> judged) {

    List<Objection> objections(Statement said) {
        var found = new Objecting();
        found.addressees(said, opening.to(), said.act().isForAll(), "this commitment", "この約束事項");
        switch (said.act()) {
            case RECORD -> recorded(said, found);
            case STATE -> state(said, found);
            case EVIDENCE ->
                found.must(
                        said.text("document").isPresent() || said.id("record").isPresent(),
                        "/document",
                        "name a document or a record",
                        "文書または記録を指定してください");
            case AGREE, OBJECT, WITHDRAW -> said.on().forEach(id -> answer(said, id, found));
            case OWNER, NOTE -> {}
        }
        return found.found();
    }

    private void recorded(Statement said, Objecting found) {
        found.must(said.equals(opening), "/act", "this commitment is recorded already", "この約束事項は既に記録されています");
        found.must(!said.others().isEmpty(), "/to", "a commitment has at least two nations", "約束事項には二か国以上が必要です");
        var held = said.day("held");
        var due = said.day("due");
        found.must(
                held.isEmpty() || due.isEmpty() || !due.get().isBefore(held.get()),
                "/due",
                "nothing is due before the meeting at which it was promised",
                "期限は会合の日より前にはなりません");
    }

    private void state(Statement said, Objecting found) {
        var state = said.state();
        var by = said.id("by");
        found.must(
                state != State.MET || said.text("measured").isPresent(),
                "/measured",
                "say what was measured against the outcome that was promised",
                "約束した成果に対して何が測定されたかを記入してください");
        found.must(
                (state == State.SUPERSEDED) == by.isPresent(),
                "/by",
                state == State.SUPERSEDED
                        ? "name the commitment that takes its place"
                        : "only what is superseded names another commitment",
                state == State.SUPERSEDED ? "これに代わる約束事項を指定してください" : "別の約束事項を指定するのは、代替された場合だけです");
        found.must(
                by.isEmpty() || !by.get().equals(said.commitment()),
                "/by",
                "a commitment does not take its own place",
                "自らに代わることはできません");
        found.must(
                !state.isFinal() || said.day("due").isEmpty(),
                "/due",
                "what is over has no new due date",
                "終わったものに新たな期限はありません");
    }

    private void answer(Statement said, UUID id, Objecting found) {
        var told = judged.get(id);
        if (told == null) {
            throw new IllegalStateException("it would wait");
        }
        var one = told.statement();
        found.answers(said.act(), told.fits(), said.act().answers().contains(one.act()), one.act());
        found.rightSide(said, one, said.act() == Act.WITHDRAW);
        if (said.act() == Act.WITHDRAW) {
            found.sameAddressees(said, one);
        }
    }
}
