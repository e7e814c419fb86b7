package org.incomingmail.dev.house;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/** The fields of a form as somebody sent them, and what is wrong with them, by field. */
public final class SubmittedForm {
    private final HttpServletRequest request;
    private final Map<String, String> errors = new LinkedHashMap<>();

    public SubmittedForm(HttpServletRequest request) {
        this.request = request;
    }

    /** The field without surrounding blanks; empty if it is missing. */
    public String text(String field) {
        return secret(field).strip();
    }

    /** The field exactly as typed; empty if it is missing. */
    public String secret(String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }

    public boolean isChecked(String field) {
        return request.getParameter(field) != null;
    }

    /** All values of a field that may be sent several times. */
    public Set<String> chosen(String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? Set.of() : new LinkedHashSet<>(List.of(values));
    }

    /** Says what is wrong with a field; the first complaint about a field stands. */
    public void reject(String field, String message) {
        errors.putIfAbsent(field, message);
    }

    public boolean isAccepted() {
        return errors.isEmpty();
    }

    /** Complaints by field, for the template. */
    public Map<String, String> errors() {
        return Map.copyOf(errors);
    }
}
