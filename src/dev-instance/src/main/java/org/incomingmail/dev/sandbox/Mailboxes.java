package org.incomingmail.dev.sandbox;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.incomingmail.dev.sandbox.login.TokenMailboxes;

/** The mailboxes there are. Mail to an address nobody knows makes one, so that no notification gets lost. */
final class Mailboxes {
    private static final int MOST = 200;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;\"\\p{Cntrl}]{1,64}@[^\\s@<>,;\"\\p{Cntrl}]{1,255}");

    private final UserManager users;
    private final Path file;
    private final TokenMailboxes tokens;
    private final List<Mailbox> all = new ArrayList<>();

    Mailboxes(UserManager users, Path file, TokenMailboxes tokens) {
        this.users = users;
        this.file = file;
        this.tokens = tokens;
    }

    /** Opens those of an earlier run, and these. */
    synchronized void open(List<String> addresses) throws IOException {
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(this::openOrCreate);
        }
        addresses.forEach(this::openOrCreate);
    }

    synchronized List<Mailbox> all() {
        return List.copyOf(all);
    }

    synchronized Optional<Mailbox> byAddress(String address) {
        return all.stream()
                .filter(mailbox -> mailbox.address().equalsIgnoreCase(Mailbox.withoutDetail(address)))
                .findFirst();
    }

    /** Who signs in at the provider with this name and password. */
    synchronized Optional<String> account(String name, String password) {
        return all.stream()
                .filter(mailbox -> mailbox.isAccount(name, password))
                .map(Mailbox::address)
                .findFirst();
    }

    synchronized boolean canReceive(String address) {
        return byAddress(address).isPresent()
                || (all.size() < MOST && ADDRESS.matcher(address).matches());
    }

    /** Where mail to an address goes. */
    synchronized GreenMailUser recipient(String address) {
        Mailbox mailbox = byAddress(address).orElseGet(() -> openOrCreate(Mailbox.withoutDetail(address)));
        return users.getUserByEmail(mailbox.address());
    }

    private Mailbox openOrCreate(String address) {
        Optional<Mailbox> known = byAddress(address);
        if (known.isPresent()) {
            return known.get();
        }
        Mailbox mailbox = Mailbox.of(address, tokens);
        try {
            // the server would take the password, and by XOAUTH2 too, on the ports without encryption
            String password = mailbox.opens() == Mailbox.Opens.BY_PASSWORD
                    ? mailbox.password()
                    : UUID.randomUUID().toString();
            GreenMailUser unused = users.createUser(mailbox.address(), mailbox.login(), password);
            all.add(mailbox);
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file) || !Files.readAllLines(file).contains(mailbox.address())) {
                Files.write(file, List.of(mailbox.address()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            return mailbox;
        } catch (UserException e) {
            throw new IllegalStateException("The sandbox cannot open a mailbox for " + address, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
