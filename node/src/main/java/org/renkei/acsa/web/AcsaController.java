package org.renkei.acsa.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.AccountView;
import org.renkei.acsa.AcsaDesk;
import org.renkei.acsa.AcsaOptions;
import org.renkei.acsa.BooksView.TrialBalance;
import org.renkei.acsa.ComparisonView;
import org.renkei.acsa.OrderView;
import org.renkei.acsa.QueueRow;
import org.renkei.acsa.ReconcileDesk;
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

@RestController
class AcsaController {
    private final AcsaDesk desk;
    private final ReconcileDesk reconcile;

    AcsaController(AcsaDesk desk, ReconcileDesk reconcile) {
        this.desk = desk;
        this.reconcile = reconcile;
    }

    @GetMapping("/api/v1/acsa/options")
    AcsaOptions options() {
        return desk.options();
    }

    @GetMapping("/api/v1/acsa/orders")
    Map<String, List<QueueRow>> list(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "false") boolean standing,
            @AuthenticationPrincipal Caller caller) {
        return Map.of(
                "orders",
                desk.list(caller, standing).stream()
                        .filter(row -> partner == null
                                || row.requester().equals(partner)
                                || row.supplier().equals(partner))
                        .filter(row -> state == null || row.state().equals(state))
                        .toList());
    }

    @PostMapping("/api/v1/acsa/orders")
    @ResponseStatus(HttpStatus.CREATED)
    OrderView.Page request(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.request(request, caller, language);
    }

    @GetMapping("/api/v1/acsa/orders/{id}")
    OrderView.Page get(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.get(id, caller, language);
    }

    @PostMapping("/api/v1/acsa/orders/{id}/statements")
    @ResponseStatus(HttpStatus.CREATED)
    OrderView.Page answer(
            @PathVariable UUID id,
            @RequestBody JsonNode answer,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return desk.answer(id, answer, caller, language);
    }

    @GetMapping("/api/v1/acsa/books")
    TrialBalance books(@AuthenticationPrincipal Caller caller) {
        return desk.trialBalance(caller);
    }

    @GetMapping("/api/v1/acsa/accounts/{party}")
    AccountView account(
            @PathVariable String party,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @AuthenticationPrincipal Caller caller) {
        return desk.account(party, from, to, caller);
    }

    @GetMapping("/api/v1/acsa/accounts/{party}/comparison")
    ComparisonView compare(
            @PathVariable String party,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return reconcile.compare(party, from, to, caller, language);
    }

    @PostMapping("/api/v1/acsa/accounts/{party}/said")
    @ResponseStatus(HttpStatus.CREATED)
    ComparisonView say(
            @PathVariable String party,
            @RequestBody JsonNode period,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return reconcile.say(party, period, caller, language);
    }
}
