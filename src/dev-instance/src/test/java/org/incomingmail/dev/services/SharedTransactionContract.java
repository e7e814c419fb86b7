package org.incomingmail.dev.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import net.java.ao.DBParam;
import net.java.ao.Entity;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.schema.Default;
import net.java.ao.schema.Indexed;
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
    void aTransactionReadsOnceUntilItChangesSomething() {
        database.inTransaction(() -> {
            assertThat(known()).isZero();
            database.apart(() -> insert());
            assertThat(known()).as("read already").isZero();
            insert();
            assertThat(known()).as("its own change").isPositive();
            return true;
        });
        int before = known();
        insert();
        assertThat(known()).as("outside of a transaction").isEqualTo(before + 1);
    }

    private int known() {
        return database.once(
                "rows", () -> database.jdbi().withHandle(db -> db.createQuery("SELECT count(*) FROM native_row")
                        .mapTo(Integer.class)
                        .one()));
    }

    private int insert() {
        return database.jdbi().withHandle(db -> db.execute("INSERT INTO native_row VALUES ('x')"));
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
    void afterCommitCanStartItsOwnTransactionAndItsFailureIsNotTheCommits() {
        String outcome = database.inTransaction(() -> {
            database.afterCommit(() -> database.inTransaction(() -> claim("later", "text")));
            database.afterCommit(() -> {
                database.inTransaction(() -> claim("undone", "text"));
            });
            database.afterCommit(() -> {
                throw new IllegalStateException("a listener fails");
            });
            database.afterCommit(() -> database.inTransaction(() -> claim("after the failure", "text")));
            claim("now", "text");
            return "committed";
        });

        assertThat(outcome).isEqualTo("committed");
        assertThat(keys()).containsExactlyInAnyOrder("now", "later", "undone", "after the failure");
    }

    @Test
    void whatFollowsACommitRollsBackOnItsOwn() {
        database.inTransaction(() -> {
            claim("now", "text");
            database.afterCommit(() -> database.inTransaction(() -> {
                claim("undone", "text");
                throw new IllegalStateException("rolls back");
            }));
            return true;
        });

        assertThat(keys()).containsExactly("now");
    }

    @Test
    void nobodySeesWhatIsNotCommitted() throws InterruptedException {
        List<Integer> seenByOther = new ArrayList<>();
        database.inTransaction(() -> {
            writeEverywhere();
            Thread other = new Thread(() -> seenByOther.addAll(seen()));
            other.start();
            try {
                other.join(10_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return true;
        });

        assertThat(seenByOther).containsExactly(0, 0, 0);
        assertThat(seen()).containsExactly(1, 1, 1);
    }

    @Test
    void aRefusedClaimUndoesTheWholeTransaction() {
        claim("1-42", "first");

        assertThatThrownBy(() -> database.inTransaction(() -> {
                    settings.put("setting", "value");
                    database.jdbi().useHandle(db -> db.execute("INSERT INTO native_row VALUES ('row')"));
                    claim("1-42", "second");
                    return true;
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(seen()).containsExactly(0, 1, 0);
    }

    @Test
    void anotherThreadsClaimOfTheSameKeyWaitsAndLoses() throws InterruptedException {
        List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> rivals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread rival = new Thread(() -> {
                try {
                    start.await();
                    database.inTransaction(() -> claim("contested", "text"));
                    outcomes.add("won");
                } catch (Exception e) {
                    outcomes.add("lost");
                }
            });
            rival.start();
            rivals.add(rival);
        }
        start.countDown();
        for (Thread rival : rivals) {
            rival.join(30_000);
        }

        assertThat(outcomes).hasSize(8).containsOnlyOnce("won");
        assertThat(keys()).containsExactly("contested");
    }

    @Test
    void aChangeThatIsSavedOutsideATransactionIsCommitted() {
        Claim claim = claim("k", "old");
        claim.setText("new");
        claim.save();

        assertThat(found("k").getText()).isEqualTo("new");
    }

    @Test
    void manyRowsAreFoundCountedStreamedAndDeleted() {
        database.inTransaction(() -> {
            for (int i = 0; i < 3_000; i++) {
                claim("many-" + i, "text");
            }
            return true;
        });

        assertThat(activeObjects.find(Claim.class)).hasSize(3_000);
        assertThat(activeObjects.find(
                        Claim.class, Query.select().order("ID DESC").limit(10).offset(5)))
                .hasSize(10);
        List<String> streamed = new ArrayList<>();
        activeObjects.stream(Claim.class, Query.select("ID, KEY_TEXT"), claim -> streamed.add(claim.getKey()));
        assertThat(streamed).hasSize(3_000);
        assertThat(activeObjects.deleteWithSQL(Claim.class, "KEY_TEXT LIKE ?", "many-1%"))
                .isEqualTo(1_111);
        assertThat(activeObjects.count(Claim.class, "KEY_TEXT LIKE ?", "many-%"))
                .isEqualTo(1_889);
    }

    @Test
    void columnsOfEveryKindAreKept() {
        Date when = new Date(1_795_000_000_000L);
        Claim fresh = claim("kinds", "text");
        assertThat(fresh.getTries()).as("the default").isEqualTo(7);
        assertThat(fresh.getSize()).isNull();
        fresh.setDone(true);
        fresh.setTries(3);
        fresh.setSeen(when);
        fresh.save();
        activeObjects.flushAll();

        Claim read = found("kinds");
        assertThat(read.isDone()).isTrue();
        assertThat(read.getTries()).isEqualTo(3);
        assertThat(read.getSeen().getTime()).isEqualTo(when.getTime());
        assertThat(activeObjects.get(Claim.class, read.getID())).isNotNull();
        assertThat(activeObjects.get(Claim.class, 1_000_000_000)).isNull();
        assertThat(activeObjects.find(Claim.class, "SEEN <= ? AND DONE = ?", when, true))
                .hasSize(1);
    }

    @Test
    void tablesAreNamedAsTheHostDoes() {
        String hash = MigratedActiveObjects.hash("org.example.app");
        assertThat(hash).matches("[0-9A-F]{6}");
        claim("k", "text");
        String table = database.dialect() == Database.Dialect.POSTGRESQL
                ? "\"AO_" + hash + "_CLAIM\""
                : "AO_" + hash + "_CLAIM";
        int rows = database.jdbi().withHandle(db -> db.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Integer.class)
                .one());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void entitiesOfABundlesOwnClassLoaderWork() throws Exception {
        MigratedActiveObjects modules = new MigratedActiveObjects(database);
        ActiveObjects own = modules.forPlugin("bundle");
        Class<? extends RawEntity<?>> type = new BundleLoader().entity(BundleRow.class);
        assertThat(type).isNotEqualTo(BundleRow.class);
        modules.register("bundle", "org.example.bundle", List.of(type));

        Object created = createIn(own, type);

        assertThat(created.getClass().getClassLoader()).isEqualTo(type.getClassLoader());
        assertThat(type.getMethod("getName").invoke(created)).isEqualTo("k");
        modules.unregister("bundle");
        assertThatThrownBy(() -> createIn(own, type)).isInstanceOf(IllegalStateException.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // only the bundle knows the type
    private static Object createIn(ActiveObjects activeObjects, Class type) {
        return activeObjects.create(type, new DBParam("NAME", "k"));
    }

    private List<String> keys() {
        return Stream.of(activeObjects.find(Claim.class)).map(Claim::getKey).toList();
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

        @Indexed
        boolean isDone();

        void setDone(boolean done);

        @Default("7")
        Integer getTries();

        void setTries(Integer tries);

        Date getSeen();

        void setSeen(Date seen);
    }

    /** Defines a class anew, as a bundle does that brings its own. */
    private static final class BundleLoader extends ClassLoader {
        BundleLoader() {
            super(SharedTransactionContract.class.getClassLoader());
        }

        @SuppressWarnings("unchecked") // it is the same class file
        Class<? extends RawEntity<?>> entity(Class<? extends RawEntity<?>> type) throws IOException {
            String file = type.getName().replace('.', '/') + ".class";
            try (InputStream bytes = Objects.requireNonNull(getResourceAsStream(file))) {
                byte[] code = bytes.readAllBytes();
                return (Class<? extends RawEntity<?>>) defineClass(type.getName(), code, 0, code.length);
            }
        }
    }
}
