package org.incomingmail.dev.web;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.soy.renderer.SoyTemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.google.template.soy.data.SoyValue;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.ServletException;
import org.incomingmail.dev.house.Cluster;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.house.Options;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.house.Routes;
import org.incomingmail.dev.house.StartFailure;
import org.incomingmail.dev.kernel.DescriptorException;
import org.incomingmail.dev.kernel.HouseApp;
import org.incomingmail.dev.kernel.ModuleType;

/** The web server, and what every page needs. It has its port before it opens, and serves after {@link #serve}. */
public final class WebRoom implements Room {

    private final Options options;
    private final HostServices services;
    private final WebServer server;
    private final RegisteredRoutes routes = new RegisteredRoutes();
    private final CurrentRequest current = new CurrentRequest();
    private final Languages languages;
    private final Texts texts;
    private final Viewer viewer;
    private final Menu menu = new Menu();
    private final WebResources webResources = new WebResources();
    private final PageResources pageResources = new PageResources(webResources, current);
    private final InstanceTemplates templates;
    private final SoyEngine soy;
    private final AppServlets appServlets = new AppServlets();
    private final RestEndpoints rest = new RestEndpoints();
    private final Downloads downloads;
    private final AtomicLong revisions = new AtomicLong();

    public WebRoom(Options options, HostServices services) {
        this.options = options;
        this.services = services;
        this.server = new WebServer(options, temporary(options.home()));
        this.languages = new Languages(services, current);
        this.texts = new Texts(languages::locale);
        this.viewer = new Viewer(services);
        this.soy = soy();
        this.templates = new InstanceTemplates(soy, viewer);
        this.downloads = new Downloads(webResources, new ScriptTexts(texts));
    }

    private static Path temporary(Path home) {
        try {
            return Files.createDirectories(home.resolve("temp").resolve("web"));
        } catch (IOException e) {
            throw new StartFailure("the home folder " + home + " can't be written: " + e.getMessage(), e);
        }
    }

    private SoyEngine soy() {
        return new SoyEngine(List.of(
                new HostFunction("getText", 1, 9, this::text),
                new HostFunction("contextPath", 0, 0, arguments -> options.contextPath()),
                new HostFunction("baseUrl", 0, 0, arguments -> baseUrl()),
                new HostFunction("webResourceManager_requireResource", 1, 1, arguments -> {
                    pageResources.requireWebResource(arguments.get(0).coerceToString());
                    return "";
                })));
    }

    private String text(List<SoyValue> arguments) {
        Serializable[] values =
                arguments.stream().skip(1).map(SoyValue::coerceToString).toArray(Serializable[]::new);
        return texts.getText(arguments.get(0).coerceToString(), values);
    }

    /** Where the instance can be reached. */
    public String baseUrl() {
        return "http://localhost:" + server.port() + options.contextPath();
    }

    public Routes routes() {
        return routes;
    }

    public Pages pages() {
        return templates;
    }

    /** The kinds of module that this room brings to life for apps. */
    public List<ModuleType> moduleTypes() {
        return List.of(
                new WebSectionModule(menu),
                new WebItemModule(menu),
                new ResourceModule(texts, downloads),
                new WebResourceModule(webResources, revisions),
                new ServletModule(appServlets, server::servletContext),
                new RestModule(rest, server::servletContext),
                new RestMigrationModule());
    }

    @Override
    public void open(Host host) {
        services.register(ApplicationProperties.class, new HostProperties(host));
        services.register(I18nResolver.class, texts);
        services.register(PageBuilderService.class, pageResources);
        services.register(SoyTemplateRenderer.class, new AppTemplates(soy, webResources));
        Frame frame =
                new Frame(templates, menu, texts, pageResources, viewer, languages, () -> services.find(Cluster.class));
        routes.filter(1000, "/*", new DecoratorFilter(frame, current));
        routes.servlet("/admin/console.action", new AdminConsole(templates));
        routes.servlet("/host/static/*", new StaticFiles());
        routes.servlet(AppServlets.PREFIX + "/*", appServlets);
        routes.servlet("/rest/*", rest);
        routes.servlet("/download/resources/*", downloads);
        routes.servlet("/s/*", downloads);
        routes.descriptor("host/host.xml");
    }

    /** Starts to answer: every room has hung its screens. */
    public void serve() {
        for (String descriptor : routes.descriptors()) {
            try {
                HouseApp app = HouseApp.of(descriptor, services);
                openModules(app);
            } catch (DescriptorException e) {
                throw new StartFailure(descriptor + ": " + e.getMessage(), e);
            }
        }
        templates.compiled();
        server.start(routes, new ErrorPages(templates, texts));
        routes.rest().forEach(this::startRest);
    }

    private void startRest(String prefix, Set<Object> resources) {
        try {
            ModuleType.OpenModule unused =
                    rest.add(prefix, RestApplications.start(prefix, resources, server.servletContext()));
        } catch (ServletException e) {
            throw new StartFailure("the REST resources at " + prefix + " can't start: " + e.getMessage(), e);
        }
    }

    private void openModules(HouseApp app) throws DescriptorException {
        for (var element : app.descriptor().modules()) {
            ModuleType type = moduleTypes().stream()
                    .filter(each -> each.element().equals(element.name()))
                    .findFirst()
                    .orElseThrow(() -> new DescriptorException("<" + element.name() + "> is not for rooms"));
            ModuleType.OpenModule unused = type.open(app, element);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
