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

/** Admin console > Users > Create user. */
final class CreateUserServlet extends HttpServlet {
    static final String PATH = "/admin/users/createuser.action";
    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient Pages pages;

    CreateUserServlet(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var empty = new AccountDetails("", "", true, Optional.empty());
        show(request, response, "", empty, Set.of(Groups.USERS), Map.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = new SubmittedForm(request);
        String username = UserFields.username(form, accounts);
        AccountDetails details = UserFields.details(form, true, UserFields.language(form));
        String password = UserFields.newPassword(form);
        Set<String> groups = form.chosen("groups");
        groups.retainAll(accounts.groups());
        if (!form.isAccepted()) {
            show(request, response, username, details, groups, form.errors());
            return;
        }
        accounts.create(username, details, password, groups);
        response.sendRedirect(request.getContextPath()
                + UserListServlet.PATH
                + "?saved="
                + URLEncoder.encode(username, StandardCharsets.UTF_8));
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            String username,
            AccountDetails details,
            Set<String> groups,
            Map<String, String> errors)
            throws IOException {
        pages.render(
                request,
                response,
                "Dev.People.createUser",
                Map.of(
                        "userFields", UserView.of(username, details, groups),
                        "groups", UserView.groups(accounts.groups(), groups),
                        "errors", errors));
    }
}
