package org.incomingmail.dev.people;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** A user's own page: name, address and language, and a new password. */
final class ProfileServlet extends HttpServlet {
    static final String PATH = "/users/viewmyprofile.action";
    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient Credentials credentials;
    private final transient LoginSession sessions;
    private final transient Pages pages;

    ProfileServlet(Accounts accounts, Credentials credentials, LoginSession sessions, Pages pages) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (Authentication.of(request).isEmpty()) {
            LoginServlet.askToLogIn(request, response);
        } else {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Account account = owner(request);
        show(request, response, UserView.of(account, accounts.groupsOf(account.key())), Map.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = new SubmittedForm(request);
        if (form.isChecked("changePassword")) {
            changePassword(request, response, form);
        } else {
            changeDetails(request, response, form);
        }
    }

    private void changeDetails(HttpServletRequest request, HttpServletResponse response, SubmittedForm form)
            throws IOException {
        Account account = owner(request);
        AccountDetails details = UserFields.details(form, true, UserFields.language(form));
        if (!form.isAccepted()) {
            var view = UserView.of(account.username(), details, accounts.groupsOf(account.key()));
            show(request, response, view, form.errors());
            return;
        }
        accounts.update(account.key(), details);
        response.sendRedirect(request.getContextPath() + PATH + "?saved=profile");
    }

    private void changePassword(HttpServletRequest request, HttpServletResponse response, SubmittedForm form)
            throws IOException {
        Account account = owner(request);
        if (credentials
                .check(account.username(), form.secret("currentPassword"))
                .isEmpty()) {
            form.reject("currentPassword", "This is not your current password.");
        }
        String password = UserFields.newPassword(form);
        if (!form.isAccepted()) {
            show(request, response, UserView.of(account, accounts.groupsOf(account.key())), form.errors());
            return;
        }
        credentials.change(account.key(), password);
        accounts.byKey(account.key()).ifPresent(fresh -> sessions.renew(request, fresh));
        response.sendRedirect(request.getContextPath() + PATH + "?saved=password");
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            Map<String, Object> user,
            Map<String, String> errors)
            throws IOException {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("userFields", user);
        data.put("errors", errors);
        data.put("saved", new SubmittedForm(request).text("saved"));
        pages.render(request, response, "Dev.People.profile", data);
    }

    private static Account owner(HttpServletRequest request) {
        return Authentication.of(request).orElseThrow().account();
    }
}
