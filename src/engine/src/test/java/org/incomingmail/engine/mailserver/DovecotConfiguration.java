package org.incomingmail.engine.mailserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.incomingmail.engine.server.Protocol;
import org.jspecify.annotations.Nullable;

/** Writes what Dovecot needs to run from one folder, as root (then as nobody) or as any other user. */
record DovecotConfiguration(
        Path directory, Map<Protocol, Integer> ports, int lmtpPort, @Nullable TokenIntrospection introspection) {

    Path write(String... extra) throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        String user = root ? "nobody" : Commands.run(directory, "id", "-un").trim();
        String group = root ? "nogroup" : Commands.run(directory, "id", "-gn").trim();
        Files.createDirectories(directory.resolve("mail"));
        Files.writeString(
                directory.resolve("users"),
                DovecotServer.PASSWORDS.entrySet().stream()
                        .map(entry -> passwdEntry(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining()));
        Path file = directory.resolve("dovecot.conf");
        Files.writeString(file, text(user, group) + tokens() + String.join("\n", extra) + "\n");
        if (root) {
            Commands.run(directory, "chown", "-R", user + ":" + group, directory.toString());
        }
        return file;
    }

    /** With colons to its end: without them the user database finds nobody. */
    static String passwdEntry(String user, String password) {
        return user + ":{PLAIN}" + password + "::::::\n";
    }

    private String text(String user, String group) {
        return """
                base_dir = @DIR/run
                state_dir = @DIR/state
                log_path = @DIR/dovecot.log
                instance_name = test
                protocols = imap pop3 lmtp
                listen = 127.0.0.1, 127.0.0.2
                default_internal_user = @USER
                default_internal_group = @GROUP
                default_login_user = @USER
                mail_uid = @USER
                mail_gid = @GROUP
                first_valid_uid = 1
                first_valid_gid = 1
                mail_location = maildir:~/Maildir
                mail_fsync = never
                auth_verbose = yes
                auth_failure_delay = 0 s
                auth_mechanisms = plain login
                disable_plaintext_auth = yes
                ssl = yes
                ssl_cert = <@DIR/server.crt
                ssl_key = <@DIR/server.key
                ssl_min_protocol = TLSv1.2
                mail_max_userip_connections = 50
                passdb {
                  driver = passwd-file
                  # else a password would also do as a token
                  mechanisms = plain login
                  args = username_format=%u @DIR/users
                }
                # not "static": LMTP would refuse every recipient
                userdb {
                  driver = passwd-file
                  args = username_format=%u @DIR/users
                  default_fields = uid=@USER gid=@GROUP home=@DIR/mail/%u
                }
                namespace inbox {
                  inbox = yes
                  separator = /
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = @IMAP
                  }
                  inet_listener imaps {
                    port = @SIMAP
                    ssl = yes
                  }
                }
                service pop3-login {
                  chroot =
                  inet_listener pop3 {
                    port = @POP3
                  }
                  inet_listener pop3s {
                    port = @SPOP3
                    ssl = yes
                  }
                }
                # no growing delay after refused passwords
                service anvil {
                  chroot =
                  unix_listener anvil-auth-penalty {
                    mode = 0
                  }
                }
                service stats {
                  chroot =
                }
                service auth {
                  chroot =
                  user = @USER
                }
                service auth-worker {
                  user = @USER
                }
                service lmtp {
                  inet_listener lmtp {
                    port = @LMTP
                  }
                }
                """
                .replace("@DIR", directory.toString())
                .replace("@USER", user)
                .replace("@GROUP", group)
                .replace("@IMAP", port(Protocol.IMAP))
                .replace("@SIMAP", port(Protocol.IMAPS))
                .replace("@POP3", port(Protocol.POP3))
                .replace("@SPOP3", port(Protocol.POP3S))
                .replace("@LMTP", Integer.toString(lmtpPort));
    }

    private String tokens() throws IOException {
        if (introspection == null) {
            return "";
        }
        return "auth_mechanisms = plain login xoauth2 oauthbearer\n"
                + tokens("imap", introspection.settings(introspection.imapScope()))
                + tokens("pop3", introspection.settings(introspection.pop3Scope()));
    }

    private String tokens(String protocol, String settings) throws IOException {
        Path file = directory.resolve(protocol + "-tokens.conf");
        Files.writeString(file, settings);
        return """
                protocol @PROTOCOL {
                  passdb {
                    driver = oauth2
                    mechanisms = xoauth2 oauthbearer
                    args = @FILE
                  }
                }
                """
                .replace("@PROTOCOL", protocol)
                .replace("@FILE", file.toString());
    }

    private String port(Protocol protocol) {
        return Integer.toString(ports.getOrDefault(protocol, 0));
    }
}
