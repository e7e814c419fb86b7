package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that attacks its readers, read in Chromium: nothing runs, nothing is loaded from elsewhere, nothing leaves its place. */
class HostileMailIT {
    private static final String MAILBOX = "bob@mail.test";

    /** {@code RUN} would run a script, {@code TRAP} is an address that notes whoever asks it. */
    private static final List<String> ATTACKS = List.of(
            "<script>RUN</script>",
            "<ScRiPt src=TRAP></sCrIpT>",
            "<scr<script>ipt>RUN</scr</script>ipt>",
            "<img src=x onerror=RUN>",
            "<img src=TRAP>",
            "<img srcset='TRAP 1x'>",
            "<img src='data:image/svg+xml,<svg onload=RUN xmlns=http://www.w3.org/2000/svg />'>",
            "<body onload=RUN background=TRAP>x</body>",
            "<svg onload=RUN></svg>",
            "<svg><script>RUN</script></svg>",
            "<svg><style><img src=x onerror=RUN></style></svg>",
            "<svg><a xlink:href='javascript:RUN'><text x=20 y=20>click</text></a></svg>",
            "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=RUN&gt;'>",
            "<noscript><p title='</noscript><img src=x onerror=RUN>'></noscript>",
            "<iframe src=TRAP></iframe>",
            "<iframe srcdoc='<script>parent.RUN</script>'></iframe>",
            "<object data=TRAP></object>",
            "<embed src=TRAP>",
            "<applet code=TRAP></applet>",
            "<video src=TRAP autoplay></video>",
            "<audio src=TRAP autoplay></audio>",
            "<video><source onerror=RUN src=x></video>",
            "<link rel=stylesheet href=TRAP>",
            "<link rel=prefetch href=TRAP><link rel=dns-prefetch href=TRAP>",
            "<meta http-equiv=refresh content='0;url=TRAP'>",
            "<base href=TRAP><a href=x>x</a>",
            "<style>@import 'TRAP';</style>",
            "<style>body{background:url(TRAP)}</style>",
            "<style>#header{display:none} .wiki-content{position:fixed;top:0;left:0;width:100%;height:100%;background:red}</style>",
            "<div style='background:url(TRAP)'>x</div>",
            "<div style='position:fixed;top:0;left:0;width:100vw;height:100vh;background:red;z-index:9999'>cover</div>",
            "<div style='position:absolute;top:-500px'>escape</div>",
            "<div style='margin-top:-900px;background:red'>escape</div>",
            "<div style='width:expression(RUN)'>x</div>",
            "<div style='behavior:url(TRAP)'>x</div>",
            "<div style='-moz-binding:url(TRAP)'>x</div>",
            "<table background=TRAP><tr><td background=TRAP style='background-image:url(TRAP)'>x</td></tr></table>",
            "<a href='javascript:RUN'>click</a>",
            "<a href='&#106;avascript:RUN'>click</a>",
            "<a href='java\tscript:RUN'>click</a>",
            "<a href='\u0001javascript:RUN'>click</a>",
            "<a href='vbscript:RUN'>click</a>",
            "<a href='data:text/html,<script>RUN</script>'>click</a>",
            "<a href=TRAP ping=TRAP>click</a>",
            "<form action=TRAP><input autofocus onfocus=RUN><button formaction='javascript:RUN'>x</button></form>",
            "<input type=image src=TRAP>",
            "<isindex action='javascript:RUN' type=image>",
            "<marquee onstart=RUN>x</marquee>",
            "<details open ontoggle=RUN><summary>x</summary></details>",
            "<select autofocus onfocus=RUN></select><textarea autofocus onfocus=RUN></textarea>",
            "<keygen autofocus onfocus=RUN>",
            "<template><script>RUN</script></template>",
            "<xmp><script>RUN</script></xmp><plaintext><script>RUN</script>",
            "<!--[if gte mso 9]><script>RUN</script><![endif]--><!--><script>RUN</script>-->",
            "<![CDATA[<script>RUN</script>]]>",
            "<ac:structured-macro ac:name='html'><ac:plain-text-body><![CDATA[<script>RUN</script>]]></ac:plain-text-body></ac:structured-macro>",
            "<ac:image><ri:url ri:value=TRAP /></ac:image>",
            "<ac:link><ri:user ri:username='admin'/></ac:link>",
            "{html}<script>RUN</script>{html}",
            "<b id=document><a name=cookie>x</a></b><form name=body></form><img name=getElementById>",
            "<p title='\"><script>RUN</script>'>x</p>",
            "<p class='\"><img src=x onerror=RUN>'>x</p>",
            "<h1 dir='rtl' style='font-size:9999px'>\u202etxt</h1>",
            "<p>" + "<b>".repeat(3_000) + "deep",
            "<table>".repeat(300) + "deep",
            "<a href='http://user:pw@wiki.example@TRAP'>click</a>",
            "<portal src=TRAP></portal><fencedframe src=TRAP></fencedframe>",
            "<p>\u0000<scr\u0000ipt>RUN</scr\u0000ipt>",
            "+ADw-script+AD4-RUN+ADw-/script+AD4-");

    @Test
    void nothingRunsNothingLoadsNothingEscapes(@TempDir Path home) throws IOException {
        List<String> trapped = new CopyOnWriteArrayList<>();
        HttpServer trap = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        trap.createContext("/", exchange -> {
            trapped.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        trap.start();
        String address = "http://127.0.0.1:" + trap.getAddress().getPort() + "/trap";
        try (DovecotServer dovecot = DovecotServer.start();
                DevInstanceProcess instance = DevInstanceProcess.start(home);
                Browser browser = new Browser(instance.baseUrl(), "en")) {
            dovecot.deliver(MAILBOX, attacks(address));
            Rest rest = new Rest(instance.baseUrl(), "admin", "admin");
            new MailServers(rest).create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
            assertThat(new Wiki(rest).pagesTitled("DEMO", "Attack ")).isEqualTo(ATTACKS.size());
            browser.logIn("admin", "admin");
            List<String> harmed = new ArrayList<>();
            for (int i = 0; i < ATTACKS.size(); i++) {
                browser.open("/display/DEMO/Attack+" + i);
                if (Boolean.TRUE.equals(browser.driver().executeScript(HARMED))) {
                    browser.screenshot("attack-" + i);
                    harmed.add(ATTACKS.get(i));
                }
            }
            browser.screenshot("attack-last");
            assertThat(harmed).as("ran, or left its place").isEmpty();
            assertThat(trapped).as("loaded from elsewhere").isEmpty();
            browser.open("/display/DEMO/Attack+0?positive=control");
            browser.driver().executeScript("window.hacked = 1; new Image().src = '" + address + "'");
            assertThat(browser.driver().executeScript(HARMED))
                    .as("the check can fail")
                    .isEqualTo(true);
            browser.driver().executeAsyncScript("setTimeout(arguments[0], 500)");
            assertThat(trapped).as("the trap works").isNotEmpty();
        } finally {
            trap.stop(0);
        }
    }

    /** A script ran, an element of the mail is positioned by itself, is bigger than a page ever is, or covers the header. */
    private static final String HARMED =
            """
            if (window.hacked) return true;
            const content = document.querySelector('.wiki-content') || document.querySelector('#main-content');
            if (!content) return true;
            for (const element of content.querySelectorAll('*')) {
              const style = getComputedStyle(element);
              if (style.position === 'fixed' || style.position === 'absolute' || style.backgroundImage.includes('trap')) return true;
              if (parseFloat(style.marginTop) < -1 || parseFloat(style.fontSize) > 100) return true;
              if (/^(SCRIPT|STYLE|IFRAME|OBJECT|EMBED|LINK|META|BASE|FORM|INPUT|VIDEO|AUDIO)$/i.test(element.tagName)) return true;
              for (const attribute of element.attributes) {
                if (/^on/i.test(attribute.name) || /^\\s*(javascript|vbscript|data):/i.test(attribute.value)) return true;
              }
            }
            const header = document.querySelector('#header').getBoundingClientRect();
            const top = document.elementFromPoint(header.left + 5, header.top + 5);
            return !document.querySelector('#header').contains(top);
            """;

    private static Stream<byte[]> attacks(String trap) {
        return IntStream.range(0, ATTACKS.size()).mapToObj(number -> {
            String html = ATTACKS.get(number).replace("RUN", "window.hacked=1").replace("TRAP", trap);
            String charset = html.startsWith("+ADw-") ? "utf-7" : "utf-8";
            return ("From: alice@wiki.test\r\nTo: " + MAILBOX + "\r\nSubject: Attack " + number
                            + "\r\nContent-Type: text/html; charset=" + charset + "\r\n\r\n<html>" + html
                            + "</html>\r\n")
                    .getBytes(StandardCharsets.UTF_8);
        });
    }
}
