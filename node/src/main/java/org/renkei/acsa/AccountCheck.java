package org.renkei.acsa;

import java.security.Principal;
import java.util.List;
import org.renkei.kernel.acsa.reconcile.SaidAccount;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.DraftCheck;
import org.springframework.stereotype.Component;

/// An account that no machine could hold against another is not said.
@Component
class AccountCheck implements DraftCheck {
    @Override
    public List<FieldError> check(String kind, CborMap body, Principal writer) {
        return kind.equals(SaidAccounts.KIND) && SaidAccount.read(body).isEmpty()
                ? List.of(new FieldError(
                        "/body", "a statement of account as the ACSA desk draws it up", "物品役務の画面で作成した計算書の申述です"))
                : List.of();
    }
}
