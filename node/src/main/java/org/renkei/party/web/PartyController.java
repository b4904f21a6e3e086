package org.renkei.party.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Classification;
import org.renkei.party.AgreementView;
import org.renkei.party.Party;
import org.renkei.party.PartyRegister;
import org.renkei.party.PolicyWords;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PartyController {
    private final PartyRegister register;

    PartyController(PartyRegister register) {
        this.register = register;
    }

    record PartyView(
            String code,
            Map<String, String> name,
            boolean organisation,
            boolean linked,
            boolean self,
            boolean site,
            String clearance) {}

    record LevelView(int level, String marking, Map<String, String> name) {}

    record WordView(String code, Map<String, String> name) {}

    record PolicyView(
            String id,
            Map<String, String> name,
            List<LevelView> classifications,
            List<WordView> caveats,
            List<WordView> purposes) {}

    record AgreementList(LocalDate asOf, List<AgreementView> agreements) {}

    @GetMapping("/api/v1/parties")
    Map<String, List<PartyView>> listParties(@AuthenticationPrincipal Caller caller) {
        return Map.of(
                "parties",
                register.listParties().stream()
                        .filter(party -> !party.isSite() || !isForeign(caller))
                        .map(party -> view(party, caller))
                        .toList());
    }

    @GetMapping("/api/v1/policies")
    Map<String, List<PolicyView>> listPolicies() {
        return Map.of(
                "policies",
                register.listPolicies().stream().map(PartyController::view).toList());
    }

    @GetMapping("/api/v1/agreements")
    AgreementList listAgreements(
            @RequestParam(required = false) @Nullable LocalDate asOf, @AuthenticationPrincipal Caller caller) {
        var day = asOf == null ? register.today() : asOf;
        return new AgreementList(
                day,
                register.listAgreements().stream()
                        .filter(agreement -> register.concerns(agreement, caller))
                        .map(agreement -> AgreementView.of(agreement, day))
                        .toList());
    }

    /// Whom else this node is linked with, and what may go there, is nothing for a person of another nation.
    private PartyView view(Party party, Caller caller) {
        var code = party.code();
        var person = caller.person();
        var open = !isForeign(caller) || person != null && person.nation().equals(code);
        return new PartyView(
                code,
                names(party.nameEn(), party.nameJa()),
                party.organisation(),
                open && register.isLinked(code),
                register.isSelf(code),
                party.isSite(),
                (open ? register.recipient(code).clearance() : Classification.UNCLASSIFIED).name());
    }

    private boolean isForeign(Caller caller) {
        var person = caller.person();
        return person != null && !register.isSelf(person.nation());
    }

    private static PolicyView view(PolicyWords policy) {
        return new PolicyView(
                policy.id(),
                names(policy.nameEn(), policy.nameJa()),
                policy.classifications().stream()
                        .map(one -> new LevelView(one.level(), one.marking(), names(one.nameEn(), one.nameJa())))
                        .toList(),
                words(policy.caveats()),
                words(policy.purposes()));
    }

    private static List<WordView> words(List<PolicyWords.Word> words) {
        return words.stream()
                .map(word -> new WordView(word.code(), names(word.nameEn(), word.nameJa())))
                .toList();
    }

    private static Map<String, String> names(String en, String ja) {
        return Map.of("en", en, "ja", ja);
    }
}
