package org.renkei.verification.web;

import java.util.List;
import java.util.Locale;
import org.renkei.kernel.ledger.LedgerPlace;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.verification.LedgerPlaces;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a paper says of a ledger, looked up.
@RestController
class LedgerPlaceController {
    private final LedgerPlaces places;

    LedgerPlaceController(LedgerPlaces places) {
        this.places = places;
    }

    record Found(String ledger, long position, String leaf, String standing) {}

    @GetMapping("/api/v1/ledger-places")
    Found check(@RequestParam String code) {
        var place = LedgerPlace.parse(code)
                .orElseThrow(() -> Problem.refused(List.of(new FieldError(
                        "/code",
                        "a code as documents bear it: RENKEI:LEDGER:ledger:position:leaf hash",
                        "文書に印字されたコードです（RENKEI:LEDGER:台帳:位置:葉ハッシュ）"))));
        var standing = places.check(place).name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Found(place.ledger(), place.position(), place.leaf().hex(), standing);
    }
}
