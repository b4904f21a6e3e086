package org.renkei.verification.web;

import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.renkei.verification.ReportView;
import org.renkei.verification.Verification;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/verification")
class VerificationController {
    private final Verification verification;

    VerificationController(Verification verification) {
        this.verification = verification;
    }

    record StateView(
            @Nullable Instant running,
            @Nullable ReportView last,
            @Nullable String failure) {}

    @GetMapping
    StateView state() {
        var state = verification.state();
        var last = state.last();
        return new StateView(state.running(), last == null ? null : ReportView.of(last), state.failure());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    StateView begin(Principal caller) {
        verification.begin(caller.getName());
        return state();
    }
}
