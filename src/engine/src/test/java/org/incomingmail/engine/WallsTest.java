package org.incomingmail.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the engine. */
@AnalyzeClasses(packages = "org.incomingmail.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchRule knowsNoHost = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.atlassian..", "net.java.ao..", "org.springframework..", "javax.servlet..", "javax.ws.rs..");

    @ArchTest
    static final ArchRule transportKnowsNothingOfContent = noClasses()
            .that()
            .resideInAnyPackage("..connection..", "..mailbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..message..",
                    "..screening..",
                    "..trust..",
                    "..routing..",
                    "..publishing..",
                    "..journal..",
                    "..delivery..");

    @ArchTest
    static final ArchRule onlyWhatExplainsDeliveryKnowsTheWholeWalk = noClasses()
            .that()
            .resideOutsideOfPackages("..delivery..", "..explain..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..delivery..");

    @ArchTest
    static final ArchRule nobodyNeedsExplaining = noClasses()
            .that()
            .resideOutsideOfPackage("..explain..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..explain..");

    /** Jakarta Mail must run under its own class loader, which the conversation in IMAP sees to. */
    @ArchTest
    static final ArchRule onlyTheConversationInImapTouchesJakartaMail = noClasses()
            .that()
            .haveNameNotMatching(
                    "org\\.incomingmail\\.engine\\.mailbox\\.imap\\.(ImapConnection|ImapLink|ImapIdle|Fetched)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "jakarta.activation..", "org.eclipse.angus..");
}
