package org.incomingmail.dev.scanner;

import java.beans.Introspector;
import java.util.Arrays;
import org.eclipse.gemini.blueprint.service.exporter.support.OsgiServiceFactoryBean;
import org.eclipse.gemini.blueprint.service.importer.support.OsgiServiceProxyFactoryBean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.GenericBeanDefinition;
import org.springframework.beans.factory.xml.BeanDefinitionParser;
import org.springframework.beans.factory.xml.ParserContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;
import org.w3c.dom.Element;

/**
 * Registers an app's components, imported and exported services. It does so while the XML is parsed: the extender
 * looks for mandatory services in the definitions before the context starts.
 */
final class ScanIndexes implements BeanDefinitionParser {

    @Override
    public @Nullable BeanDefinition parse(Element element, ParserContext context) {
        BeanDefinitionRegistry registry = context.getRegistry();
        ClassLoader app = loader(context);
        AnnotationConfigUtils.registerAnnotationConfigProcessors(registry);
        Index index = new Index(app, element.getAttribute("profile"));
        index.lines("component").forEach(line -> component(registry, line));
        index.lines("imports").forEach(line -> hostService(registry, app, line));
        index.lines("exports").forEach(line -> export(registry, app, line));
        return null;
    }

    // the resource loader is the app's context; the reader itself has no class loader yet
    private static ClassLoader loader(ParserContext context) {
        ResourceLoader resources = context.getReaderContext().getResourceLoader();
        ClassLoader loader = resources == null ? null : resources.getClassLoader();
        if (loader == null) {
            throw new IllegalStateException("scan-indexes needs the app's class loader");
        }
        return loader;
    }

    private static void component(BeanDefinitionRegistry registry, String line) {
        String[] parts = line.split("#", 2);
        String name = parts.length > 1 && !parts[1].isBlank() ? parts[1] : beanName(parts[0]);
        if (registry.containsBeanDefinition(name)) {
            return;
        }
        GenericBeanDefinition definition = new GenericBeanDefinition();
        definition.setBeanClassName(parts[0]);
        definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        registry.registerBeanDefinition(name, definition);
    }

    private static void hostService(BeanDefinitionRegistry registry, ClassLoader app, String line) {
        String[] parts = line.split("#", 2);
        String name = parts.length > 1 && !parts[1].isBlank() ? parts[1] : beanName(parts[0]);
        if (registry.containsBeanDefinition(name)) {
            return;
        }
        Class<?> type = load(app, parts[0]);
        GenericBeanDefinition definition = new GenericBeanDefinition();
        definition.setBeanClass(OsgiServiceProxyFactoryBean.class);
        definition.getPropertyValues().add("interfaces", new Class<?>[] {type});
        // lets Spring match the bean by type without asking for the service first
        definition.setAttribute(FactoryBean.OBJECT_TYPE_ATTRIBUTE, type);
        registry.registerBeanDefinition(name, definition);
    }

    private static void export(BeanDefinitionRegistry registry, ClassLoader app, String line) {
        String[] parts = line.split("[#,]");
        String target = Arrays.stream(registry.getBeanDefinitionNames())
                .filter(name -> parts[0].equals(registry.getBeanDefinition(name).getBeanClassName()))
                .findFirst()
                .orElseGet(() -> {
                    component(registry, parts[0]);
                    return beanName(parts[0]);
                });
        Class<?>[] interfaces =
                Arrays.stream(parts).skip(1).map(name -> load(app, name)).toArray(Class<?>[]::new);
        GenericBeanDefinition definition = new GenericBeanDefinition();
        definition.setBeanClass(OsgiServiceFactoryBean.class);
        definition.getPropertyValues().add("target", new RuntimeBeanReference(target));
        definition
                .getPropertyValues()
                .add(
                        "interfaces",
                        interfaces.length > 0 ? interfaces : load(app, parts[0]).getInterfaces());
        registry.registerBeanDefinition(target + "_osgiService", definition);
    }

    private static String beanName(String className) {
        return Introspector.decapitalize(ClassUtils.getShortName(className));
    }

    private static Class<?> load(ClassLoader app, String name) {
        try {
            return app.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "the component index names " + name + ", which the app can't see; is it imported?", e);
        }
    }
}
