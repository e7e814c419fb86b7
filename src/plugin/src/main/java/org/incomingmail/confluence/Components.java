package org.incomingmail.confluence;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.confluence.labels.LabelManager;
import com.atlassian.confluence.languages.LocaleManager;
import com.atlassian.confluence.mail.notification.NotificationManager;
import com.atlassian.confluence.pages.AttachmentManager;
import com.atlassian.confluence.pages.CommentManager;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.SpaceManager;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.soy.renderer.SoyTemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import javax.inject.Inject;
import javax.inject.Named;

/** Declares every service that the app imports from the host: the only place with {@link ComponentImport}. */
@Named
public class Components {

    @Inject
    public Components(
            @ComponentImport("salUserManager") UserManager userManager,
            @ComponentImport("salApplicationProperties") ApplicationProperties applicationProperties,
            @ComponentImport ActiveObjects activeObjects,
            @ComponentImport AttachmentManager attachmentManager,
            @ComponentImport ClusterLockService clusterLockService,
            @ComponentImport CommentManager commentManager,
            @ComponentImport EventPublisher eventPublisher,
            @ComponentImport LabelManager labelManager,
            @ComponentImport LocaleManager localeManager,
            @ComponentImport MailServerManager mailServerManager,
            @ComponentImport NotificationManager notificationManager,
            @ComponentImport PageManager pageManager,
            @ComponentImport PermissionManager permissionManager,
            @ComponentImport PluginSettingsFactory pluginSettingsFactory,
            @ComponentImport SpaceManager spaceManager,
            @ComponentImport TransactionTemplate transactionTemplate,
            @ComponentImport UserAccessor userAccessor,
            @ComponentImport LoginUriProvider loginUriProvider,
            @ComponentImport I18nResolver i18nResolver,
            @ComponentImport WebSudoManager webSudoManager,
            @ComponentImport XsrfTokenAccessor xsrfTokenAccessor,
            @ComponentImport XsrfTokenValidator xsrfTokenValidator,
            @ComponentImport SoyTemplateRenderer soyTemplateRenderer,
            @ComponentImport PageBuilderService pageBuilderService) {}
}
