package org.incomingmail.dev.web;

import com.atlassian.soy.renderer.SoyException;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import com.google.template.soy.SoyFileSet;
import com.google.template.soy.SoyModule;
import com.google.template.soy.base.SoySyntaxException;
import com.google.template.soy.shared.restricted.SoyFunction;
import com.google.template.soy.tofu.SoyTofu;
import com.google.template.soy.tofu.SoyTofuException;
import java.util.List;
import java.util.Map;

/** Closure Templates of the generation that Confluence has, with the host's functions. */
final class SoyEngine {

    private final Injector injector;

    SoyEngine(List<SoyFunction> functions) {
        Module host = new AbstractModule() {
            @Override
            protected void configure() {
                Multibinder<SoyFunction> binder = Multibinder.newSetBinder(binder(), SoyFunction.class);
                functions.forEach(function -> binder.addBinding().toInstance(function));
            }
        };
        this.injector = Guice.createInjector(new SoyModule(), host);
    }

    /** Compiles templates together, by file name. */
    SoyTofu compile(Map<String, String> files) {
        SoyFileSet.Builder builder = injector.getInstance(SoyFileSet.Builder.class);
        files.forEach((name, content) -> builder.add(content, name));
        try {
            return builder.build().compileToTofu();
        } catch (SoySyntaxException | IllegalStateException e) {
            throw new SoyException("Soy templates " + files.keySet() + " don't compile: " + e.getMessage(), e);
        }
    }

    String render(SoyTofu templates, String name, Map<String, ?> data) {
        try {
            return templates.newRenderer(name).setData(SoyValues.map(data)).render();
        } catch (SoyTofuException | SoySyntaxException e) {
            throw new SoyException("Soy template " + name + ": " + e.getMessage(), e);
        }
    }
}
