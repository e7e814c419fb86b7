package org.incomingmail.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/**
 * Who builds against a real host must know what to hold against it: docs/host-members.txt lists every member of the
 * host that our bytecode links to. Run with -DupdateHostMembers=true to write the list anew.
 */
class HostMembersTest {
    private static final Path DOCUMENTED = Path.of("../../docs/host-members.txt");

    @Test
    void everyHostMemberTheAppLinksToIsDocumented() throws IOException {
        SortedSet<String> linked = HostMembers.linkedBy(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPath(Path.of("target/classes")));
        linked.forEach(System.out::println);
        if (Boolean.getBoolean("updateHostMembers")) {
            Files.write(DOCUMENTED, linked);
        }

        assertThat(linked)
                .as("docs/host-members.txt differs from what the bytecode links to;"
                        + " write it anew with -DupdateHostMembers=true and look at the unconfirmed ones")
                .containsExactlyElementsOf(Files.readAllLines(DOCUMENTED));
    }
}
