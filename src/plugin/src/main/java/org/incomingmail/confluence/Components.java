package org.incomingmail.confluence;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.user.UserManager;
import javax.inject.Inject;
import javax.inject.Named;

/** Declares every service that the app imports from the host: the only place with {@link ComponentImport}. */
@Named
public class Components {

    @Inject
    public Components(
            @ComponentImport("salUserManager") UserManager userManager,
            @ComponentImport("salApplicationProperties") ApplicationProperties applicationProperties) {}
}
