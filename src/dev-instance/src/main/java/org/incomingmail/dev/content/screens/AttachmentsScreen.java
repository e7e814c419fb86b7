package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.annotation.MultipartConfig;
import javax.servlet.http.Part;
import org.incomingmail.dev.content.wiki.InvalidContentException;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;
import org.jspecify.annotations.Nullable;

/** The files of a page: list, upload, delete. A file of a name that is there becomes its next version. */
@MultipartConfig(
        maxFileSize = AttachmentsScreen.LARGEST,
        maxRequestSize = 2 * AttachmentsScreen.LARGEST,
        fileSizeThreshold = 65536)
final class AttachmentsScreen extends Screen {

    /** The host's default limit: 100 MB. */
    static final long LARGEST = 100L * 1024 * 1024;

    private static final long serialVersionUID = 1L;

    AttachmentsScreen(Wiki wiki, Host host) {
        super(wiki, host);
    }

    @Override
    void answer(Visit visit) throws IOException, ServletException {
        if (!visit.isPost()) {
            show(visit, visit.pageOrPost("pageId"), "");
        } else if (visit.text("remove").isEmpty()) {
            upload(visit, visit.pageOrPost("pageId"));
        } else {
            remove(visit, visit.pageOrPost("pageId"));
        }
    }

    private static void upload(Visit visit, AbstractPage page) throws IOException, ServletException {
        visit.demand(visit.mayCreate(page, Attachment.class));
        String error = "Choose a file first.";
        try {
            for (Part part : visit.request().getParts()) {
                String name = baseName(part.getSubmittedFileName());
                if (!name.isEmpty()) {
                    store(visit, page, part, name);
                    error = "";
                }
            }
        } catch (InvalidContentException e) {
            error = String.valueOf(e.getMessage());
        } catch (IllegalStateException e) {
            // servlet specification: what getParts says when the limit is passed
            error = "The file is larger than 100 MB.";
        }
        if (error.isEmpty()) {
            visit.goTo("/pages/viewpageattachments.action?pageId=" + page.getId());
        } else {
            visit.response().setStatus(400);
            show(visit, page, error);
        }
    }

    private static void store(Visit visit, AbstractPage page, Part part, String name) throws IOException {
        String type = part.getContentType() == null ? "application/octet-stream" : part.getContentType();
        Attachment attachment = new Attachment(name, type, part.getSize(), "");
        attachment.setContainer(page);
        Attachment previous = visit.wiki().attachments().getAttachment(page, name);
        try (InputStream data = part.getInputStream()) {
            visit.wiki().attachments().saveAttachment(attachment, previous, data);
        }
    }

    private static void remove(Visit visit, AbstractPage page) throws IOException {
        Optional<Attachment> attachment = visit.wiki().attachments().byId(visit.number("remove"));
        Attachment found = visit.visible(attachment.orElse(null));
        visit.demand(visit.wiki().permissions().mayRemove(visit.user(), found));
        visit.wiki().attachments().remove(found);
        visit.goTo("/pages/viewpageattachments.action?pageId=" + page.getId());
    }

    private static void show(Visit visit, AbstractPage page, String error) throws IOException {
        Map<String, Object> data = Frames.onPage(visit, page);
        data.put("attachments", new Shown(visit).attachments(page));
        data.put("mayAttach", visit.mayCreate(page, Attachment.class));
        data.put("error", error);
        visit.show("Dev.Wiki.attachments", data);
    }

    // some browsers send the whole path
    private static String baseName(@Nullable String submitted) {
        Path name = submitted == null || submitted.indexOf('\0') >= 0
                ? null
                : Path.of(submitted.replace('\\', '/')).getFileName();
        return name == null ? "" : name.toString();
    }
}
