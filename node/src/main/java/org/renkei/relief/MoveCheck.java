package org.renkei.relief;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.renkei.identity.Caller;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.DraftCheck;
import org.springframework.stereotype.Component;

/// A statement on a move that does not fit is not written, by whatever way it is brought.
@Component
class MoveCheck implements DraftCheck {
    private final MoveGuards guards;

    MoveCheck(MoveGuards guards) {
        this.guards = guards;
    }

    @Override
    public List<FieldError> check(String kind, CborMap body, Principal writer) {
        if (!kind.equals(Moves.KIND) || !(writer instanceof Caller caller)) {
            return List.of();
        }
        return guards.against(body, Optional.empty(), caller).stream()
                .map(one -> new FieldError("/body" + one.at(), one.english(), one.japanese()))
                .toList();
    }
}
