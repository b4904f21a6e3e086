package org.renkei;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The kernel is a library under all modules and no module itself.
class ModularityTests {
    @Test
    void modulesUseOnlyWhatTheyMayAndHaveNoCycles() {
        ApplicationModules.of(NodeApplication.class, resideInAPackage("org.renkei.kernel.."))
                .verify();
    }
}
