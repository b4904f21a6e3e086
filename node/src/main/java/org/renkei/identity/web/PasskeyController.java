package org.renkei.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.identity.PasskeyDesk;
import org.renkei.identity.PasskeyDesk.PasskeyView;
import org.renkei.identity.PasskeyDesk.Ways;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class PasskeyController {
    private final PasskeyDesk desk;

    PasskeyController(PasskeyDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/account/passkeys")
    Ways list(@AuthenticationPrincipal Caller caller) {
        return desk.list(caller);
    }

    @PostMapping("/api/v1/account/passkeys/options")
    Map<String, Object> ask(@AuthenticationPrincipal Caller caller, HttpServletRequest http) {
        return desk.askToAdd(caller, SessionController.where(http));
    }

    @PostMapping("/api/v1/account/passkeys")
    @ResponseStatus(HttpStatus.CREATED)
    PasskeyView add(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, HttpServletRequest http) {
        return desk.add(
                caller, request.path("credential"), request.path("name").asString(""), SessionController.where(http));
    }

    @PutMapping("/api/v1/account/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable UUID id, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        desk.rename(caller, id, request.path("name").asString(""));
    }

    @DeleteMapping("/api/v1/account/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        desk.remove(caller, id);
    }
}
