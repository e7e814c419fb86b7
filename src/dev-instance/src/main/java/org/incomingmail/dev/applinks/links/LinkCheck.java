package org.incomingmail.dev.applinks.links;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a link of what was typed, or says what is wrong with it, by field. */
public final class LinkCheck {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7E]+");
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST = 1000;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final LinkInput input;
    private final List<OutgoingLink> others;
    private final @Nullable OutgoingLink before;
    private final HttpsRequirement https;

    /**
     * A check.
     *
     * @param all the links there are
     * @param before the link that is edited, or null for a new one
     */
    public LinkCheck(LinkInput input, List<OutgoingLink> all, @Nullable OutgoingLink before, HttpsRequirement https) {
        this.input = input;
        this.before = before;
        this.others = all.stream()
                .filter(link -> before == null || !link.id().equals(before.id()))
                .toList();
        this.https = https;
    }

    /** The link; empty when something is wrong. */
    public Optional<OutgoingLink> link() {
        ProviderType type = type();
        checkTexts();
        EndpointCheck endpoints = new EndpointCheck(input, type, https, errors);
        URI authorize = endpoints.authorize();
        URI token = endpoints.token();
        String issuer = endpoints.issuer();
        List<String> scopes = ScopeCheck.scopes(type, input.scopes(), errors);
        LocalDate expires = date();
        checkSecret(token);
        if (!errors.isEmpty() || authorize == null || token == null) {
            return Optional.empty();
        }
        return Optional.of(new OutgoingLink(
                before == null ? UUID.randomUUID().toString() : before.id(),
                input.name(),
                input.description(),
                type,
                input.clientId(),
                expires,
                scopes,
                authorize,
                token,
                issuer));
    }

    /** Complaints by field, in the order of the form. */
    public Map<String, String> errors() {
        return Map.copyOf(errors);
    }

    private ProviderType type() {
        for (ProviderType type : ProviderType.values()) {
            if (type.name().equals(input.provider())) {
                return type;
            }
        }
        errors.put("provider", "Choose a service provider.");
        return ProviderType.CUSTOM;
    }

    private void checkTexts() {
        if (input.name().isEmpty()) {
            errors.put("name", "Enter a name.");
        } else if (input.name().length() > LONGEST_NAME
                || CONTROL.matcher(input.name()).find()) {
            errors.put("name", "Use at most 255 characters on one line.");
        } else if (others.stream().anyMatch(link -> link.name().equalsIgnoreCase(input.name()))) {
            errors.put("name", "Another link has this name.");
        }
        if (input.description().length() > LONGEST) {
            errors.put("description", "Use at most 1,000 characters.");
        }
        if (input.clientId().isEmpty()) {
            errors.put("clientId", "Enter the client ID that the provider gave.");
        } else if (input.clientId().length() > LONGEST
                || !VISIBLE.matcher(input.clientId()).matches()) {
            errors.put("clientId", "This is not a client ID: use at most 1,000 plain characters.");
        }
    }

    /** A stored secret never goes to another server than the one it was entered for. */
    private void checkSecret(@Nullable URI token) {
        String secret = input.clientSecret();
        if (secret.isEmpty()) {
            if (before == null) {
                errors.put("clientSecret", "Enter the client secret that the provider gave.");
            } else if (token != null && !sameServer(before.tokenEndpoint(), token)) {
                errors.put("clientSecret", "Enter the secret again: the token endpoint is on another server now.");
            }
        } else {
            secretError(secret).ifPresent(error -> errors.put("clientSecret", error));
        }
    }

    /** What is wrong with a secret that was typed (RFC 6749 appendix A.2). */
    public static Optional<String> secretError(String secret) {
        if (secret.isEmpty()) {
            return Optional.of("Enter the client secret that the provider gave.");
        }
        return secret.length() > LONGEST || !VISIBLE.matcher(secret).matches()
                ? Optional.of("This is not a client secret: use at most 1,000 plain characters.")
                : Optional.empty();
    }

    private static boolean sameServer(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(one.getAuthority()).equalsIgnoreCase(other.getAuthority());
    }

    private @Nullable LocalDate date() {
        try {
            return dateOf(input.secretExpires()).orElse(null);
        } catch (DateTimeParseException e) {
            errors.put("secretExpires", "Enter a date as year-month-day, for example 2027-03-31.");
            return null;
        }
    }

    /**
     * Reads an optional date.
     *
     * @throws DateTimeParseException when it is none
     */
    public static Optional<LocalDate> dateOf(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
