package org.renkei.release.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.renkei.party.AgreementView;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.release.AgreementDesk;
import org.renkei.release.AgreementDesk.Act;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class AgreementController {
    private final AgreementDesk desk;
    private final PartyRegister register;

    AgreementController(AgreementDesk desk, PartyRegister register) {
        this.desk = desk;
        this.register = register;
    }

    record Answer(AgreementView agreement, Map<String, Integer> recalled, Map<String, Integer> released) {}

    @PostMapping("/api/v1/agreements/{id}/suspend")
    Answer suspend(@PathVariable String id, @RequestBody JsonNode request, Principal caller) {
        return change(id, Act.SUSPEND, request, caller);
    }

    @PostMapping("/api/v1/agreements/{id}/resume")
    Answer resume(@PathVariable String id, @RequestBody JsonNode request, Principal caller) {
        return change(id, Act.RESUME, request, caller);
    }

    @PostMapping("/api/v1/agreements/{id}/end")
    Answer end(@PathVariable String id, @RequestBody JsonNode request, Principal caller) {
        return change(id, Act.END, request, caller);
    }

    private Answer change(String id, Act act, JsonNode request, Principal caller) {
        var reason = RecordController.reason(request);
        var outcome = desk.change(id, act, from(request), reason, caller.getName());
        return new Answer(
                AgreementView.of(outcome.agreement(), register.today()), outcome.recalled(), outcome.released());
    }

    private LocalDate from(JsonNode request) {
        if (!request.hasNonNull("from")) {
            return register.today();
        }
        try {
            return LocalDate.parse(request.path("from").asString(""));
        } catch (DateTimeException e) {
            throw Problem.refused(
                    List.of(new FieldError("/from", "a day is expected: YYYY-MM-DD", "日付は YYYY-MM-DD の形式です")));
        }
    }
}
