package org.incomingmail.dev.kernel;

/** One kind of module: knows how to bring one element of a descriptor to life. */
public interface ModuleType {

    /** The element's name in atlassian-plugin.xml. */
    String element();

    /** Whether the module must be there before the app's Spring context starts, as its tables must. */
    default boolean beforeContext() {
        return false;
    }

    /** Makes the module work until it is closed. */
    OpenModule open(App app, DescriptorElement element) throws DescriptorException;

    /** A module in use; closing makes it disappear at once. */
    @FunctionalInterface
    interface OpenModule extends AutoCloseable {
        @Override
        void close();
    }
}
