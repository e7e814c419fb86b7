package org.incomingmail.dev.kernel;

import java.io.IOException;
import java.nio.file.Path;

/** An app with one module of every kind; what it says depends on its version. */
final class GreeterApp {

    static final String KEY = "test.greeter";

    private GreeterApp() {}

    static Path jar(Path folder, String version) throws IOException {
        return with(version, "").jar(folder, KEY);
    }

    static TestApp with(String version, String moreModules) {
        return new TestApp()
                .file("atlassian-plugin.xml", descriptor(version, moreModules))
                .file("META-INF/spring/context.xml", TestApp.CONTEXT)
                .file("META-INF/plugin-components/component", "greeter.Greeting\ngreeter.Job#greeterJob\n")
                .file(
                        "META-INF/plugin-components/imports",
                        "com.atlassian.sal.api.message.I18nResolver\n"
                                + "com.atlassian.soy.renderer.SoyTemplateRenderer\n"
                                + "com.atlassian.activeobjects.external.ActiveObjects\n")
                .file(
                        "META-INF/plugin-components/exports",
                        "greeter.Greeting#com.atlassian.sal.api.lifecycle.LifecycleAware\n")
                .file("greeter/texts.properties", "greeter.hello=Hello {0}\n")
                .file("greeter/texts_ja.properties", "greeter.hello=こんにちは {0}\n")
                .file("greeter/page.soy", page())
                .file("greeter/page.js", "document.title = AJS.I18n.getText('greeter.hello', 'you');")
                .file("pictures/dot.svg", "<svg/>")
                .source("greeter.Greeting", greeting(version))
                .source(
                        "greeter.Entry",
                        "package greeter; public interface Entry extends net.java.ao.Entity {"
                                + " String getText(); void setText(String text); }")
                .source(
                        "greeter.Job",
                        "package greeter; import com.atlassian.scheduler.*;"
                                + " public class Job implements JobRunner {"
                                + " public JobRunnerResponse runJob(JobRunnerRequest request) { return null; } }")
                .source(
                        "greeter.Hidden",
                        "package greeter; public class Hidden implements"
                                + " com.atlassian.plugin.web.Condition { public void init(java.util.Map<String,String> p) {}"
                                + " public boolean shouldDisplay(java.util.Map<String,Object> c) { return false; } }")
                .source("greeter.Page", servlet())
                .source(
                        "greeter.Rest",
                        "package greeter; import javax.ws.rs.*; @Path(\"/hello\") public class Rest {"
                                + " private final Greeting g; @javax.inject.Inject public Rest(Greeting g) { this.g = g; }"
                                + " @GET @Produces(\"application/json\") public java.util.Map<String,String> get()"
                                + " { return java.util.Map.of(\"version\", g.version(), \"stored\", g.stored()); } }");
    }

    private static String descriptor(String version, String moreModules) {
        return """
                <atlassian-plugin key="test.greeter" name="Greeter" plugins-version="2">
                  <plugin-info><version>%s</version><vendor name="Tests"/></plugin-info>
                  <resource type="i18n" name="i18n" location="greeter.texts"/>
                  <resource type="download" name="pictures/" location="pictures/"/>
                  <ao key="ao" namespace="test.greeter"><entity>greeter.Entry</entity></ao>
                  <web-item key="greeter-item" section="system.admin/configuration"><label key="Greeter item"/>
                    <link>/plugins/servlet/greeter/page</link></web-item>
                  <web-item key="greeter-hidden" section="system.admin/configuration"><label key="Hidden item"/>
                    <link>/x</link><conditions type="OR"><condition class="greeter.Hidden"/></conditions></web-item>
                  <servlet key="page" class="greeter.Page"><url-pattern>/greeter/*</url-pattern></servlet>
                  <rest-migration key="rm"><rest-v2/></rest-migration>
                  <rest key="rest" path="/greeter" version="1.0"/>
                  <web-resource key="page"><resource type="soy" name="server" location="greeter/page.soy"/>
                    <transformation extension="js"><transformer key="jsI18n"/></transformation>
                    <resource type="download" name="page.js" location="greeter/page.js"/><context>atl.admin</context>
                  </web-resource>
                  <job-config key="greeter-job"><job key="greeterJob"/><schedule repeat-interval="3600000"/></job-config>
                  %s
                </atlassian-plugin>
                """
                .formatted(version, moreModules);
    }

    private static String page() {
        return """
                {namespace Greeter}
                /** @param name */
                {template .page autoescape="strict"}
                <html><head><title>Greeter</title><meta name="decorator" content="atl.admin">
                <content tag="selectedWebItem">greeter-item</content></head>
                <body><p id="said">{getText('greeter.hello', $name)}</p></body></html>
                {/template}
                """;
    }

    private static String servlet() {
        return """
                package greeter;
                import javax.servlet.http.*;
                public class Page extends HttpServlet {
                  private final com.atlassian.soy.renderer.SoyTemplateRenderer soy;
                  @javax.inject.Inject public Page(com.atlassian.soy.renderer.SoyTemplateRenderer soy) { this.soy = soy; }
                  protected void doGet(HttpServletRequest q, HttpServletResponse r) throws java.io.IOException {
                    if ("/boom".equals(q.getPathInfo())) throw new IllegalStateException("secret detail");
                    r.setContentType("text/html;charset=UTF-8");
                    soy.render(r.getWriter(), "test.greeter:page", "Greeter.page",
                        java.util.Map.of("name", "<b>" + q.getPathInfo()));
                  }
                }
                """;
    }

    private static String greeting(String version) {
        return """
                package greeter;
                public class Greeting implements com.atlassian.sal.api.lifecycle.LifecycleAware {
                  private final com.atlassian.activeobjects.external.ActiveObjects ao;
                  @javax.inject.Inject public Greeting(com.atlassian.activeobjects.external.ActiveObjects ao) { this.ao = ao; }
                  public String version() { return "%s"; }
                  public String stored() { return String.valueOf(ao.count(Entry.class, net.java.ao.Query.select())); }
                  public void onStart() { Entry e = ao.create(Entry.class); e.setText("started"); e.save(); }
                  public void onStop() { }
                }
                """
                .formatted(version);
    }
}
