package org.incomingmail.dev.people;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;
import org.incomingmail.dev.services.Database;

/** Admin console > Users > Edit. */
final class EditUserServlet extends HttpServlet {
    static final String PATH = "/admin/users/edituser.action";
    private static final long serialVersionUID = 1L;

    private final transient Database database;
    private final transient Accounts accounts;
    private final transient Credentials credentials;
    private final transient LoginSession sessions;
    private final transient Pages pages;

    EditUserServlet(Database database, Accounts accounts, Credentials credentials, LoginSession sessions, Pages pages) {
        this.database = database;
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Account> account = accounts.byName(new SubmittedForm(request).text("username"));
        if (account.isEmpty()) {
            notFound(request, response);
            return;
        }
        Set<String> groups = accounts.groupsOf(account.get().key());
        show(request, response, UserView.of(account.get(), groups), groups, Map.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = new SubmittedForm(request);
        Optional<Account> found = accounts.byName(form.text("username"));
        if (found.isEmpty()) {
            notFound(request, response);
            return;
        }
        Account account = found.get();
        AccountDetails details = UserFields.details(form, form.isChecked("active"), UserFields.language(form));
        Set<String> groups = form.chosen("groups");
        groups.retainAll(accounts.groups());
        boolean newPassword = !form.secret("newPassword").isEmpty()
                || !form.secret("confirmPassword").isEmpty();
        String password = newPassword ? UserFields.newPassword(form) : "";
        boolean self = isSelf(request, account);
        if (self) {
            refuseToLockOneselfOut(form, details, groups);
        }
        if (!form.isAccepted()) {
            show(request, response, UserView.of(account.username(), details, groups), groups, form.errors());
            return;
        }
        save(account, details, groups, password);
        if (self) {
            accounts.byKey(account.key()).ifPresent(fresh -> sessions.renew(request, fresh));
        }
        response.sendRedirect(request.getContextPath()
                + UserListServlet.PATH
                + "?saved="
                + URLEncoder.encode(account.username(), StandardCharsets.UTF_8));
    }

    private void save(Account account, AccountDetails details, Set<String> groups, String password) {
        database.inTransaction(() -> {
            accounts.update(account.key(), details);
            accounts.changeGroups(account.key(), groups);
            if (!password.isEmpty()) {
                credentials.change(account.key(), password);
            }
            return account;
        });
    }

    private static void refuseToLockOneselfOut(SubmittedForm form, AccountDetails details, Set<String> groups) {
        if (!details.active()) {
            form.reject("active", "You cannot deactivate yourself.");
        }
        if (!groups.contains(Groups.ADMINISTRATORS)) {
            form.reject("groups", "You cannot take the administrator's rights from yourself.");
        }
    }

    private static boolean isSelf(HttpServletRequest request, Account account) {
        return Authentication.of(request)
                .map(found -> found.account().equals(account))
                .orElse(false);
    }

    private void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        pages.render(request, response, "Dev.People.userNotFound", Map.of());
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            Map<String, Object> user,
            Set<String> groups,
            Map<String, String> errors)
            throws IOException {
        pages.render(
                request,
                response,
                "Dev.People.editUser",
                Map.of(
                        "userFields", user,
                        "groups", UserView.groups(accounts.groups(), groups),
                        "errors", errors));
    }
}
