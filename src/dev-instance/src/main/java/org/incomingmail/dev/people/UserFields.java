package org.incomingmail.dev.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.incomingmail.dev.house.SubmittedForm;

/** Reads the fields of the user forms and says what is wrong with them. */
final class UserFields {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9._@-]{1,100}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"\\p{Cntrl}]+@[^\\s@<>,;\"\\p{Cntrl}]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 255;

    private UserFields() {}

    static String username(SubmittedForm form, Accounts accounts) {
        String username = form.text("username");
        if (username.isEmpty()) {
            form.reject("username", "Enter a username.");
        } else if (!USERNAME.matcher(username).matches()) {
            form.reject("username", "Use at most 100 lower-case letters, digits, dots, hyphens, underscores or @.");
        } else if (accounts.byName(username).isPresent()) {
            form.reject("username", "A user with this name exists already.");
        }
        return username;
    }

    static AccountDetails details(SubmittedForm form, boolean active, Optional<Locale> language) {
        String fullName = form.text("fullName");
        if (fullName.isEmpty()) {
            form.reject("fullName", "Enter the full name.");
        } else if (fullName.length() > LONGEST || CONTROL.matcher(fullName).find()) {
            form.reject("fullName", "Use at most 255 characters on one line.");
        }
        String email = form.text("email");
        if (email.isEmpty()) {
            form.reject("email", "Enter the e-mail address.");
        } else if (email.length() > LONGEST || !EMAIL.matcher(email).matches()) {
            form.reject("email", "This is not an e-mail address.");
        }
        return new AccountDetails(fullName, email, active, language);
    }

    static Optional<Locale> language(SubmittedForm form) {
        return PreferredLocales.SUPPORTED.stream()
                .filter(locale -> locale.toLanguageTag().equals(form.text("language")))
                .findFirst();
    }

    /** A new password, typed twice. */
    static String newPassword(SubmittedForm form) {
        String password = form.secret("newPassword");
        if (password.isEmpty()) {
            form.reject("newPassword", "Enter a password.");
        } else if (password.length() > LONGEST) {
            form.reject("newPassword", "Use at most 255 characters.");
        } else if (!password.equals(form.secret("confirmPassword"))) {
            form.reject("confirmPassword", "The two passwords differ.");
        }
        return password;
    }
}
