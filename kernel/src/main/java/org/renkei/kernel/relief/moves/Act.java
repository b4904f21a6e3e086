package org.renkei.kernel.relief.moves;

import static org.renkei.kernel.cases.Field.choice;
import static org.renkei.kernel.cases.Field.of;
import static org.renkei.kernel.cases.Field.optional;

import java.util.List;
import java.util.Set;
import org.renkei.kernel.cases.Acting;
import org.renkei.kernel.cases.Field;
import org.renkei.kernel.cases.Field.Type;

/// What a nation can say of a move, with the fields that each act needs. The same table makes the form, the
/// reading and the check. A field `on` names the step that came before; said again on the same step, the
/// newer takes the place of the older.
public enum Act implements Acting {
    /// Who brings what with which means to whom; the [legs][Leg] stand beside these fields.
    PLAN(
            "plan",
            "計画",
            choice("means", Means.class),
            of("count", Type.NUMBER),
            of("item", Type.TEXT),
            of("quantity", Type.NUMBER),
            of("unit", Type.TEXT),
            of("receiver", Type.TEXT),
            optional("need", Type.RECORD),
            optional("offer", Type.RECORD),
            optional("text", Type.LONG_TEXT)),
    DEPART("departure", "出発", of("on", Type.REFERENCE), of("at", Type.TIME)),
    /// With what was delivered, where it is the end of the last leg.
    ARRIVE("arrival", "到着", of("on", Type.REFERENCE), of("at", Type.TIME), optional("delivered", Type.NUMBER)),
    DELAY(
            "delay",
            "遅延",
            of("on", Type.REFERENCE),
            optional("departure", Type.TIME),
            of("arrival", Type.TIME),
            of("text", Type.LONG_TEXT)),
    CANCEL("cancellation", "中止", of("on", Type.REFERENCE), of("text", Type.LONG_TEXT)),
    /// By the nation that it is brought to.
    RECEIVE(
            "receipt",
            "受領",
            of("on", Type.REFERENCE),
            of("at", Type.TIME),
            choice("condition", Condition.class),
            optional("quantity", Type.NUMBER),
            optional("office", Type.TEXT),
            optional("text", Type.LONG_TEXT)),
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
            case DEPART -> Set.of(PLAN, ARRIVE);
            case ARRIVE -> Set.of(DEPART);
            case DELAY -> Set.of(PLAN, DEPART, ARRIVE);
            case CANCEL, RECEIVE -> Set.of(PLAN);
            case PLAN, NOTE -> Set.of();
        };
    }

    /// Whether all nations are told, so that where the move stands is the same for all of them.
    public boolean isForAll() {
        return this != NOTE;
    }
}
