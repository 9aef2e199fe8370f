package cc.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the arrows of docs/architecture.md: who may depend on whom. */
class ModuleArrowsTest {
    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cc");

    @Test
    void theProtocolDependsOnProtobufOnly() {
        classes()
                .that()
                .resideInAPackage("cc.protocol..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "cc.protocol..",
                        "com.google.protobuf..",
                        "java.lang..",
                        "java.io..",
                        "java.nio..",
                        "java.util..",
                        "java.net..",
                        "org.jspecify..")
                .check(PROJECT);
    }

    @Test
    void theAgentDependsOnTheProtocolAndByteBuddyOnly() {
        noClasses()
                .that()
                .resideInAPackage("cc.agent..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cc.toolkit..", "cc.screen..", "cc.input..", "cc.node..")
                .check(PROJECT);
        noClasses()
                .that()
                .resideOutsideOfPackage("cc.agent.bake..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.bytebuddy..")
                .check(PROJECT);
    }

    @Test
    void theProgramsSideHoldsNoServerLibrary() {
        noClasses()
                .that()
                .resideInAnyPackage("cc.agent..", "cc.fs..", "cc.toolkit..", "cc.protocol..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.slf4j..",
                        "ch.qos.logback..",
                        "org.eclipse.jetty..",
                        "io.netty..",
                        "picocli..",
                        "cc.screen..",
                        "cc.input..",
                        "cc.node..")
                .check(PROJECT);
    }

    @Test
    void filesDependOnTheProtocolAndTheBootClassesOnly() {
        noClasses()
                .that()
                .resideInAPackage("cc.fs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "cc.agent", "cc.agent.bake..", "cc.toolkit..", "cc.screen..", "cc.input..", "cc.node..")
                .check(PROJECT);
        noClasses()
                .that()
                .resideInAnyPackage("cc.fs.mount..", "cc.fs.service..", "cc.fs.remote..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cc.agent..", "cc.fs.shell..")
                .check(PROJECT);
    }

    @Test
    void theProxiesDependOnTheProtocolOnly() {
        noClasses()
                .that()
                .resideInAPackage("cc.screen..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cc.agent..", "cc.toolkit..", "cc.input..", "cc.node..")
                .check(PROJECT);
        noClasses()
                .that()
                .resideInAPackage("cc.input..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cc.agent..", "cc.toolkit..", "cc.screen..", "cc.node..")
                .check(PROJECT);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("cc.(*).(*)..").should().beFreeOfCycles().check(PROJECT);
    }
}
