package org.renkei.kernel.commitments;

import static org.renkei.kernel.cases.Field.choice;
import static org.renkei.kernel.cases.Field.of;
import static org.renkei.kernel.cases.Field.optional;

import java.util.List;
import java.util.Set;
import org.renkei.kernel.cases.Acting;
import org.renkei.kernel.cases.Field;
import org.renkei.kernel.cases.Field.Type;

/// What a nation can say of a commitment, with the fields that each act needs. The same table makes the form,
/// the reading and the check. A field `on` names what the statement answers.
public enum Act implements Acting {
    /// What was promised, where and when, as one nation writes it down: a first proposal to all others.
    RECORD(
            "commitment",
            "約束事項の記録",
            of("titleEn", Type.TEXT),
            of("titleJa", Type.TEXT),
            of("meeting", Type.BODY),
            of("held", Type.DATE),
            of("reference", Type.TEXT),
            optional("minutes", Type.RECORD),
            of("sentenceEn", Type.LONG_TEXT),
            of("sentenceJa", Type.LONG_TEXT),
            of("outcomeEn", Type.LONG_TEXT),
            of("outcomeJa", Type.LONG_TEXT),
            of("due", Type.DATE),
            of("owner", Type.BODY),
            optional("office", Type.TEXT)),
    /// Which of its own offices answers for it: no nation names another's.
    OWNER("owner", "担当機関", of("owner", Type.BODY), optional("office", Type.TEXT)),
    STATE(
            "state",
            "状態の提案",
            choice("state", State.class),
            of("text", Type.LONG_TEXT),
            optional("measured", Type.LONG_TEXT),
            optional("by", Type.RECORD),
            optional("due", Type.DATE)),
    AGREE("agreement", "同意", of("on", Type.REFERENCE), optional("text", Type.LONG_TEXT)),
    OBJECT("objection", "異議", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    WITHDRAW("withdrawal", "取下げ", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    /// A document, or a record with what is attached to it, that shows what was done.
    EVIDENCE(
            "evidence",
            "裏付け資料",
            of("text", Type.LONG_TEXT),
            optional("document", Type.TEXT),
            optional("record", Type.RECORD)),
    NOTE("note", "所見", of("text", Type.LONG_TEXT));

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
            case AGREE, OBJECT -> Set.of(RECORD, STATE);
            case WITHDRAW -> Set.of(STATE, EVIDENCE, NOTE);
            case RECORD, OWNER, STATE, EVIDENCE, NOTE -> Set.of();
        };
    }

    /// Whether all nations are told, so that where it stands is the same for all of them.
    public boolean isForAll() {
        return switch (this) {
            case RECORD, OWNER, STATE, AGREE, OBJECT -> true;
            case WITHDRAW, EVIDENCE, NOTE -> false;
        };
    }
}
