package org.renkei.meetings;

import java.security.Principal;
import java.util.List;
import org.renkei.identity.Caller;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.DraftCheck;
import org.springframework.stereotype.Component;

/// A statement that does not fit is not written, by whatever way it is brought.
@Component("meetingStatementCheck")
class StatementCheck implements DraftCheck {
    private final MeetingGuards guards;

    StatementCheck(MeetingGuards guards) {
        this.guards = guards;
    }

    @Override
    public List<FieldError> check(String kind, CborMap body, Principal writer) {
        if (!kind.equals(Meetings.KIND) || !(writer instanceof Caller caller)) {
            return List.of();
        }
        return guards.against(body, caller).stream()
                .map(one -> new FieldError("/body" + one.at(), one.english(), one.japanese()))
                .toList();
    }
}
