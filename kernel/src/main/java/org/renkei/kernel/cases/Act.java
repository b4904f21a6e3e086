package org.renkei.kernel.cases;

import static org.renkei.kernel.cases.Field.choice;
import static org.renkei.kernel.cases.Field.of;
import static org.renkei.kernel.cases.Field.optional;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.renkei.kernel.cases.Field.Type;

/// What a nation can say in a case, with the fields that each act needs. The same table makes the form, the
/// reading and the check. A field `on` names what the statement answers.
public enum Act implements Acting {
    OPEN(
            "opening",
            "開設",
            of("nameEn", Type.TEXT),
            of("nameJa", Type.TEXT),
            choice("phase", Phase.class),
            of("body", Type.BODY),
            of("text", Type.LONG_TEXT),
            optional("objectives", Type.LONG_TEXT)),
    PHASE("phase", "事態の認識", choice("phase", Phase.class), of("text", Type.LONG_TEXT)),
    REPORT("situation report", "状況報告", of("text", Type.LONG_TEXT), optional("place", Type.TEXT)),
    ASK(
            "request for information",
            "情報要求",
            of("text", Type.LONG_TEXT),
            of("due", Type.TIME),
            optional("body", Type.BODY)),
    ANSWER("information", "回答", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    REQUEST(
            "request for assistance",
            "支援要請",
            choice("category", Assistance.class),
            of("text", Type.LONG_TEXT),
            optional("place", Type.TEXT),
            optional("quantity", Type.NUMBER),
            optional("unit", Type.TEXT),
            of("due", Type.TIME),
            optional("neededBy", Type.TIME),
            optional("body", Type.BODY)),
    OFFER("offer", "支援の申し出", of("on", Type.REFERENCE), optional("quantity", Type.NUMBER), of("text", Type.LONG_TEXT)),
    ACCEPT(
            "acceptance",
            "受諾",
            of("on", Type.REFERENCE),
            choice("extent", Extent.class),
            optional("quantity", Type.NUMBER),
            optional("text", Type.LONG_TEXT)),
    DECLINE("refusal", "辞退", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    WITHDRAW("withdrawal", "取下げ", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    DECISION("national decision", "国の決定", of("authority", Type.TEXT), of("text", Type.LONG_TEXT)),
    CALL("consultation called", "協議の開催", of("body", Type.BODY), of("at", Type.TIME), of("text", Type.LONG_TEXT)),
    /// One nation's own version of what was agreed at a consultation.
    MINUTES("minutes", "議事録", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    /// Says that all nations' versions, named one by one, say the same.
    AGREE("minutes agreed", "議事録の合意", of("on", Type.REFERENCES), of("hash", Type.HASH)),
    /// What a nation gives itself to do; others are informed at most.
    TASK("task to self", "自国の任務", of("text", Type.LONG_TEXT), of("due", Type.TIME), optional("body", Type.BODY)),
    STATUS(
            "status",
            "進捗",
            of("on", Type.REFERENCE),
            choice("status", Progress.class),
            optional("text", Type.LONG_TEXT)),
    ESCALATE(
            "escalation",
            "上位への付議",
            of("from", Type.BODY),
            of("body", Type.BODY),
            of("text", Type.LONG_TEXT),
            of("due", Type.TIME)),
    DELEGATE(
            "delegation",
            "下位への委任",
            of("from", Type.BODY),
            of("body", Type.BODY),
            of("text", Type.LONG_TEXT),
            of("due", Type.TIME)),
    /// What came of an escalation or a delegation.
    RESULT("result", "結果", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    HANDOVER("handover of the watch", "当直の引継ぎ", of("body", Type.BODY), of("text", Type.LONG_TEXT)),
    /// What somebody has to say on any statement; the remarks on one are a thread. It changes nothing.
    REMARK("reply", "返信", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    /// Files to an own statement, told to fewer than it was: who is not told learns of none.
    ENCLOSE("enclosure", "別添", of("on", Type.REFERENCE), of("attachments", Type.FILES)),
    RECEIPT("receipt", "受信確認", of("on", Type.REFERENCES), choice("receipt", Receipt.class)),
    CLOSE("closing", "終結", of("text", Type.LONG_TEXT)),
    REOPEN("reopening", "再開", of("text", Type.LONG_TEXT)),
    LESSON("lesson", "教訓", of("text", Type.LONG_TEXT)),
    /// Proposes to all nations of a case that a further one joins.
    INVITE(
            "proposal of a further nation",
            "当事国追加の提案",
            of("party", Type.PARTY),
            of("text", Type.LONG_TEXT),
            optional("due", Type.TIME)),
    ASSENT("assent", "同意", of("on", Type.REFERENCE), optional("text", Type.LONG_TEXT)),
    /// Tells a nation that joins what the case is: for it, this is the opening. Said by the nation that opened
    /// the case, which the mark of the opening proves.
    ADMIT(
            "admission",
            "当事国の追加",
            of("party", Type.PARTY),
            of("opened", Type.MARK),
            of("nameEn", Type.TEXT),
            of("nameJa", Type.TEXT),
            choice("phase", Phase.class),
            of("body", Type.BODY),
            of("text", Type.LONG_TEXT),
            optional("objectives", Type.LONG_TEXT));

    public enum Extent implements Coded {
        WHOLE,
        PART
    }

    public enum Progress implements Coded {
        UNDER_WAY,
        DONE,
        NOT_POSSIBLE
    }

    public enum Receipt implements Coded {
        READ,
        ACKNOWLEDGED
    }

    private static final Set<Act> AFTER_CLOSING =
            Set.of(REOPEN, LESSON, RECEIPT, MINUTES, AGREE, CLOSE, REMARK, ENCLOSE);

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
            case ANSWER -> Set.of(ASK);
            case OFFER -> Set.of(REQUEST);
            case ACCEPT -> Set.of(OFFER);
            case DECLINE -> Set.of(ASK, REQUEST, OFFER, CALL, INVITE);
            case WITHDRAW -> Set.of(ASK, REQUEST, OFFER, CALL, TASK, ESCALATE, DELEGATE, INVITE);
            case ASSENT -> Set.of(INVITE);
            case MINUTES -> Set.of(CALL);
            case AGREE -> Set.of(MINUTES);
            case STATUS -> Set.of(REQUEST, OFFER, TASK);
            case RESULT -> Set.of(ESCALATE, DELEGATE);
            case REMARK, ENCLOSE -> EnumSet.complementOf(EnumSet.of(ENCLOSE, RECEIPT));
            case RECEIPT -> Set.of(values());
            case OPEN,
                    PHASE,
                    REPORT,
                    ASK,
                    REQUEST,
                    DECISION,
                    CALL,
                    TASK,
                    ESCALATE,
                    DELEGATE,
                    HANDOVER,
                    CLOSE,
                    REOPEN,
                    LESSON,
                    INVITE,
                    ADMIT -> Set.of();
        };
    }

    /// Whether it changes the case as a whole, so that every nation of it is told.
    public boolean isCaseWide() {
        return switch (this) {
            case OPEN, PHASE, CLOSE, REOPEN, INVITE, ADMIT -> true;
            case REPORT,
                    ASK,
                    ANSWER,
                    REQUEST,
                    OFFER,
                    ACCEPT,
                    DECLINE,
                    WITHDRAW,
                    DECISION,
                    CALL,
                    MINUTES,
                    AGREE,
                    TASK,
                    STATUS,
                    ESCALATE,
                    DELEGATE,
                    RESULT,
                    HANDOVER,
                    REMARK,
                    ENCLOSE,
                    RECEIPT,
                    LESSON,
                    ASSENT -> false;
        };
    }

    /// Whether it may be said of a closed case without opening it again.
    public boolean isAfterClosing() {
        return AFTER_CLOSING.contains(this);
    }

    public static Optional<Act> find(String code) {
        return Coded.find(Act.class, code);
    }
}
