package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own disks are full, or cannot be written to. */
class FullDiskTest {
    @TempDir
    Path folder;

    @Test
    void rawMailThatCannotBeKeptForHoursGivesUpNoMail() {
        World world = new World(folder);
        world.mailbox.receive("one", "two");
        world.rawMailFull = true;
        for (int check = 0; check < 12; check++) {
            assertThat(world.fetch().failure().map(failure -> failure.code().id()))
                    .as("code of check %s", check)
                    .contains("IM-CHECK-FAILED");
            world.now = world.now.plus(Duration.ofMinutes(30));
        }
        world.rawMailFull = false;
        assertThat(world.fetch().status()).isEqualTo(FetchReport.Status.DONE);
        assertThat(world.pages).as("pages once there is room").containsExactly("one", "two");
        assertThat(world.mailbox.settled).hasSize(2);
    }

    @Test
    void aSpoolThatCannotBeWrittenToGivesUpNoMail() throws Exception {
        Path spool = Files.createFile(folder.resolve("spool"));
        World world = new World(spool);
        world.mailbox.receive("one", "two");
        for (int check = 0; check < 12; check++) {
            assertThat(world.fetch().status()).isEqualTo(FetchReport.Status.FAILED);
            world.now = world.now.plus(Duration.ofMinutes(30));
        }
        Files.delete(spool);
        world.fetch();
        assertThat(world.pages).as("pages once there is room").containsExactly("one", "two");
        assertThat(Files.list(spool)).as("left in the spool").isEmpty();
    }
}
