package org.incomingmail.confluence.oauth;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Methods that a host's types have or have not: asked for by name at run time, and done without where they are missing. */
public enum Proposal {
    /** Confluence 10.1 and later. */
    SERVICE_REFRESHES(HostOAuth.SERVICE, "getRefreshedToken", String.class),
    HANDLER_REFRESHES(HostOAuth.TOKENS, "getRefreshedToken", String.class),
    TOKEN_AFTER_REFUSAL(HostOAuth.TOKENS, "getTokenAfterRefusal", String.class, String.class),
    APPLICATION_TOKEN(HostOAuth.TOKENS, "getApplicationToken", String.class),
    GRANTED_SCOPES("com.atlassian.oauth2.client.api.ClientToken", "getScopes"),
    SECRET_EXPIRATION("com.atlassian.oauth2.client.api.ClientConfiguration", "getClientSecretExpiration");

    private final String type;
    private final String name;
    private final Class<?>[] parameters;

    Proposal(String type, String name, Class<?>... parameters) {
        this.type = type;
        this.name = name;
        this.parameters = parameters;
    }

    boolean offered() {
        return method().isPresent();
    }

    /** What the method returns or throws; an unsupported operation where the host has none. */
    @Nullable
    Object call(Object target, Object... arguments) throws Exception {
        try {
            return method().orElseThrow(UnsupportedOperationException::new).invoke(target, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw thrown instanceof Exception exception ? exception : e;
        }
    }

    private Optional<Method> method() {
        try {
            return Optional.of(
                    Class.forName(type, false, Proposal.class.getClassLoader()).getMethod(name, parameters));
        } catch (ClassNotFoundException | NoSuchMethodException | LinkageError notInThisHost) {
            return Optional.empty();
        }
    }

    /** As in docs/host-members.txt. */
    public String member() {
        return Arrays.stream(parameters)
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", type + "#" + name + "(", ")"));
    }
}
