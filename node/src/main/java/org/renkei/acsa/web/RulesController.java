package org.renkei.acsa.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.renkei.acsa.CeilingDesk;
import org.renkei.acsa.MeasureDesk;
import org.renkei.acsa.NettingDesk;
import org.renkei.acsa.RateDesk;
import org.renkei.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// By what this nation reckons and lets settle: rates, measures, ceilings, authorities.
@RestController
class RulesController {
    private final RateDesk rates;
    private final CeilingDesk ceilings;
    private final NettingDesk nettings;
    private final MeasureDesk measures;

    RulesController(RateDesk rates, CeilingDesk ceilings, NettingDesk nettings, MeasureDesk measures) {
        this.rates = rates;
        this.ceilings = ceilings;
        this.nettings = nettings;
        this.measures = measures;
    }

    @GetMapping("/api/v1/acsa/rates")
    RateDesk.Rates rates() {
        return rates.list();
    }

    @PostMapping(value = "/api/v1/acsa/rates", consumes = "application/octet-stream")
    @ResponseStatus(HttpStatus.CREATED)
    RateDesk.FileView bringIn(
            @RequestBody byte[] file, @RequestParam String source, @AuthenticationPrincipal Caller caller) {
        return rates.bringIn(file, source, caller);
    }

    @GetMapping("/api/v1/acsa/conversion")
    RateDesk.Conversion convert(
            @RequestParam long amount, @RequestParam String from, @RequestParam String to, @RequestParam LocalDate on) {
        return rates.convert(amount, from, to, on);
    }

    @GetMapping("/api/v1/acsa/measures")
    MeasureDesk.Measured measure(
            @RequestParam String quantity,
            @RequestParam String in,
            @RequestParam String unit,
            @RequestParam(defaultValue = "") String category) {
        return measures.convert(quantity, in, unit, category);
    }

    @GetMapping("/api/v1/acsa/ceilings")
    Map<String, List<CeilingDesk.CeilingView>> ceilings(@AuthenticationPrincipal Caller caller) {
        return Map.of("ceilings", ceilings.list(caller));
    }

    @PostMapping("/api/v1/acsa/ceilings")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, List<CeilingDesk.CeilingView>> set(@RequestBody JsonNode body, @AuthenticationPrincipal Caller caller) {
        return Map.of("ceilings", ceilings.set(body, caller));
    }

    @PostMapping("/api/v1/acsa/ceilings/{id}/end")
    Map<String, List<CeilingDesk.CeilingView>> end(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Map.of("ceilings", ceilings.end(id, caller));
    }

    @GetMapping("/api/v1/acsa/nettings")
    NettingDesk.Nettings nettings(@AuthenticationPrincipal Caller caller) {
        return nettings.list(caller);
    }

    @PostMapping("/api/v1/acsa/nettings")
    @ResponseStatus(HttpStatus.CREATED)
    NettingDesk.Nettings propose(@RequestBody JsonNode body, @AuthenticationPrincipal Caller caller, Locale language) {
        return nettings.propose(body, caller, language);
    }

    @PostMapping("/api/v1/acsa/nettings/{name}/confirm")
    NettingDesk.Nettings confirm(
            @PathVariable String name,
            @RequestBody JsonNode body,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return nettings.confirm(name, body, caller, language);
    }

    @PostMapping("/api/v1/acsa/authorities")
    @ResponseStatus(HttpStatus.CREATED)
    NettingDesk.Nettings authorize(@RequestBody JsonNode body, @AuthenticationPrincipal Caller caller) {
        return nettings.authorize(body, caller);
    }

    @PostMapping("/api/v1/acsa/authorities/{id}/end")
    NettingDesk.Nettings endAuthority(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return nettings.end(id, caller);
    }
}
