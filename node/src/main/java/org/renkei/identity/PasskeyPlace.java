package org.renkei.identity;

import org.renkei.identity.passkey.Place;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.stereotype.Component;

/// Where passkeys of this node work, or the refusal where they cannot.
@Component
class PasskeyPlace {
    private final PublicAddress address;

    PasskeyPlace(PublicAddress address) {
        this.address = address;
    }

    Place get(int port) {
        return address.place(port)
                .orElseThrow(() -> new Problem(
                        Category.CONFLICT,
                        "Passkeys need a name: this node is known by a number only. An administrator sets renkei.api.url",
                        "パスキーにはホスト名が必要です。このノードは番号でしか知られていません。管理者が renkei.api.url を設定してください"));
    }
}
