package org.incomingmail.dev.sandbox;

import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GreenMail's memory store, kept on disk as well. The server's folders cannot be subclassed, so each is seen through
 * a proxy that saves the folder after every call that may have changed it.
 */
final class DurableStore {
    private static final Set<String> CHANGING = Set.of(
            "appendMessage",
            "store",
            "expunge",
            "deleteAllMessages",
            "setFlags",
            "replaceFlags",
            "copyMessage",
            "moveMessage");

    private final InMemoryStore memory = new InMemoryStore();
    private final Path root;
    private final InstantSource clock;
    private final Map<MailFolder, FolderFiles> files = new IdentityHashMap<>();
    private final Map<MailFolder, MailFolder> durable = new IdentityHashMap<>();
    private final Map<MailFolder, MailFolder> plain = new IdentityHashMap<>();
    private long lastUidValidity;

    DurableStore(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /** The store for the server. */
    Store asStore() {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object result = call(memory, method, arguments);
            if (method.getName().equals("deleteMailbox") && arguments != null) {
                forget((MailFolder) arguments[0]);
            } else if (method.getName().equals("renameMailbox")) {
                followRenamedFolders();
            } else if (method.getName().equals("createMailbox") && result instanceof MailFolder created) {
                saveUnlessKept(created);
            }
            return asDurable(result);
        };
        return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, handler);
    }

    /** The server's own folder behind a durable one, and its files, for loading. */
    synchronized MailFolder plain(MailFolder folder) {
        return plain.getOrDefault(folder, folder);
    }

    /** Gives a folder the files and the promise it had before the restart. */
    synchronized void bind(MailFolder folder, FolderFiles kept) {
        files.put(plain(folder), kept);
    }

    Path directory(String folderName) {
        return root.resolve(URLEncoder.encode(folderName, StandardCharsets.UTF_8));
    }

    private synchronized @Nullable Object asDurable(@Nullable Object result) {
        if (result instanceof Collection<?> folders) {
            return folders.stream().map(this::asDurable).toList();
        }
        return result instanceof MailFolder folder && !plain.containsKey(folder)
                ? durable.computeIfAbsent(folder, this::proxy)
                : result;
    }

    private MailFolder proxy(MailFolder folder) {
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "getUidValidity", "getUIDValidity" -> filesOf(folder).uidValidity();
            default -> {
                Object result = call(folder, method, arguments);
                if (CHANGING.contains(method.getName())) {
                    filesOf(folder).save();
                }
                if (method.getName().equals("moveMessage") && arguments != null) {
                    // the server moves past the target's proxy
                    filesOf(plain((MailFolder) arguments[1])).save();
                }
                yield result;
            }
        };
        MailFolder proxy = (MailFolder) Proxy.newProxyInstance(
                MailFolder.class.getClassLoader(), new Class<?>[] {MailFolder.class, UIDFolder.class}, handler);
        plain.put(proxy, folder);
        return proxy;
    }

    private synchronized FolderFiles filesOf(MailFolder folder) {
        return files.computeIfAbsent(folder, created -> {
            String name = created.getFullName();
            var promise = new UidPromise(name, newUidValidity(), 0);
            return new FolderFiles(created, directory(name), promise);
        });
    }

    /** A folder made while mail of an earlier run waits to be loaded keeps that run's promise. */
    private void saveUnlessKept(MailFolder created) {
        if (!UidPromise.isIn(directory(created.getFullName()))) {
            filesOf(created).save();
        }
    }

    /** From the clock (RFC 3501 2.3.1.1), and never twice: a folder deleted and made again promises something new. */
    private long newUidValidity() {
        lastUidValidity = Math.max(clock.instant().getEpochSecond(), lastUidValidity + 1);
        return lastUidValidity;
    }

    private synchronized void forget(MailFolder folder) throws IOException {
        MailFolder server = plain(folder);
        filesOf(server).delete();
        files.remove(server);
        plain.remove(folder);
        durable.remove(server);
    }

    private synchronized void followRenamedFolders() {
        files.forEach((folder, kept) -> {
            if (!kept.name().equals(folder.getFullName())) {
                try {
                    kept.moveTo(directory(folder.getFullName()));
                } catch (IOException e) {
                    throw new UncheckedIOException("The sandbox cannot rename a mail folder on disk", e);
                }
            }
        });
    }

    private @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object[] unwrapped = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < unwrapped.length; i++) {
            // COPY goes through the target's proxy, so only its own operations need the server's folder
            if (unwrapped[i] instanceof MailFolder folder && !method.getName().equals("copyMessage")) {
                unwrapped[i] = plain(folder);
            }
        }
        try {
            return method.invoke(target, unwrapped);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
