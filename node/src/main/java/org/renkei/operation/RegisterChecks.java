package org.renkei.operation;

import static org.renkei.operation.Check.text;

import org.renkei.party.CoordinationRegister;
import org.springframework.stereotype.Component;

/// Whether what this nation says of bodies and phase policies can still be read: a newer version of the
/// node may not ship any more what it names.
@Component
class RegisterChecks {
    private final CoordinationRegister register;

    RegisterChecks(CoordinationRegister register) {
        this.register = register;
    }

    Check check() {
        var mistakes = register.mistakes();
        if (mistakes.isEmpty()) {
            return Check.ok(
                    "register",
                    register.bodies().size() + " bodies",
                    "機関 " + register.bodies().size() + " 件");
        }
        var first = mistakes.getFirst();
        return Check.critical(
                "register",
                text(
                        "cannot be read, so what the node ships with holds: " + first.english(),
                        "読み取れないため、ノードの既定の内容が有効です：" + first.japanese()),
                text(
                        "Mend it on the screen Bodies, Register of bodies, and take it into force again.",
                        "画面「機関・連絡先」の「機関の登録簿」で直し、再び施行してください。"));
    }
}
