package org.incomingmail.confluence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the app. */
@AnalyzeClasses(packages = "org.incomingmail.confluence", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchRule neverSeesTheDevInstance =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.incomingmail.dev..");

    @ArchTest
    static final ArchRule mailProtocolsStayInTheEngine =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.mail..", "org.apache.james..");

    @ArchTest
    static final ArchRule hostServicesAreDeclaredInOnePlace = classes()
            .that()
            .doNotHaveSimpleName("Components")
            .should(new com.tngtech.archunit.lang.ArchCondition<>("not use @ComponentImport") {
                @Override
                public void check(
                        com.tngtech.archunit.core.domain.JavaClass type,
                        com.tngtech.archunit.lang.ConditionEvents events) {
                    type.getConstructors().stream()
                            .flatMap(constructor -> constructor.getParameters().stream())
                            .filter(parameter -> parameter.isAnnotatedWith(ComponentImport.class))
                            .forEach(parameter -> events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                    type, type.getName() + " imports a host service itself")));
                }
            });

    @ArchTest
    static final ArchRule noCycles = slices().matching("org.incomingmail.confluence.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);
}
