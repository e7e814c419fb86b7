package org.incomingmail.acceptance.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.AfterProcessing;

/** Delivers mails, kills nodes while they fetch them, and looks whether each mail has exactly one outcome. */
final class KillRun {
    private static final int LONGEST_MILLIS = 400;
    private static final int FEWEST_STEPS = 40;
    private final DovecotServer dovecot;
    private final NodeClassPath classPath;
    private final Variant variant;
    private final NodeSettings settings;
    private final Random random;
    private final List<Post> posts = new ArrayList<>();
    private final Set<String> steps = new TreeSet<>();
    private Set<String> gone = Set.of();
    private int kills;
    private int knownSteps = 150;

    KillRun(
            DovecotServer dovecot,
            Path ca,
            NodeClassPath classPath,
            Variant variant,
            Path home,
            Optional<String> jdbcUrl,
            Random random) {
        this.classPath = classPath;
        this.dovecot = dovecot;
        this.variant = variant;
        this.random = random;
        this.settings = new NodeSettings(
                home, jdbcUrl, variant.protocol(), dovecot.port(variant.protocol()), ca, variant.policy(), 0);
    }

    /** What it found. Doubled and lost mails fail the run, so they are none. */
    record Result(Variant variant, int kills, int mails, int pages, int comments, int rejected, Set<String> steps) {}

    Result run(int wanted) throws Exception {
        dovecot.doveadm(new byte[0], "expunge", "-u", Post.MAILBOX, "mailbox", "*", "all");
        while (kills < wanted) {
            deliver(2 + random.nextInt(2));
            if (variant.nodes() == 1) {
                killOne();
            } else {
                killOneOfTwo();
            }
            gone = new TreeSet<>(subjects(posts));
            gone.removeAll(onServer());
        }
        List<String> end = undisturbed();
        everyMailHasOneOutcome(end);
        return new Result(
                variant,
                kills,
                posts.size(),
                count(Post.Kind.PAGE),
                count(Post.Kind.COMMENT),
                count(Post.Kind.REJECTED),
                steps);
    }

    private void deliver(int count) {
        int first = posts.size();
        for (int i = 0; i < count; i++) {
            posts.add(new Post(first + i));
        }
        dovecot.deliver(
                Post.MAILBOX, posts.subList(first, posts.size()).stream().map(Post::raw));
    }

    private void killOne() throws Exception {
        boolean atStep = kills % 4 != 3;
        NodeProcess node = NodeProcess.start(classPath, settings.dyingAt(atStep ? anyStep() : 0));
        if (!atStep) {
            node.awaitStarted();
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            node.kill();
        }
        ended(node);
    }

    /** One dies at a step, and the other, which waits for the mailbox, does the rest. */
    private void killOneOfTwo() throws Exception {
        NodeProcess dying = NodeProcess.start(classPath, settings.dyingAt(anyStep()));
        dying.awaitStarted();
        NodeProcess other = NodeProcess.start(classPath, settings);
        ended(dying);
        assertThat(other.await()).as("the other node; %s", other.output()).isZero();
        committedBeforeGone(other);
    }

    private int anyStep() {
        return 1 + random.nextInt(knownSteps);
    }

    private void ended(NodeProcess node) throws InterruptedException {
        int exit = node.await();
        assertThat(exit).as("it is killed or done; %s", node.output()).isIn(FaultPoints.KILLED, 0);
        if (exit == FaultPoints.KILLED) {
            kills++;
            steps.addAll(Said.DIED.in(node.lines()));
        } else {
            knownSteps = Math.max(FEWEST_STEPS, knownSteps * 9 / 10); // there are fewer than thought
        }
        committedBeforeGone(node);
    }

    /** What the mail server does not have any more after a kill, the next node finds committed. */
    private void committedBeforeGone(NodeProcess next) {
        if (!Said.STARTED.in(next.lines()).isEmpty()) {
            assertThat(Said.COMMITTED.in(next.lines()))
                    .as("outcomes of what left the mail server, %s", variant)
                    .containsAll(gone);
        }
    }

    private Collection<String> onServer() {
        Stream<String> folders = dovecot.folders(Post.MAILBOX).contains(NodeSettings.DONE_FOLDER)
                ? Stream.of("INBOX", NodeSettings.DONE_FOLDER)
                : Stream.of("INBOX");
        List<String> found = folders.flatMap(folder -> dovecot.subjects(Post.MAILBOX, folder).stream())
                .toList();
        assertThat(found).as("each mail is in one folder, %s", variant).doesNotHaveDuplicates();
        return found;
    }

    private List<String> undisturbed() throws Exception {
        NodeProcess last = NodeProcess.start(classPath, settings);
        assertThat(last.await()).as("%s; %s", variant, last.output()).isZero();
        committedBeforeGone(last);
        return last.lines();
    }

    private void everyMailHasOneOutcome(List<String> end) {
        Map<String, String> files = new TreeMap<>();
        List<String> contents = new ArrayList<>();
        List<String> journal = new ArrayList<>();
        for (Post post : posts) {
            switch (post.kind()) {
                case PAGE -> {
                    contents.add("PAGE " + post.subject());
                    files.put(post.fileName(), post.digest());
                    journal.add("PAGE_CREATED " + post.subject());
                }
                case COMMENT -> {
                    contents.add("COMMENT " + post.subject());
                    journal.add("COMMENT_CREATED " + post.subject());
                }
                case REJECTED -> journal.add("REJECTED " + post.subject());
            }
        }
        assertThat(Said.CONTENT.in(end)).as("%s: content", variant).containsExactlyInAnyOrderElementsOf(contents);
        assertThat(Said.FILE.in(end))
                .as("%s: attachments, bit for bit", variant)
                .containsExactlyInAnyOrderElementsOf(files.entrySet().stream()
                        .map(file -> file.getValue() + " " + file.getKey())
                        .toList());
        assertThat(Said.JOURNAL.in(end)).as("%s: journal", variant).containsExactlyInAnyOrderElementsOf(journal);
        Set<String> left = new TreeSet<>(onServer());
        List<Post> kept = posts.stream()
                .filter(post -> variant.policy() != AfterProcessing.DELETE || post.kind() == Post.Kind.REJECTED)
                .toList();
        assertThat(left).as("%s: on the mail server", variant).isEqualTo(new TreeSet<>(subjects(kept)));
    }

    private static List<String> subjects(List<Post> posts) {
        return posts.stream().map(Post::subject).toList();
    }

    private int count(Post.Kind kind) {
        return (int) posts.stream().filter(post -> post.kind() == kind).count();
    }
}
