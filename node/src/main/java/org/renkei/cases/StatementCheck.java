package org.renkei.cases;

import java.security.Principal;
import java.util.List;
import org.renkei.identity.Caller;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.DraftCheck;
import org.springframework.stereotype.Component;

/// A statement that does not fit is not written, by whatever way it is brought.
@Component("caseStatementCheck")
class StatementCheck implements DraftCheck {
    private final CaseGuards guards;

    StatementCheck(CaseGuards guards) {
        this.guards = guards;
    }

    @Override
    public List<FieldError> check(String kind, CborMap body, Principal writer) {
        if (!kind.equals(Cases.KIND) || !(writer instanceof Caller caller)) {
            return List.of();
        }
        return guards.against(body, caller).stream()
                .map(one -> new FieldError("/body" + one.at(), one.english(), one.japanese()))
                .toList();
    }
}
