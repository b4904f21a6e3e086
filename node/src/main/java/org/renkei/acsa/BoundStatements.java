package org.renkei.acsa;

import java.util.List;
import java.util.UUID;
import org.renkei.problem.Problem.FieldError;
import org.renkei.release.RecallCheck;
import org.springframework.stereotype.Component;

/// What both nations closed over with one hash is not taken back: books are corrected by further postings.
@Component
class BoundStatements implements RecallCheck {
    private final TakenBack takenBack;

    BoundStatements(TakenBack takenBack) {
        this.takenBack = takenBack;
    }

    @Override
    public List<FieldError> against(UUID record, String kind) {
        return kind.equals(Orders.KIND) && takenBack.isBound(record)
                ? List.of(new FieldError(
                        "",
                        "both nations have closed this order with one hash: say a correction, which is a further posting",
                        "両国が同じハッシュで締め切ったオーダーの申述です。撤回せず、訂正（追加の記帳）を申述してください"))
                : List.of();
    }
}
