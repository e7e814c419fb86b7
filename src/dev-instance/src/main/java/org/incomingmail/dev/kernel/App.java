package org.incomingmail.dev.kernel;

import java.net.URL;
import java.util.List;
import java.util.Optional;

/** An enabled app as its modules see it: an installed bundle, or a part of the instance itself. */
public interface App {

    Descriptor descriptor();

    /** The app's key. */
    default String key() {
        return descriptor().key();
    }

    /** Finds one of the app's own files, by its path from the root of the jar. */
    Optional<URL> resource(String path);

    /** The app's class loader. */
    ClassLoader classLoader();

    /** Names of the app's own classes in a package and below; all of them for the empty name. */
    List<String> classNames(String packageName);

    /** Makes an instance with its constructor's dependencies taken from the app's Spring context. */
    <T> T create(String className, Class<T> type) throws DescriptorException;

    /** A bean of the app's Spring context. */
    <T> T bean(String name, Class<T> type) throws DescriptorException;
}
