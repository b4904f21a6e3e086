package org.renkei.operation;

import static org.renkei.operation.Check.text;

import java.time.temporal.ChronoUnit;
import org.renkei.verification.Verification;
import org.renkei.witness.Witnesses;
import org.springframework.stereotype.Component;

/// Whether anything that was sealed has been changed.
@Component
class SealChecks {
    private static final Check.Text ADVICE = text(
            "Keep the database as it is and call the security officer. The Audit screen names every row.",
            "データベースを現状のまま保全し、保全責任者に連絡してください。監査画面に該当行が表示されます。");

    private final Verification verification;
    private final Witnesses witnesses;

    SealChecks(Verification verification, Witnesses witnesses) {
        this.verification = verification;
        this.witnesses = witnesses;
    }

    Check tampering() {
        var state = verification.state();
        var last = state.last();
        if (last != null && !last.isSound()) {
            return Check.critical("tampering", text("SOMETHING WAS CHANGED behind the node", "ノードを通さない改変を検出"), ADVICE);
        }
        if (state.failure() != null) {
            return Check.critical(
                    "tampering",
                    text("it could not be verified", "検証できませんでした"),
                    text(
                            "See the log of the node, and look again on the Audit screen.",
                            "ノードのログを確認し、監査画面で再度検証してください。"));
        }
        if (last == null) {
            return Check.ok("tampering", "being looked through", "検証中");
        }
        var at = last.at().truncatedTo(ChronoUnit.SECONDS);
        return Check.ok("tampering", "as written, looked at " + at, "改変なし（" + at + " に検証）");
    }

    Check witnesses() {
        var all = witnesses.all();
        if (all.isAlarming()) {
            return Check.critical(
                    "witnesses",
                    text("an audit log is NOT THE ONE THAT WAS COSIGNED", "監査記録が連署済みの内容と一致しません"),
                    text(
                            "The Audit screen says whose. Ask that partner by telephone before anything else.",
                            "対象は監査画面に表示されます。まず相手に電話で照会してください。"));
        }
        var behind = all.ours().stream().mapToLong(Witnesses.Ours::behind).min().orElse(0);
        var cosigned = all.ours().stream().filter(one -> one.at() != null).count();
        return cosigned == 0
                ? Check.ok("witnesses", "not cosigned by a partner yet", "まだ連署されていません")
                : Check.ok(
                        "witnesses",
                        cosigned + " of " + all.ours().size() + " partners cosigned, " + behind + " entries since",
                        "相手 " + all.ours().size() + " ノード中 " + cosigned + " ノードが連署（以後 " + behind + " 項）");
    }
}
