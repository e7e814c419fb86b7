package org.incomingmail.dev.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/** Holds an HTML answer back so that it can be decorated; every other answer passes through untouched. */
final class BufferedPage extends HttpServletResponseWrapper {

    private @Nullable ByteArrayOutputStream held;
    private @Nullable PrintWriter writer;
    private @Nullable ServletOutputStream stream;

    BufferedPage(HttpServletResponse response) {
        super(response);
    }

    private boolean isHtml() {
        String type = getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    /** The page, if the answer was one. */
    Optional<String> html() {
        if (writer != null) {
            writer.flush();
        }
        return Optional.ofNullable(held).map(bytes -> bytes.toString(charset()));
    }

    private Charset charset() {
        try {
            return Charset.forName(getCharacterEncoding());
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            if (!isHtml()) {
                return super.getWriter();
            }
            held = new ByteArrayOutputStream();
            writer = new PrintWriter(new OutputStreamWriter(held, charset()));
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            if (!isHtml()) {
                return super.getOutputStream();
            }
            held = new ByteArrayOutputStream();
            stream = new Kept(held);
        }
        return stream;
    }

    @Override
    public void setContentLength(int length) {
        if (!isHtml()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!isHtml()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (held == null) {
            super.flushBuffer();
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        forget();
        super.sendRedirect(location);
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    private void forget() {
        held = null;
        writer = null;
        stream = null;
    }

    private static final class Kept extends ServletOutputStream {
        private final ByteArrayOutputStream to;

        Kept(ByteArrayOutputStream to) {
            this.to = to;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("a page that is decorated can't be written asynchronously");
        }

        @Override
        public void write(int b) {
            to.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            to.write(bytes, offset, length);
        }
    }
}
