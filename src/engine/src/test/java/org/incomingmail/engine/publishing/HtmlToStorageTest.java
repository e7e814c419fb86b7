package org.incomingmail.engine.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlToStorageTest {

    private static String page(String html) {
        String storage = Publications.storageFormat(Publications.page(Publications.html(html)));
        Publications.xml(storage);
        return storage;
    }

    @Test
    void keepsHeadingsListsTablesQuotesAndCode() {
        assertThat(page("<h2>Plan</h2><ul><li>one<ul><li>inner</li></ul></li><li><b>two</b></li></ul>"))
                .isEqualTo("<h2>Plan</h2><ul><li>one<ul><li>inner</li></ul></li><li><strong>two</strong></li></ul>");
        assertThat(page("<table><tr><th colspan=2>A</th></tr><tr><td>1</td><td>2</td></tr></table>"))
                .isEqualTo(
                        "<table><tbody><tr><th colspan=\"2\">A</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>");
        assertThat(page("<blockquote>q</blockquote><pre>a\n  b</pre>"))
                .isEqualTo("<blockquote><p>q</p></blockquote><pre>a\n  b</pre>");
    }

    @Test
    void linesOfMailClientsAreLinesAndTheirEmptyLinesParagraphs() {
        assertThat(page("<div>a</div><div>b</div><div><br></div><div>c</div>")).isEqualTo("<p>a<br />b</p><p>c</p>");
        assertThat(page("<p class=MsoNormal>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>b</p>"))
                .startsWith("<p>a</p>")
                .endsWith("<p>b</p>");
    }

    @Test
    void wordWritesListsAsParagraphs() {
        String bullet = "<![if !supportLists]><span style='mso-list:Ignore'>%s<span>&nbsp; </span></span><![endif]>";
        String item = "<p class=MsoListParagraph style='mso-list:l0 level%d lfo1'>" + bullet + "%s<o:p></o:p></p>\n";
        assertThat(page("<p class=MsoNormal>To do</p>" + item.formatted(1, "·", "one")
                        + item.formatted(2, "a)", "inner") + item.formatted(1, "·", "two") + "<p>done</p>"
                        + item.formatted(1, "1.", "first") + item.formatted(1, "2.", "second")))
                .isEqualTo("<p>To do</p><ul><li>one<ol><li>inner</li></ol></li><li>two</li></ul><p>done</p>"
                        + "<ol><li>first</li><li>second</li></ol>");
    }

    @Test
    void emphasisAroundBlocksNestsProperly() {
        assertThat(page("<b>x <i>y<p>z</b> w</i>")).contains("<strong>x <em>y</em></strong>");
    }

    @Test
    void onlyHarmlessLinksStayLinks() {
        assertThat(page("<a href='https://example.com/?a=1&b=2'>x</a>"))
                .isEqualTo("<p><a href=\"https://example.com/?a=1&amp;b=2\">x</a></p>");
        assertThat(
                        page(
                                "<a href='java\nscript:alert(1)'>x</a> <a href='file:///etc'>y</a> <a href='data:text/html,x'>z</a>"))
                .isEqualTo("<p>x y z</p>");
    }

    @Test
    void remoteImagesBecomeLinksAndTrackersVanish() {
        assertThat(
                        page(
                                "<img src='https://x.example/a.png' alt='Chart'><img src='https://t.example/p' width=1 height=1>"))
                .isEqualTo("<p><a href=\"https://x.example/a.png\">Chart</a></p>");
    }

    @Test
    void coloursAreReducedToThoseThatSaySomething() {
        assertThat(page("<span style='color:#ff0000;font-family:x'>r</span><span style='color:black'>b</span>"))
                .isEqualTo("<p><span style=\"color: rgb(255,0,0);\">r</span>b</p>");
    }

    @Test
    void macrosInMailAreText() {
        String storage =
                page("<ac:structured-macro ac:name='html'><ac:plain-text-body>&lt;script&gt;x</ac:plain-text-body>"
                        + "</ac:structured-macro><ri:page ri:content-title='Secret'>t</ri:page>");
        assertThat(storage).doesNotContain("<ac:").doesNotContain("<ri:").contains("&lt;ac:structured-macro&gt;");
        assertThat(Publications.storageFormat(Publications.page(Publications.text("<ac:link/>{macro}"))))
                .isEqualTo("<p>&lt;ac:link/&gt;{macro}</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>t",
                "<img src=x onerror=alert(1)>t",
                "<svg><script>alert(1)</script></svg>t",
                "t<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<style>@import url(http://x.example)</style>t",
                "<div style=\"background:url(javascript:alert(1))\">t</div>",
                "<iframe src='http://x.example'></iframe>t",
                "<object data=x></object><embed src=x>t",
                "<a href='jAvAsCrIpT:alert(1)'>t</a>",
                "<a href='&#1;javascript:alert(1)'>t</a>",
                "<base href='http://x.example'>t",
                "<meta http-equiv=refresh content='0;url=http://x.example'>t",
                "<form action=http://x.example><input name=a><button>t</button></form>",
                "<!--[if mso]><v:shape>secret</v:shape><![endif]-->t",
                "<p title='\"><script>alert(1)</script>'>t",
                "]]><script>alert(1)</script>t",
                "t<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">t",
                "<template><script>alert(1)</script></template>t",
                "\u0000\u0001\uD800 t \uFFFE"
            })
    void nothingThatRunsOrLoadsGetsThrough(String hostile) {
        String storage = page(hostile);
        assertThat(storage.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "<script", "<img", "<style", "<iframe", "<object", "<svg", "javascript:\"", "href=\"java")
                .doesNotContain("<form", "<input", "<meta", "<base", "url(")
                .contains("t");
        assertThat(org.jsoup.Jsoup.parse(storage).getElementsByAttributeStarting("on"))
                .isEmpty();
    }

    @Test
    void deepAndBroadMailStaysBounded() {
        assertThat(page("<div>".repeat(20_000) + "deep")).contains("deep");
        assertThat(page("<b><i>".repeat(3_000) + "deep")).hasSizeLessThan(1_000);
        assertThat(page("<table><tr><td>".repeat(400) + "deep")).contains("deep");
        assertThat(page("<blockquote>".repeat(2_000) + "deep")).contains("deep");
    }
}
