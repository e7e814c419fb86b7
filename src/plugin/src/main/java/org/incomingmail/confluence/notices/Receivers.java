package org.incomingmail.confluence.notices;

import com.atlassian.confluence.languages.LocaleManager;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.user.Group;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who gets notices: the addresses that are set, otherwise the active members of the group of system administrators. */
@Named
public class Receivers {
    private static final Logger log = LoggerFactory.getLogger(Receivers.class);
    public static final int MOST = 50;
    private static final String KEY = "org.incomingmail.confluence.notice-addresses";

    /** The host's group of those who may do everything. */
    private static final String ADMINISTRATORS = "confluence-administrators";

    private final PluginSettingsFactory settings;
    private final UserAccessor users;
    private final LocaleManager locales;

    @Inject
    public Receivers(PluginSettingsFactory settings, UserAccessor users, LocaleManager locales) {
        this.settings = settings;
        this.users = users;
        this.locales = locales;
    }

    /** As they are set; empty for the system administrators. */
    public List<String> addresses() {
        Object set = settings.createGlobalSettings().get(KEY);
        return set == null
                ? List.of()
                : Arrays.stream(set.toString().split("[,;\\s]+"))
                        .filter(address -> !address.isBlank())
                        .limit(MOST)
                        .toList();
    }

    public void set(List<String> addresses) {
        settings.createGlobalSettings().put(KEY, String.join(", ", addresses));
    }

    /** Addresses with the language of who reads there. */
    Map<String, Locale> all() {
        Map<String, Locale> receivers = new LinkedHashMap<>();
        List<String> set = addresses();
        if (set.isEmpty()) {
            administrators().forEach(user -> receivers.putIfAbsent(user.getEmail(), locales.getLocale(user)));
        } else {
            set.forEach(address -> receivers.put(address, locales.getSiteDefaultLocale()));
        }
        return receivers;
    }

    private List<ConfluenceUser> administrators() {
        try {
            @Nullable Group group = users.getGroup(ADMINISTRATORS);
            return group == null
                    ? List.of()
                    : users.getMemberNamesAsList(group).stream()
                            .limit(MOST)
                            .map(users::getUserByName)
                            .filter(user -> user != null
                                    && !users.isDeactivated(user)
                                    && user.getEmail() != null
                                    && user.getEmail().contains("@"))
                            .toList();
        } catch (LinkageError | RuntimeException notInThisHost) {
            log.warn(
                    "IM-NOTIFICATION-FAILED the system administrators can't be listed, set the receivers of notices in"
                            + " Mail Servers: {}",
                    notInThisHost.toString());
            return List.of();
        }
    }
}
