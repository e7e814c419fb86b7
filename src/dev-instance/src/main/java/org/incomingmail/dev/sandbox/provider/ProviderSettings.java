package org.incomingmail.dev.sandbox.provider;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What a provider is like.
 *
 * @param port on the loopback interface; 0 picks a free one
 * @param accessTokenBytes of randomness in an access token; 32 are secure, thousands are as long as Microsoft's
 * @param hint what the sign-in page tells people who look for an account
 * @param store where consents are kept, or empty for memory only
 */
public record ProviderSettings(
        InstantSource clock,
        Lifetimes lifetimes,
        int port,
        int accessTokenBytes,
        Accounts accounts,
        String hint,
        List<OfferedScope> scopes,
        List<RegisteredClient> clients,
        Optional<Path> store) {

    /** Keeps everything in memory, on a free port. */
    public static ProviderSettings of(Accounts accounts, List<OfferedScope> scopes, List<RegisteredClient> clients) {
        return new ProviderSettings(
                InstantSource.system(), Lifetimes.DEFAULT, 0, 32, accounts, "", scopes, clients, Optional.empty());
    }

    public ProviderSettings withClock(InstantSource other) {
        return new ProviderSettings(other, lifetimes, port, accessTokenBytes, accounts, hint, scopes, clients, store);
    }

    public ProviderSettings withLifetimes(Lifetimes other) {
        return new ProviderSettings(clock, other, port, accessTokenBytes, accounts, hint, scopes, clients, store);
    }

    public ProviderSettings withPort(int other) {
        return new ProviderSettings(clock, lifetimes, other, accessTokenBytes, accounts, hint, scopes, clients, store);
    }

    public ProviderSettings withAccessTokenBytes(int bytes) {
        return new ProviderSettings(clock, lifetimes, port, bytes, accounts, hint, scopes, clients, store);
    }

    public ProviderSettings withHint(String other) {
        return new ProviderSettings(clock, lifetimes, port, accessTokenBytes, accounts, other, scopes, clients, store);
    }

    public ProviderSettings withStore(Path file) {
        return new ProviderSettings(
                clock, lifetimes, port, accessTokenBytes, accounts, hint, scopes, clients, Optional.of(file));
    }

    /** The people who can sign in. */
    @FunctionalInterface
    public interface Accounts {
        /** The account of that name, if the password is its own. */
        Optional<String> signIn(String name, String password);
    }
}
