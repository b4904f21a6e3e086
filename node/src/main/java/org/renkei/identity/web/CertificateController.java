package org.renkei.identity.web;

import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.identity.CertificateDesk;
import org.renkei.identity.CertificateDesk.CertificateView;
import org.renkei.identity.CertificateDesk.Listed;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class CertificateController {
    private final CertificateDesk desk;

    CertificateController(CertificateDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/certificates")
    Listed list() {
        return desk.list();
    }

    @PostMapping("/api/v1/people/{id}/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    CertificateView register(
            @PathVariable UUID id, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        return desk.register(id, request, caller);
    }

    @DeleteMapping("/api/v1/certificates/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        desk.revoke(id, caller);
    }

    @GetMapping("/api/v1/account/certificates")
    Listed listOwn(@AuthenticationPrincipal Caller caller) {
        return desk.listOwn(caller);
    }

    @DeleteMapping("/api/v1/account/certificates/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeOwn(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        desk.revokeOwn(id, caller);
    }
}
