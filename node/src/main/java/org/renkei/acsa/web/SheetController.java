package org.renkei.acsa.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.renkei.acsa.PastOrderDesk;
import org.renkei.acsa.PastOrderView.Look;
import org.renkei.acsa.PastOrderView.PastOrders;
import org.renkei.acsa.PastOrderView.Report;
import org.renkei.acsa.SheetDesk;
import org.renkei.acsa.sheet.SheetWriter.Form;
import org.renkei.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Spreadsheets out of the desk, and past orders out of spreadsheets.
@RestController
class SheetController {
    private static final String BYTES = "application/octet-stream";

    private final SheetDesk sheets;
    private final PastOrderDesk past;

    SheetController(SheetDesk sheets, PastOrderDesk past) {
        this.sheets = sheets;
        this.past = past;
    }

    @GetMapping("/api/v1/acsa/sheets/queue")
    ResponseEntity<byte[]> queue(@RequestParam String form, @AuthenticationPrincipal Caller caller, Locale language) {
        var chosen = Form.of(form);
        return file(sheets.queue(chosen, caller, language), chosen);
    }

    @GetMapping("/api/v1/acsa/sheets/accounts/{party}")
    ResponseEntity<byte[]> account(
            @PathVariable String party,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam String form,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        var chosen = Form.of(form);
        return file(sheets.account(party, from, to, chosen, caller, language), chosen);
    }

    @GetMapping("/api/v1/acsa/sheets/orders/{id}")
    ResponseEntity<byte[]> order(
            @PathVariable UUID id, @RequestParam String form, @AuthenticationPrincipal Caller caller, Locale language) {
        var chosen = Form.of(form);
        return file(sheets.order(id, chosen, caller, language), chosen);
    }

    @GetMapping("/api/v1/acsa/sheets/past-orders")
    ResponseEntity<byte[]> pastOrders(
            @RequestParam String form, @AuthenticationPrincipal Caller caller, Locale language) {
        var chosen = Form.of(form);
        return file(sheets.pastOrders(chosen, caller, language), chosen);
    }

    private static ResponseEntity<byte[]> file(byte[] content, Form form) {
        return ResponseEntity.ok().header("Content-Type", form.type()).body(content);
    }

    @GetMapping("/api/v1/acsa/past-orders")
    PastOrders list(@AuthenticationPrincipal Caller caller, Locale language) {
        return past.list(caller, language);
    }

    @PostMapping(value = "/api/v1/acsa/past-orders/look", consumes = BYTES)
    Look look(@RequestBody byte[] file) {
        return past.look(file);
    }

    @PostMapping(value = "/api/v1/acsa/past-orders/check", consumes = BYTES)
    Report check(
            @RequestBody byte[] file,
            @RequestParam String mapping,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return past.check(file, mapping, caller, language);
    }

    @PostMapping(value = "/api/v1/acsa/past-orders", consumes = BYTES)
    @ResponseStatus(HttpStatus.CREATED)
    Report bringIn(
            @RequestBody byte[] file,
            @RequestParam String mapping,
            @RequestParam String label,
            @RequestParam String digest,
            @RequestParam int leaveOut,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return past.bringIn(file, mapping, label, digest, leaveOut, caller, language);
    }
}
