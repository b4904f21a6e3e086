package org.renkei.sight;

import java.util.Set;
import java.util.stream.Collectors;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.release.CompiledRecipient;
import org.renkei.kernel.release.Rulebook;
import org.renkei.kernel.release.Viewer;
import org.renkei.party.PartyRegister;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes of a caller the recipient that the rulebook decides for: a person of the own nation with their clearance, one
/// of another nation as that nation's liaison besides, the service account with everything there can be.
@Service
public class Viewers {
    private final PartyRegister register;

    Viewers(PartyRegister register) {
        this.register = register;
    }

    /// Says nothing of whether the caller is cleared at all.
    public CompiledRecipient compile(Caller caller, Rulebook rulebook) {
        var viewer = viewer(caller, rulebook.origin());
        return rulebook.compile(viewer, register.recipient(viewer.party()));
    }

    /// Whether the caller may see what bears this label and comes from this node.
    @Transactional(readOnly = true)
    public boolean mayHold(Caller caller, Label label) {
        if (!caller.cleared()) {
            return false;
        }
        var rulebook = register.rulebook();
        var day = (int) register.today().toEpochDay();
        return rulebook.failures(rulebook.compile(label), compile(caller, rulebook), day) == 0;
    }

    private Viewer viewer(Caller caller, String self) {
        var person = caller.person();
        if (person == null) {
            return new Viewer(self, Classification.TOP_SECRET, allCaveats());
        }
        var clearance = person.clearance();
        return new Viewer(person.nation(), clearance.level(), Set.copyOf(clearance.caveats()));
    }

    /// Every caveat that a policy knows.
    Set<String> allCaveats() {
        return register.listPolicies().stream()
                .flatMap(policy -> policy.caveats().stream())
                .map(word -> word.code())
                .collect(Collectors.toUnmodifiableSet());
    }
}
