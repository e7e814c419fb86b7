package org.incomingmail.engine.trust;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One Authentication-Results field (RFC 8601 section 2.2), comments removed.
 *
 * @param authservId who says so, lower case; empty when the field names nobody, as Exchange Online's does
 */
record AuthenticationResults(String authservId, List<Result> results) {

    /**
     * What one method found.
     *
     * @param method lower case, without version: dmarc, dkim, spf, arc, ...
     * @param result lower case: pass, fail, none, temperror, ...
     */
    record Result(String method, String result, List<Property> properties) {

        /** First value of a property, lower case, such as {@code header.from}. */
        Optional<String> value(String type, String name) {
            return properties.stream()
                    .filter(property ->
                            property.type().equals(type) && property.name().equals(name))
                    .findFirst()
                    .map(property -> property.value().toLowerCase(Locale.ROOT));
        }

        /** A property that is given twice proves nothing: which one counts cannot be known. */
        boolean says(String type, String name) {
            return properties.stream()
                            .filter(property -> property.type().equals(type)
                                    && property.name().equals(name))
                            .count()
                    == 1;
        }
    }

    /** What a method looked at; type and name are lower case. */
    record Property(String type, String name, String value) {}

    /** Empty unless the whole field follows the grammar: what cannot be read proves nothing. */
    static Optional<AuthenticationResults> parse(String field) {
        return new ResultsGrammar(field).read();
    }
}
