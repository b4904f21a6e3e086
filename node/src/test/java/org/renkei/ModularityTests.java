package org.renkei;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The kernel and the matching over it are libraries under the modules and no modules themselves.
class ModularityTests {
    @Test
    void modulesUseOnlyWhatTheyMayAndHaveNoCycles() {
        ApplicationModules.of(NodeApplication.class, resideInAnyPackage("org.renkei.kernel..", "org.renkei.matching.."))
                .verify();
    }
}
