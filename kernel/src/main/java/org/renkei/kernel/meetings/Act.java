package org.renkei.kernel.meetings;

import static org.renkei.kernel.cases.Field.choice;
import static org.renkei.kernel.cases.Field.of;
import static org.renkei.kernel.cases.Field.optional;

import java.util.List;
import java.util.Set;
import org.renkei.kernel.cases.Acting;
import org.renkei.kernel.cases.Field;
import org.renkei.kernel.cases.Field.Type;

/// What a nation can say of a meeting, with the fields that each act needs. The same table makes the form,
/// the reading and the check. A field `on` names what the statement answers.
public enum Act implements Acting {
    /// A first proposal to all others. `zone` is the IANA name of the time zone of the place, `minutes` how
    /// long it takes; it may follow an earlier meeting, and name the statement of a case that called for it.
    CALL(
            "meeting called",
            "会合の開催の提案",
            of("titleEn", Type.TEXT),
            of("titleJa", Type.TEXT),
            of("body", Type.BODY),
            of("starts", Type.TIME),
            of("minutes", Type.NUMBER),
            of("zone", Type.TEXT),
            of("place", Type.TEXT),
            optional("text", Type.LONG_TEXT),
            optional("follows", Type.RECORD),
            optional("consultation", Type.RECORD)),
    MOVE(
            "other time or place",
            "日時・場所の変更の提案",
            of("starts", Type.TIME),
            of("minutes", Type.NUMBER),
            of("zone", Type.TEXT),
            of("place", Type.TEXT),
            of("text", Type.LONG_TEXT)),
    /// `from` names the item of an earlier meeting that was deferred.
    ITEM(
            "agenda item",
            "議題の提案",
            of("titleEn", Type.TEXT),
            of("titleJa", Type.TEXT),
            of("position", Type.NUMBER),
            of("presenter", Type.TEXT),
            optional("text", Type.LONG_TEXT),
            optional("from", Type.RECORD)),
    REORDER("other place on the agenda", "議題の順序の変更", of("on", Type.REFERENCE), of("position", Type.NUMBER)),
    PAPER("paper", "会議資料", of("on", Type.REFERENCE), of("record", Type.RECORD), optional("text", Type.TEXT)),
    AGREE("agreement", "同意", of("on", Type.REFERENCE), optional("text", Type.LONG_TEXT)),
    OBJECT("objection", "異議", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    HELD("meeting held", "開催済み", optional("text", Type.LONG_TEXT)),
    OUTCOME(
            "outcome",
            "議題の結果",
            of("on", Type.REFERENCE),
            choice("result", Result.class),
            optional("textEn", Type.LONG_TEXT),
            optional("textJa", Type.LONG_TEXT),
            optional("commitment", Type.RECORD)),
    WITHDRAW("withdrawal", "取下げ", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    CANCEL("cancellation", "会合の中止", of("text", Type.LONG_TEXT));

    private final Form form;

    Act(String english, String japanese, Field... fields) {
        this.form = new Form(english, japanese, List.of(fields));
    }

    @Override
    public Form form() {
        return form;
    }

    /// What a statement of this act may name at `on`; empty when it names nothing.
    public Set<Act> answers() {
        return switch (this) {
            case AGREE, OBJECT -> Set.of(CALL, MOVE, ITEM, OUTCOME);
            case REORDER, PAPER, OUTCOME -> Set.of(ITEM);
            case WITHDRAW -> Set.of(MOVE, ITEM, PAPER, OUTCOME);
            case CALL, MOVE, ITEM, HELD, CANCEL -> Set.of();
        };
    }

    /// Whether all nations are told, so that where the meeting stands is the same for all of them.
    public boolean isForAll() {
        return switch (this) {
            case CALL, MOVE, HELD, CANCEL -> true;
            case ITEM, REORDER, PAPER, AGREE, OBJECT, OUTCOME, WITHDRAW -> false;
        };
    }

    /// Whether exactly those are told who were told what it answers: a paper may be for fewer of them.
    public boolean isForTheSame() {
        return switch (this) {
            case AGREE, OBJECT, REORDER, OUTCOME, WITHDRAW -> true;
            case CALL, MOVE, ITEM, PAPER, HELD, CANCEL -> false;
        };
    }
}
