package org.incomingmail.dev.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.incomingmail.dev.sandbox.provider.Provider;
import org.incomingmail.dev.sandbox.provider.RegisteredClient;

/** The wiki's registration at the sandbox's provider: made at the first start, kept in the home folder. */
final class DemoClient {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final URI ownAddress;
    private final Properties stored;

    /** @param ownAddress where this instance expects answers: always registered, whatever else is */
    DemoClient(Path file, URI ownAddress) throws IOException {
        this.file = file;
        this.ownAddress = ownAddress;
        this.stored = read(file);
        if (stored.isEmpty()) {
            stored.setProperty("id", "wiki-" + random(6));
            stored.setProperty("secret", random(32));
            save();
        }
    }

    synchronized RegisteredClient registration() {
        Set<URI> addresses = new LinkedHashSet<>();
        addresses.add(ownAddress);
        addresses.addAll(moreAddresses());
        return SandboxOAuth.client(property("id"), property("secret"), addresses);
    }

    URI ownAddress() {
        return ownAddress;
    }

    /** Other addresses that are registered, for an instance that is reached under another name. */
    synchronized List<URI> moreAddresses() {
        return property("addresses").lines().map(URI::create).toList();
    }

    synchronized void registerMore(List<URI> addresses, Provider provider) throws IOException {
        stored.setProperty("addresses", addresses.stream().map(URI::toString).collect(Collectors.joining("\n")));
        save();
        provider.register(registration());
    }

    private String property(String name) {
        return stored.getProperty(name, "");
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
        }
        return properties;
    }

    private void save() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var out = Files.newBufferedWriter(file)) {
            stored.store(out, "The wiki as a client of the sandbox's OAuth 2.0 provider");
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
