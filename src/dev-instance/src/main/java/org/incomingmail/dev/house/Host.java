package org.incomingmail.dev.house;

/** The house itself, as its rooms see it. */
public interface Host {

    Options options();

    /** Base URL without trailing slash, known once the web room has its port. In a cluster it is the entry's. */
    String baseUrl();

    /** Where this process itself answers, without trailing slash. */
    String ownUrl();

    /** Services by interface: what rooms register here is published to apps as OSGi services. */
    HostServices services();

    /** Where rooms hang their screens. */
    Routes routes();

    /** Renders the instance's own Soy templates. */
    Pages pages();
}
