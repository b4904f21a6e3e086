package org.renkei.acsa;

import java.security.Principal;
import java.util.List;
import org.renkei.kernel.acsa.past.PastReader;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.DraftCheck;
import org.springframework.stereotype.Component;

/// A past order that cannot be read is not written, by whatever way it is brought.
@Component
class PastOrderCheck implements DraftCheck {
    private final PartyRegister register;

    PastOrderCheck(PartyRegister register) {
        this.register = register;
    }

    @Override
    public List<FieldError> check(String kind, CborMap body, Principal writer) {
        if (!kind.equals(PastOrderDesk.KIND)) {
            return List.of();
        }
        var order = PastOrderDesk.order(body);
        if (order.isEmpty()) {
            return List.of(new FieldError("/body/fields", "the fields of a past order are needed", "過去のオーダーの項目が必要です"));
        }
        return PastReader.read(order.get().values(), register.latestDay()).objections().stream()
                .map(one -> new FieldError("/body/fields" + one.at(), one.english(), one.japanese()))
                .toList();
    }
}
