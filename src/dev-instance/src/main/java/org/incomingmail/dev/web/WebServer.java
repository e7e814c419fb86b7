package org.incomingmail.dev.web;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import javax.servlet.DispatcherType;
import javax.servlet.MultipartConfigElement;
import javax.servlet.ServletContext;
import javax.servlet.annotation.MultipartConfig;
import javax.servlet.http.HttpServlet;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.incomingmail.dev.house.Options;
import org.incomingmail.dev.house.StartFailure;

/** Tomcat on the loopback interface. It has its port at once, and answers after {@link #start}. */
final class WebServer implements AutoCloseable {

    private static final int MAX_UPLOAD = 200 * 1024 * 1024;

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    private final Context context;

    WebServer(Options options, Path temporary) {
        tomcat.setBaseDir(temporary.toString());
        connector.setPort(options.port());
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        connector.setProperty("maxSwallowSize", "-1");
        connector.setURIEncoding("UTF-8");
        connector.setMaxPostSize(MAX_UPLOAD);
        tomcat.setConnector(connector);
        context = tomcat.addContext(options.contextPath(), temporary.toString());
        context.setAllowCasualMultipartParsing(true);
        context.setRequestCharacterEncoding("UTF-8");
        bind(options.port());
        // cookies know hosts, not ports: two instances side by side must not share one
        context.setSessionCookieName("JSESSIONID" + (port() == 1990 ? "" : "_" + port()));
    }

    private void bind(int wanted) {
        String inUse = "port " + wanted + " is in use; choose another one with --port";
        try {
            tomcat.init();
        } catch (LifecycleException e) {
            throw new StartFailure(inUse, e);
        }
        if (connector.getState() == LifecycleState.FAILED || connector.getLocalPort() <= 0) {
            throw new StartFailure(inUse);
        }
    }

    ServletContext servletContext() {
        return context.getServletContext();
    }

    int port() {
        return connector.getLocalPort();
    }

    void start(RegisteredRoutes routes, HttpServlet errors) {
        for (Map.Entry<String, HttpServlet> route : routes.servlets().entrySet()) {
            serve(route.getKey(), route.getValue());
        }
        serve("/host/error", errors);
        ErrorPage page = new ErrorPage();
        page.setLocation("/host/error");
        context.addErrorPage(page);
        int number = 0;
        for (RegisteredRoutes.MappedFilter each : routes.filters()) {
            FilterDef definition = new FilterDef();
            definition.setFilterName("filter" + ++number);
            definition.setFilter(each.filter());
            definition.setAsyncSupported("true");
            context.addFilterDef(definition);
            FilterMap map = new FilterMap();
            map.setFilterName(definition.getFilterName());
            map.addURLPatternDecoded(each.urlPattern());
            map.setDispatcher(DispatcherType.REQUEST.name());
            if (each.alsoForErrors()) {
                map.setDispatcher(DispatcherType.ERROR.name());
            }
            context.addFilterMap(map);
        }
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new StartFailure("the web server can't start: " + e.getMessage(), e);
        }
    }

    private void serve(String urlPattern, HttpServlet servlet) {
        Wrapper wrapper = Tomcat.addServlet(context, urlPattern, servlet);
        wrapper.setAsyncSupported(true);
        MultipartConfig multipart = servlet.getClass().getAnnotation(MultipartConfig.class);
        if (multipart != null) {
            wrapper.setMultipartConfigElement(new MultipartConfigElement(multipart));
        }
        context.addServletMappingDecoded(urlPattern, urlPattern);
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the web server did not stop cleanly", e);
        }
    }
}
