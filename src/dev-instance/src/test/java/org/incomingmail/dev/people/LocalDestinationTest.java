package org.incomingmail.dev.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDestinationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/", "//evil.test/", "/\\evil.test", "\\\\evil.test", "javascript:alert(1)",
                "/\t/evil.test", "/\n/evil.test", "evil.test", "", "/a\\b"
            })
    void nobodyIsSentToAnotherSite(String destination) {
        assertThat(LocalDestination.parse(destination)).isEmpty();
    }

    @Test
    void pagesOfTheInstanceAreFine() {
        assertThat(LocalDestination.parse("/pages/viewpage.action?pageId=1&x=http://a//b"))
                .isPresent();
    }

    @Test
    void aLoginLinkLeadsBackWhateverTheHostName() {
        var links = new LoginLinks("/confluence");
        assertThat(links.getLoginUri(URI.create("http://evil.test:80/confluence/plugins/servlet/x?a=b")))
                .hasToString("/confluence/login.action?os_destination=%2Fplugins%2Fservlet%2Fx%3Fa%3Db");
    }
}
