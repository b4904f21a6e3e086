package org.renkei.acsa.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.renkei.acsa.NearOffers;
import org.renkei.acsa.StockDesk;
import org.renkei.acsa.StockView;
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

/// Stock of the own nation at the API.
@RestController
class StockController {
    private static final String BYTES = "application/octet-stream";

    private final StockDesk desk;
    private final NearOffers offers;

    StockController(StockDesk desk, NearOffers offers) {
        this.desk = desk;
        this.offers = offers;
    }

    @GetMapping("/api/v1/acsa/stock")
    StockView.Stock stock(@AuthenticationPrincipal Caller caller) {
        return desk.stock(caller);
    }

    @PostMapping("/api/v1/acsa/stock/points")
    @ResponseStatus(HttpStatus.CREATED)
    StockView.Stock describe(@RequestBody JsonNode body, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.describe(body, caller, language);
    }

    @PostMapping(value = "/api/v1/acsa/stock/check", consumes = BYTES)
    StockView.Report check(@RequestBody byte[] file, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.check(file, caller, language);
    }

    @PostMapping(value = "/api/v1/acsa/stock/entries", consumes = BYTES)
    @ResponseStatus(HttpStatus.CREATED)
    StockView.Report bringIn(
            @RequestBody byte[] file,
            @RequestParam String label,
            @RequestParam String digest,
            @RequestParam int leaveOut,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return desk.bringIn(file, label, digest, leaveOut, caller, language);
    }

    @GetMapping("/api/v1/acsa/stock/orders/{id}")
    StockView.OrderStock order(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return desk.order(id, caller);
    }

    @PostMapping("/api/v1/acsa/stock/orders/{id}")
    @ResponseStatus(HttpStatus.CREATED)
    StockView.OrderStock supplyFrom(
            @PathVariable UUID id,
            @RequestBody JsonNode body,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return desk.supplyFrom(id, body, caller, language);
    }

    @GetMapping("/api/v1/acsa/stock/offers")
    Map<String, List<StockView.NearOffer>> near(
            @RequestParam(defaultValue = "") String point, @AuthenticationPrincipal Caller caller) {
        return Map.of("offers", offers.near(point, caller));
    }
}
