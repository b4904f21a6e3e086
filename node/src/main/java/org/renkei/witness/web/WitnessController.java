package org.renkei.witness.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.Partners;
import org.renkei.witness.CosigningDesk;
import org.renkei.witness.WitnessDesk;
import org.renkei.witness.Witnesses;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit/witnesses")
class WitnessController {
    private final Witnesses witnesses;
    private final CosigningDesk cosigning;
    private final WitnessDesk witness;

    WitnessController(Witnesses witnesses, CosigningDesk cosigning, WitnessDesk witness) {
        this.witnesses = witnesses;
        this.cosigning = cosigning;
        this.witness = witness;
    }

    record Acceptance(@Nullable String reason) {}

    @GetMapping
    Witnesses.All all() {
        return witnesses.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Witnesses.All ask() {
        cosigning.askNow();
        return witnesses.all();
    }

    @PostMapping("/{party}/accept")
    Witnesses.All accept(@PathVariable String party, @RequestBody Acceptance acceptance, Principal caller) {
        var reason = acceptance.reason();
        witness.accept(Partners.keyInPath(party), reason == null ? "" : reason, caller.getName());
        return witnesses.all();
    }
}
