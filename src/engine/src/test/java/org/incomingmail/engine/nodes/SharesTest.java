package org.incomingmail.engine.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.incomingmail.engine.server.MailServerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "6, 2", "7, 2", "1, 3", "1000, 3", "10, 20"})
    void nodesHaveAsManyMailboxesAsTheOthers(int mailboxes, int nodes) {
        Shares shares = Shares.of(mailboxes(mailboxes), nodes(nodes));
        Map<String, Long> loads = mailboxes(mailboxes).stream()
                .collect(Collectors.groupingBy(each -> shares.nodeOf(each).orElseThrow(), Collectors.counting()));
        assertThat(Collections.max(loads.values())).isLessThanOrEqualTo((mailboxes + nodes - 1) / nodes);
        assertThat(loads.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(mailboxes);
    }

    @Test
    void everyNodeComesToTheSameShares() {
        List<MailServerId> otherOrder = new ArrayList<>(mailboxes(100));
        Collections.shuffle(otherOrder, new Random(1));
        List<String> otherNodes = new ArrayList<>(nodes(3));
        Collections.reverse(otherNodes);
        assertThat(shares(100, Shares.of(otherOrder, otherNodes)))
                .isEqualTo(shares(100, Shares.of(mailboxes(100), nodes(3))));
    }

    @Test
    void whenANodeGoesLittleMovesButWhatItHad() {
        Map<MailServerId, String> before = shares(300, Shares.of(mailboxes(300), nodes(3)));
        Map<MailServerId, String> after = shares(300, Shares.of(mailboxes(300), nodes(2)));
        long movedWithoutNeed = before.entrySet().stream()
                .filter(each -> !each.getValue().equals("node2"))
                .filter(each -> !each.getValue().equals(after.get(each.getKey())))
                .count();
        assertThat(movedWithoutNeed).isLessThan(30);
    }

    @Test
    void withoutNodesNobodyHasAnything() {
        assertThat(Shares.of(mailboxes(2), List.of()).nodeOf(new MailServerId(1)))
                .isEmpty();
    }

    private static Map<MailServerId, String> shares(int count, Shares shares) {
        return mailboxes(count).stream().collect(Collectors.toMap(Function.identity(), each -> shares.nodeOf(each)
                .orElseThrow()));
    }

    private static List<MailServerId> mailboxes(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(MailServerId::new).toList();
    }

    private static List<String> nodes(int count) {
        return LongStream.range(0, count).mapToObj(number -> "node" + number).toList();
    }
}
