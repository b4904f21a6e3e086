package org.renkei.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.label.Label;

/// The kernel is deterministic and knows no framework: time, randomness and I/O come in as arguments.
class ArchitectureTests {
    private static final JavaClasses KERNEL = new ClassFileImporter()
            .importUrl(Label.class.getProtectionDomain().getCodeSource().getLocation());

    /// Calls that ask the machine what time it is or for randomness.
    private static final Set<String> AMBIENT = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.Math.random",
            "java.lang.Thread.sleep",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault",
            "java.security.SecureRandom.<init>",
            "java.security.SecureRandom.getInstance",
            "java.security.SecureRandom.getInstanceStrong");

    @Test
    void findsTheKernel() {
        assertThat(KERNEL).hasSizeGreaterThan(50);
        assertThat(KERNEL.contain(ArchitectureTests.class.getName())).isFalse();
    }

    @Test
    void dependsOnNothingButThePlatformAndItself() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "javax.crypto..", "javax.xml.stream..", "org.jspecify..", "org.renkei.kernel..")
                .check(KERNEL);
    }

    @Test
    void touchesNoFileNoNetworkAndNoDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccess).*")
                .check(KERNEL);
    }

    @Test
    void asksForNoTimeAndNoRandomness() {
        noClasses()
                .should()
                .callMethodWhere(asksTheMachine())
                .orShould()
                .callConstructorWhere(asksTheMachine())
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(KERNEL);
    }

    @Test
    void startsNoThread() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.Thread|java\\.util\\.concurrent\\..*(Executor|Future|Timer).*")
                .check(KERNEL);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("org.renkei.kernel.(*)..").should().beFreeOfCycles().check(KERNEL);
    }

    @Test
    void packagesLeanOnlyOnThoseBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cbor")
                .definedBy("org.renkei.kernel.cbor..")
                .layer("clock")
                .definedBy("org.renkei.kernel.clock..")
                .layer("ledger")
                .definedBy("org.renkei.kernel.ledger..")
                .layer("label")
                .definedBy("org.renkei.kernel.label..")
                .layer("agreement")
                .definedBy("org.renkei.kernel.agreement..")
                .layer("record")
                .definedBy("org.renkei.kernel.record..")
                .layer("release")
                .definedBy("org.renkei.kernel.release..")
                .layer("link")
                .definedBy("org.renkei.kernel.link..")
                .whereLayer("cbor")
                .mayNotAccessAnyLayer()
                .whereLayer("clock")
                .mayNotAccessAnyLayer()
                .whereLayer("ledger")
                .mayNotAccessAnyLayer()
                .whereLayer("label")
                .mayNotAccessAnyLayer()
                .whereLayer("agreement")
                .mayOnlyAccessLayers("label")
                .whereLayer("record")
                .mayOnlyAccessLayers("cbor", "clock", "ledger", "label")
                .whereLayer("release")
                .mayOnlyAccessLayers("cbor", "ledger", "label", "agreement", "record")
                .whereLayer("link")
                .mayOnlyAccessLayers("cbor", "ledger", "record")
                .check(KERNEL);
    }

    private static DescribedPredicate<JavaCall<?>> asksTheMachine() {
        return DescribedPredicate.describe("asks the machine for time or randomness", call -> {
            var owner = call.getTargetOwner().getName();
            return AMBIENT.contains(owner + "." + call.getName())
                    || owner.startsWith("java.time.") && call.getName().equals("now");
        });
    }
}
