package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;

/** /download/attachments/CONTENT/FILE: the bytes, in a way that nothing in them runs in the wiki's name. */
final class DownloadServlet extends Screen {

    private static final long serialVersionUID = 1L;

    /** What a browser may show in place; anything else, HTML and SVG above all, is saved to disk. */
    private static final Set<String> HARMLESS = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/bmp",
            "text/plain",
            "application/pdf",
            "audio/mpeg",
            "audio/ogg",
            "video/mp4",
            "video/webm");

    DownloadServlet(Wiki wiki, Host host) {
        super(wiki, host);
    }

    @Override
    void answer(Visit visit) throws IOException {
        String[] path = String.valueOf(visit.request().getPathInfo()).split("/", 3);
        if (path.length < 3 || !path[1].matches("\\d{1,18}")) {
            throw Refusal.notFound();
        }
        ContentEntityObject container = visit.visible(visit.wiki().pages().getById(Long.parseLong(path[1])));
        Attachment file = visit.visible(visit.wiki().attachments().getAttachment(container, path[2]));
        try (InputStream data = visit.wiki().attachments().getAttachmentData(file)) {
            // the stream before the type: an HTML file is not a screen to be held back and decorated
            OutputStream out = visit.response().getOutputStream();
            headers(file, visit.response());
            data.transferTo(out);
        } catch (UncheckedIOException e) {
            throw Refusal.notFound();
        }
    }

    private static void headers(Attachment file, HttpServletResponse response) {
        boolean shown = HARMLESS.contains(file.getMediaType());
        response.setContentLengthLong(file.getFileSize());
        response.setContentType(
                file.getMediaType().equals("text/plain") ? "text/plain;charset=UTF-8" : file.getMediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cache-Control", "private, max-age=60");
        response.setHeader("Content-Disposition", (shown ? "inline" : "attachment") + fileName(file.getFileName()));
    }

    /** RFC 6266 4.3: a plain name for old browsers, the true one for all others. */
    private static String fileName(String name) {
        return "; filename=\"" + name.replaceAll("[^ -~]|[\"\\\\%]", "_") + "\"; filename*=UTF-8''"
                + Links.encode(name).replace("*", "%2A");
    }
}
