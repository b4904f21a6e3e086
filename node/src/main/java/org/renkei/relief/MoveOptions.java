package org.renkei.relief;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.renkei.kernel.relief.moves.Act;
import org.renkei.relief.MoveView.FieldView;

/// What a new move can be: whom it can be told, and the form.
///
/// @param nations those with a link
public record MoveOptions(String own, List<String> nations, List<FieldView> fields) {
    static MoveOptions of(String own, List<String> nations) {
        return new MoveOptions(own, nations, MoveView.fields(Act.PLAN, Set.of(), Map.of()));
    }
}
