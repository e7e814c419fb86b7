package org.incomingmail.dev.content.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StorageRendererTest {

    private final Addresses addresses = new Addresses() {
        @Override
        public String attachment(String fileName) {
            return fileName.equals("missing.png") ? "" : "/download/attachments/7/" + fileName;
        }

        @Override
        public String attachment(String spaceKey, String pageTitle, String fileName) {
            return "/download/" + spaceKey + "/" + pageTitle + "/" + fileName;
        }

        @Override
        public String page(String spaceKey, String title) {
            return title.equals("Gone") ? "" : "/display/" + spaceKey + "/" + title;
        }

        @Override
        public String userName(String userKey) {
            return "Alice";
        }
    };

    @Test
    void ordinaryMarkupStaysAsItIs() {
        assertThat(render("<p style=\"text-align: center;\">a &amp; b&nbsp;<strong>c</strong><br/></p>"))
                .isEqualTo("<p style=\"text-align: center;\">a &amp; b\u00a0<strong>c</strong><br></p>");
        assertThat(render("<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>"))
                .isEqualTo("<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<p onclick=\"alert(1)\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" JaVaScRiPt:alert(1)\">x</a>",
                "<a href=\"java&#10;script:alert(1)\">x</a>",
                "<a href=\"data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;\">x</a>",
                "<a href=\"vbscript:x\">x</a>",
                "<img src=\"data:image/svg+xml;base64,AAAA\"/>",
                "<img src=\"x\" onerror=\"alert(1)\"/>",
                "<svg><script>alert(1)</script></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<iframe src=\"https://evil.example\"/>",
                "<object data=\"x\"/>",
                "<form action=\"https://evil.example\"><input name=\"p\"/></form>",
                "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\"/>",
                "<base href=\"https://evil.example/\"/>",
                "<link rel=\"stylesheet\" href=\"https://evil.example\"/>",
                "<style>body{display:none}</style>",
                "<p style=\"background-image: url(https://evil.example)\">x</p>",
                "<p style=\"color: expression(alert(1))\">x</p>",
                "<p style=\"position: fixed; top: 0\">x</p>",
                "<p id=\"login\" name=\"x\">x</p>",
                "<xhtml:script xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">alert(1)</xhtml:script>",
                "<ac:image><ri:url ri:value=\"javascript:alert(1)\"/></ac:image>",
                "<ac:link><ri:url ri:value=\"javascript:alert(1)\"/></ac:link>",
                "<ac:structured-macro ac:name=\"html\"><ac:plain-text-body><![CDATA[<script>alert(1)</script>]]>"
                        + "</ac:plain-text-body></ac:structured-macro>",
                "<ac:structured-macro ac:name=\"&lt;script&gt;alert(1)&lt;/script&gt;\"/>",
                "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[</pre><script>alert(1)</script>]]>"
                        + "</ac:plain-text-body></ac:structured-macro>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
            })
    void hostileBodiesAreHarmless(String body) {
        Document shown = Jsoup.parseBodyFragment(render(body));
        assertThat(shown.select("script,style,iframe,object,embed,svg,form,input,meta,base,link"))
                .as(body)
                .isEmpty();
        for (Element element : shown.body().getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).as(body).doesNotStartWith("on").isNotIn("id", "name");
                assertThat(attribute.getValue().replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT))
                        .as(body)
                        .doesNotContain("javascript:", "vbscript:", "data:", "url(", "expression(", "position");
            }
        }
    }

    @Test
    void trimmedContentOfAMailCanBeOpened() {
        Document shown = Jsoup.parseBodyFragment(render("<ac:structured-macro ac:name=\"expand\">"
                + "<ac:parameter ac:name=\"title\">Show trimmed content</ac:parameter>"
                + "<ac:rich-text-body><p>On Monday Bob wrote:</p></ac:rich-text-body></ac:structured-macro>"));
        assertThat(shown.select("details > summary").text()).isEqualTo("Show trimmed content");
        assertThat(shown.select("details .expand-content p").text()).isEqualTo("On Monday Bob wrote:");
    }

    @Test
    void macrosAreShown() {
        assertThat(render("<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[a < b]]>"
                        + "</ac:plain-text-body></ac:structured-macro>"))
                .isEqualTo("<div class=\"code panel\"><pre>a &lt; b</pre></div>");
        assertThat(render("<ac:structured-macro ac:name=\"panel\"><ac:rich-text-body><p>x</p></ac:rich-text-body>"
                        + "</ac:structured-macro>"))
                .isEqualTo("<div class=\"panel\"><div class=\"panelContent\"><p>x</p></div></div>");
        assertThat(render("<ac:structured-macro ac:name=\"jira\"/>")).contains("Unknown macro: &#39;jira&#39;");
    }

    @Test
    void imagesAndLinksFindWhatTheyName() {
        assertThat(render("<ac:image ac:width=\"300\"><ri:attachment ri:filename=\"cat.png\"/></ac:image>"))
                .contains("src=\"/download/attachments/7/cat.png\"", "width=\"300\"", "alt=\"cat.png\"");
        assertThat(render("<ac:image><ri:attachment ri:filename=\"missing.png\"/></ac:image>"))
                .contains("Image not found: missing.png");
        assertThat(render("<ac:link><ri:attachment ri:filename=\"a.pdf\"/>"
                        + "<ac:plain-text-link-body><![CDATA[the file]]></ac:plain-text-link-body></ac:link>"))
                .isEqualTo("<a href=\"/download/attachments/7/a.pdf\">the file</a>");
        assertThat(render("<ac:link><ri:page ri:content-title=\"Gone\"/></ac:link>"))
                .isEqualTo("<span class=\"unresolved\">Gone</span>");
        assertThat(render("<a href=\"https://example.org\">x</a>")).contains("rel=\"nofollow noopener\"");
    }

    @Test
    void brokenAndAbsurdlyDeepBodiesShowAnError() {
        assertThat(render("<p>")).contains("Error rendering content");
        String deep = "<div>".repeat(20_000) + "x" + "</div>".repeat(20_000);
        assertThat(render(deep)).contains("nested too deeply");
        assertThat(render("&nbsp;".repeat(100_000))).hasSize(100_000);
        for (String bomb : List.of("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;</p>", "&x;")) {
            assertThat(render(bomb)).contains("Error rendering content").doesNotContain("root:");
        }
    }

    private String render(String storage) {
        return StorageRenderer.render(storage, addresses);
    }
}
