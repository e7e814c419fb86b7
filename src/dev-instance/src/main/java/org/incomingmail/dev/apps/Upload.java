package org.incomingmail.dev.apps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.Part;
import org.incomingmail.dev.kernel.AppRejected;
import org.incomingmail.dev.kernel.AppStatus;
import org.incomingmail.dev.kernel.Apps;

/** Installs the file in the part "plugin" of a multipart request. */
record Upload(Apps apps, Path temporary) {

    AppStatus install(HttpServletRequest request) throws IOException, AppRejected {
        Part part = part(request);
        if (part == null || part.getSize() == 0) {
            throw new AppRejected("no file was chosen");
        }
        Files.createDirectories(temporary);
        Path file = Files.createTempFile(temporary, "upload", ".jar");
        try (InputStream in = part.getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return apps.install(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static @org.jspecify.annotations.Nullable Part part(HttpServletRequest request)
            throws IOException, AppRejected {
        try {
            return request.getPart("plugin");
        } catch (ServletException | IllegalStateException e) {
            throw new AppRejected("the upload is not a multipart form, or too large", e);
        }
    }
}
