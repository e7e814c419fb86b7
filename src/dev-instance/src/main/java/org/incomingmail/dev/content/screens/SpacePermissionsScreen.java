package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.incomingmail.dev.content.store.Grant;
import org.incomingmail.dev.content.store.Grant.GranteeType;
import org.incomingmail.dev.content.store.Grant.Right;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;
import org.jspecify.annotations.Nullable;

/** Who may do what in a space; for its administrators. */
final class SpacePermissionsScreen extends Screen {

    private static final long serialVersionUID = 1L;
    private static final List<String> RIGHTS =
            List.of("View", "Create page", "Comment", "Add attachment", "Administer");

    SpacePermissionsScreen(Wiki wiki, Host host) {
        super(wiki, host);
    }

    @Override
    void answer(Visit visit) throws IOException {
        Space space = visit.space(visit.text("key"));
        visit.demand(visit.may(Permission.ADMINISTER, space));
        String error = "";
        if (visit.isPost()) {
            Set<Grant> grants = chosen(visit);
            // nobody has no name
            String added = visit.text("granteeType").equals("ANONYMOUS") ? "anonymous" : visit.text("grantee");
            Grant view = added.isEmpty() ? null : newcomer(visit, added);
            if (view != null) {
                grants.add(view);
            }
            if (added.isEmpty() || view != null) {
                visit.wiki().spaces().grant(space, grants);
                visit.goTo("/spaces/spacepermissions.action?key=" + space.getKey());
                return;
            }
            error = "There is no user \"" + added + "\".";
            visit.response().setStatus(400);
        }
        Map<String, Object> data = Frames.inSpace(visit, space, null);
        data.put("rights", RIGHTS);
        data.put("grantees", rows(visit, visit.wiki().spaces().grants(space)));
        data.put("error", error);
        visit.show("Dev.Wiki.permissions", data);
    }

    /** Ticked boxes are named TYPE:RIGHT:grantee. */
    private static Set<Grant> chosen(Visit visit) {
        Set<Grant> grants = new HashSet<>();
        String[] ticked = visit.request().getParameterValues("grant");
        for (String each : ticked == null ? new String[0] : ticked) {
            String[] parts = each.split(":", 3);
            try {
                grants.add(new Grant(Right.valueOf(parts[1]), GranteeType.valueOf(parts[0]), parts[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw Refusal.badRequest("The form was not complete.");
            }
        }
        return grants;
    }

    /** Somebody new may look first; the boxes say what else. */
    private static @Nullable Grant newcomer(Visit visit, String name) {
        if (visit.text("granteeType").equals("GROUP")) {
            return Grant.toGroup(Right.VIEW, name);
        }
        if (visit.text("granteeType").equals("ANONYMOUS")) {
            return new Grant(Right.VIEW, GranteeType.ANONYMOUS, "");
        }
        ConfluenceUser user = visit.wiki().people().byName(name);
        return user == null ? null : Grant.toUser(Right.VIEW, user.getKey().getStringValue());
    }

    private static List<Map<String, Object>> rows(Visit visit, List<Grant> grants) {
        Map<String, List<Grant>> byGrantee = new LinkedHashMap<>();
        for (Grant grant : grants) {
            byGrantee
                    .computeIfAbsent(grant.granteeType() + ":" + grant.grantee(), any -> new ArrayList<>())
                    .add(grant);
        }
        return byGrantee.values().stream().map(of -> row(visit, of)).toList();
    }

    private static Map<String, Object> row(Visit visit, List<Grant> of) {
        Grant any = of.get(0);
        Set<Right> granted = of.stream().map(Grant::right).collect(Collectors.toSet());
        List<Map<String, Object>> boxes = new ArrayList<>();
        for (Right right : Right.values()) {
            boxes.add(Map.of(
                    "value", any.granteeType() + ":" + right + ":" + any.grantee(),
                    "label", RIGHTS.get(right.ordinal()),
                    "checked", granted.contains(right)));
        }
        ConfluenceUser user =
                any.granteeType() == GranteeType.USER ? visit.wiki().people().byKey(any.grantee()) : null;
        String name = user != null ? user.getFullName() : any.grantee().isEmpty() ? "Anonymous" : any.grantee();
        return Map.of("name", name, "type", any.granteeType().name(), "boxes", boxes);
    }
}
