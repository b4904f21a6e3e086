package org.renkei.acsa.web;

import java.time.LocalDate;
import java.util.UUID;
import org.renkei.acsa.DocumentDesk;
import org.renkei.documents.Documents;
import org.renkei.identity.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Documents for paper out of the desk.
@RestController
class DocumentController {
    private final DocumentDesk desk;

    DocumentController(DocumentDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/acsa/documents/orders/{id}")
    ResponseEntity<byte[]> order(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return pdf(desk.order(id, caller));
    }

    @GetMapping("/api/v1/acsa/documents/accounts/{party}")
    ResponseEntity<byte[]> account(
            @PathVariable String party,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @AuthenticationPrincipal Caller caller) {
        return pdf(desk.account(party, from, to, caller));
    }

    private static ResponseEntity<byte[]> pdf(byte[] content) {
        return ResponseEntity.ok().header("Content-Type", Documents.TYPE).body(content);
    }
}
