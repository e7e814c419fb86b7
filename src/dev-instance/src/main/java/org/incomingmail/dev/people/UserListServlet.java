package org.incomingmail.dev.people;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** Admin console > Users: everybody, or those whose name or address holds a term. */
final class UserListServlet extends HttpServlet {
    static final String PATH = "/admin/users/browseusers.action";
    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient Pages pages;

    UserListServlet(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = new SubmittedForm(request);
        String term = form.text("searchTerm");
        List<Map<String, Object>> users = accounts.all().stream()
                .filter(account -> matches(account, term.toLowerCase(Locale.ROOT)))
                .map(account -> UserView.of(account, accounts.groupsOf(account.key())))
                .toList();
        pages.render(
                request,
                response,
                "Dev.People.users",
                Map.of("users", users, "searchTerm", term, "saved", form.text("saved")));
    }

    private static boolean matches(Account account, String term) {
        return (account.username() + "\n" + account.fullName() + "\n" + account.email())
                .toLowerCase(Locale.ROOT)
                .contains(term);
    }
}
