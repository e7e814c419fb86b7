package org.incomingmail.engine.server;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A mail server as it was entered, nothing checked yet. A field that was left out has no value. */
public final class MailServerInput {
    private final Map<Field, String> values;

    public MailServerInput(Map<Field, String> values) {
        this.values = new EnumMap<>(Field.class);
        this.values.putAll(values);
    }

    /** The value without surrounding space; empty when it was left out or blank. */
    public Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(field)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The password exactly as entered: space may be part of it. */
    public Optional<String> password() {
        return Optional.ofNullable(values.get(Field.PASSWORD)).filter(value -> !value.isEmpty());
    }

    public MailServerInput with(Field field, String value) {
        Map<Field, String> changed = new EnumMap<>(Field.class);
        changed.putAll(values);
        changed.put(field, value);
        return new MailServerInput(changed);
    }

    public MailServerInput without(Field field) {
        Map<Field, String> changed = new EnumMap<>(Field.class);
        changed.putAll(values);
        changed.remove(field);
        return new MailServerInput(changed);
    }

    /** Names the fields only: a value may be a secret. */
    @Override
    public String toString() {
        return "MailServerInput" + values.keySet();
    }
}
