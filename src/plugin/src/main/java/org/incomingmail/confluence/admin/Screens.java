package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.soy.renderer.SoyTemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Renders the screens with what all of them need. */
@Named
public class Screens {
    static final String PLUGIN = "org.incomingmail.confluence";
    private static final String RESOURCE = PLUGIN + ":screens";

    private final SoyTemplateRenderer templates;
    private final PageBuilderService pages;
    private final XsrfTokenAccessor tokens;
    private final XsrfTokenValidator tokenValidator;
    private final I18nResolver texts;

    @Inject
    public Screens(
            SoyTemplateRenderer templates,
            PageBuilderService pages,
            XsrfTokenAccessor tokens,
            XsrfTokenValidator tokenValidator,
            I18nResolver texts) {
        this.templates = templates;
        this.pages = pages;
        this.tokens = tokens;
        this.tokenValidator = tokenValidator;
        this.texts = texts;
    }

    /** @param more keys of web-resources that this screen needs besides */
    void render(
            HttpServletRequest request,
            HttpServletResponse response,
            String template,
            Map<String, Object> data,
            String... more)
            throws IOException {
        pages.assembler().resources().requireWebResource(RESOURCE);
        for (String key : more) {
            pages.assembler().resources().requireWebResource(PLUGIN + ":" + key);
        }
        Map<String, Object> all = new HashMap<>(data);
        all.put("contextPath", request.getContextPath());
        all.put("tokenName", tokenValidator.getXsrfParameterName());
        String token = tokens.getXsrfToken(request, response, true);
        all.put("token", token == null ? "" : token);
        all.put("scriptTexts", ScriptTexts.in(texts));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "private, no-store");
        templates.render(response.getWriter(), RESOURCE, "IncomingMail." + template, all);
    }

    boolean hasValidToken(HttpServletRequest request) {
        return tokenValidator.validateFormEncodedToken(request);
    }

    String text(String key, java.io.Serializable... arguments) {
        return texts.getText("incoming-mail." + key, arguments);
    }
}
