package org.incomingmail.dev.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.incomingmail.dev.house.HostServices;

/** A part of the instance with a descriptor of its own on the class path; it can't be disabled. */
public final class HouseApp implements App {

    private final Descriptor descriptor;
    private final HostServices services;

    private HouseApp(Descriptor descriptor, HostServices services) {
        this.descriptor = descriptor;
        this.services = services;
    }

    /** Reads a descriptor on the class path. */
    public static HouseApp of(String resource, HostServices services) throws DescriptorException {
        InputStream in = HouseApp.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new DescriptorException(resource + " is not on the class path");
        }
        try (in) {
            return new HouseApp(new DescriptorReader().read(in), services);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public Optional<URL> resource(String path) {
        return Optional.ofNullable(classLoader().getResource(path));
    }

    @Override
    public ClassLoader classLoader() {
        return HouseApp.class.getClassLoader();
    }

    @Override
    public List<String> classNames(String packageName) {
        return List.of();
    }

    /** Takes the constructor with the most parameters and fills it with registered services. */
    @Override
    public <T> T create(String className, Class<T> type) throws DescriptorException {
        try {
            Class<?> found = classLoader().loadClass(className);
            var constructor = found.getDeclaredConstructors()[0];
            Object[] arguments = new Object[constructor.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = services.get(constructor.getParameterTypes()[i]);
            }
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance(arguments));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new DescriptorException("class " + className + " can't be used: " + e, e);
        }
    }

    @Override
    public <T> T bean(String name, Class<T> type) throws DescriptorException {
        throw new DescriptorException("parts of the instance have no beans");
    }
}
