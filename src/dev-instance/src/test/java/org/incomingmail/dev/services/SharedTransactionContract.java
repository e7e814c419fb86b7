package org.incomingmail.dev.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import java.util.ArrayList;
import java.util.List;
import net.java.ao.DBParam;
import net.java.ao.Entity;
import net.java.ao.Query;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Content, plugin settings and Active Objects share one transaction per thread: exactly-once delivery rests on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedTransactionContract {
    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private ActiveObjects activeObjects;

    @SuppressWarnings("NullAway.Init")
    private PluginSettings settings;

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
        database.jdbi().useHandle(db -> db.execute("CREATE TABLE native_row (name VARCHAR(50))"));
        MigratedActiveObjects modules = new MigratedActiveObjects(database);
        activeObjects = modules.forPlugin("app");
        modules.register("app", "org.example.app", List.of(Claim.class));
        modules.register("app", "org.example.app", List.of(Claim.class));
        settings = new StoredSettings(database).createGlobalSettings();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.jdbi().useHandle(db -> db.execute("DELETE FROM native_row"));
        activeObjects.delete(activeObjects.find(Claim.class));
        settings.remove("setting");
    }

    @Test
    void commitMakesAllThreeVisible() {
        database.inTransaction(this::writeEverywhere);

        assertThat(seen()).containsExactly(1, 1, 1);
    }

    @Test
    void anExceptionUndoesAllThree() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    writeEverywhere();
                    throw new IllegalStateException("pulled plug");
                }))
                .hasMessage("pulled plug");

        assertThat(seen()).containsExactly(0, 0, 0);
    }

    @Test
    void anInnerTransactionIsPartOfTheOuterOne() {
        assertThatThrownBy(() -> activeObjects.executeInTransaction(() -> {
                    database.inTransaction(this::writeEverywhere);
                    throw new IllegalStateException("after the inner one ended");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(seen()).containsExactly(0, 0, 0);
    }

    @Test
    void afterCommitRunsOnlyAfterTheCommit() {
        List<String> order = new ArrayList<>();
        database.inTransaction(() -> {
            database.afterCommit(() -> order.add("after commit"));
            order.add("work");
            return true;
        });
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    database.afterCommit(() -> order.add("never"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(order).containsExactly("work", "after commit");
    }

    @Test
    void aSecondClaimOfTheSameKeyIsRefusedByTheDatabase() {
        claim("1-42", "first");

        assertThatThrownBy(() -> claim("1-42", "second")).isInstanceOf(RuntimeException.class);
        assertThat(activeObjects.find(Claim.class)).hasSize(1);
    }

    @Test
    void whatAnotherThreadCommittedIsSeenAndWhatWasRolledBackIsNot() throws InterruptedException {
        claim("k", "old");
        Claim mine = found("k");
        Thread other = new Thread(() -> database.inTransaction(() -> {
            Claim theirs = found("k");
            theirs.setText("new");
            theirs.save();
            return true;
        }));
        other.start();
        other.join();
        assertThat(found("k").getText()).isEqualTo("new");
        assertThat(mine.getKey()).isEqualTo("k");

        assertThatThrownBy(() -> database.inTransaction(() -> {
                    Claim changed = found("k");
                    changed.setText("undone");
                    changed.save();
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(found("k").getText()).isEqualTo("new");
    }

    @Test
    void longTextsAndBigNumbersSurvive() {
        String text = "日本語".repeat(40_000);
        claim("long", text);

        Claim claim = found("long");
        claim.setSize(5_000_000_000L);
        claim.save();

        assertThat(found("long").getText()).isEqualTo(text);
        assertThat(found("long").getSize()).isEqualTo(5_000_000_000L);
    }

    private Claim found(String key) {
        return activeObjects.find(Claim.class, Query.select().where("KEY_TEXT = ?", key))[0];
    }

    private Claim claim(String key, String text) {
        return activeObjects.create(Claim.class, new DBParam("KEY_TEXT", key), new DBParam("TEXT", text));
    }

    private boolean writeEverywhere() {
        database.jdbi().useHandle(db -> db.execute("INSERT INTO native_row VALUES ('row')"));
        claim("key", "text");
        settings.put("setting", "value");
        return true;
    }

    private List<Integer> seen() {
        return List.of(
                database.jdbi().withHandle(db -> db.createQuery("SELECT COUNT(*) FROM native_row")
                        .mapTo(Integer.class)
                        .one()),
                activeObjects.count(Claim.class, Query.select()),
                settings.get("setting") == null ? 0 : 1);
    }

    /** A row as apps declare it. */
    @Table("CLAIM")
    public interface Claim extends Entity {
        @NotNull
        @Unique
        @net.java.ao.Accessor("KEY_TEXT")
        String getKey();

        @net.java.ao.Mutator("KEY_TEXT")
        void setKey(String key);

        @StringLength(StringLength.UNLIMITED)
        String getText();

        void setText(String text);

        Long getSize();

        void setSize(Long size);
    }
}
