package org.incomingmail.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplyAddressesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:20:00Z");
    private static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final SigningKey OTHER = new SigningKey("another key of at least 32 bytes".getBytes());

    private static ReplyAddresses at(Instant now, SigningKey... keys) {
        return new ReplyAddresses(List.of(keys), Duration.ofDays(30), InstantSource.fixed(now));
    }

    private static String address(String to) {
        return at(NOW, KEY).addressFor(to, "4028-ann", 98_765_432_101L, NOW).orElseThrow();
    }

    @Test
    void tellsContentTimeAndUserAfterLowerAndUpperCasing() {
        String address = address("wiki@example.com");
        for (String seen : List.of(address, address.toLowerCase(Locale.ROOT), address.toUpperCase(Locale.ROOT))) {
            ReplyToken token = at(NOW, KEY).read(seen).orElseThrow();
            assertThat(token.contentId()).isEqualTo(98_765_432_101L);
            assertThat(token.issued()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
            assertThat(token.expired()).isFalse();
            assertThat(token.belongsTo("4028-ann")).isTrue();
            assertThat(token.belongsTo("4028-bob")).isFalse();
        }
    }

    @Test
    void localPartStaysWithinTheLimitOrThereIsNoAddress() {
        assertThat(address("confluence.reply@example.com").indexOf('@')).isLessThanOrEqualTo(64);
        String longest = "a".repeat(60) + "@example.com";
        assertThat(at(NOW, KEY).addressFor(longest, "u", 1, NOW)).isEqualTo(Optional.empty());
    }

    @Test
    void anyAlteredCharacterMakesItWorthless() {
        String address = address("wiki@example.com");
        int start = address.indexOf('+') + 3;
        for (int i = start; i < address.indexOf('@'); i++) {
            char other = address.charAt(i) == 'a' ? 'b' : 'a';
            String altered = address.substring(0, i) + other + address.substring(i + 1);
            assertThat(at(NOW, KEY).read(altered)).as(altered).isEmpty();
            assertThat(at(NOW, KEY).looksSigned(altered)).isTrue();
        }
        assertThat(at(NOW, OTHER).read(address)).isEmpty();
        assertThat(at(NOW, OTHER, KEY).read(address)).isPresent();
    }

    @Test
    void expiresAfterItsTime() {
        String address = address("wiki@example.com");
        assertThat(at(NOW.plus(Duration.ofDays(29)), KEY)
                        .read(address)
                        .orElseThrow()
                        .expired())
                .isFalse();
        assertThat(at(NOW.plus(Duration.ofDays(31)), KEY)
                        .read(address)
                        .orElseThrow()
                        .expired())
                .isTrue();
    }

    @Test
    void spaceTagsAreNotTakenForTokens() {
        assertThat(at(NOW, KEY).looksSigned("wiki+DEMO@example.com")).isFalse();
        assertThat(at(NOW, KEY).read("wiki+DEMO@example.com")).isEmpty();
        assertThat(at(NOW, KEY).read("nonsense")).isEmpty();
    }

    @Test
    void messageIdsTellTheContentUnlessAltered() {
        NotificationIds ids = new NotificationIds(List.of(KEY));
        String id = ids.idFor(4711, "4028-ann", NOW, "wiki.example.com");
        assertThat(id).matches("<incoming-mail\\.4711\\.[a-z0-9-]+\\.[a-z2-7]{16}@wiki\\.example\\.com>");
        assertThat(ids.contentOf(id)).hasValue(4711);
        assertThat(ids.contentOf(id.replace("4711", "4712"))).isEmpty();
        assertThat(new NotificationIds(List.of(OTHER)).contentOf(id)).isEmpty();
        assertThat(ids.idFor(4711, "4028-bob", NOW, "wiki.example.com")).isNotEqualTo(id);
    }
}
