package org.renkei.difference.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.renkei.difference.DifferenceDesk;
import org.renkei.difference.DifferenceView;
import org.renkei.difference.Query;
import org.renkei.identity.Caller;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DifferenceController {
    private final DifferenceDesk desk;

    DifferenceController(DifferenceDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/differences/{party}")
    DifferenceView get(
            @PathVariable String party,
            @RequestParam("case") Optional<UUID> caseId,
            @RequestParam(defaultValue = "false") boolean exercise,
            @RequestParam(defaultValue = "all") String only,
            @RequestParam Optional<Instant> since,
            @RequestParam(defaultValue = "0") int from,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return desk.get(party, new Query(caseId, exercise, only(only), since, from), caller, language);
    }

    private static Query.Only only(String code) {
        var all = Query.Only.values();
        return Arrays.stream(all)
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> {
                    var codes = String.join(
                            ", ", Arrays.stream(all).map(Query.Only::code).toList());
                    return Problem.refused(List.of(new FieldError("/only", "one of " + codes, codes + " のどれかです")));
                });
    }
}
