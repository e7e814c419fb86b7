package org.incomingmail.dev.applinks.links;

import java.util.List;

/**
 * Microsoft's clouds; each has its own sign-in and its own Exchange Online. Sources: Microsoft's pages "National clouds"
 * and "Authenticate an IMAP, POP or SMTP connection using OAuth", for the United States also the mail feature's pages.
 */
public enum MicrosoftCloud {
    WORLDWIDE(
            "Worldwide", "login.microsoftonline.com", "https://outlook.office.com/", "https://outlook.office365.com/"),
    US_GOVERNMENT(
            "US Government (GCC High, DoD)",
            "login.microsoftonline.us",
            "https://outlook.office365.us/",
            "https://outlook.office365.us/"),
    CHINA(
            "China (21Vianet)",
            "login.partner.microsoftonline.cn",
            "https://partner.outlook.cn/",
            "https://partner.outlook.cn/");

    private final String label;
    private final String signIn;
    private final String mailResource;
    private final String applicationResource;

    MicrosoftCloud(String label, String signIn, String mailResource, String applicationResource) {
        this.label = label;
        this.signIn = signIn;
        this.mailResource = mailResource;
        this.applicationResource = applicationResource;
    }

    public String label() {
        return label;
    }

    /** Host of the sign-in. */
    public String signIn() {
        return signIn;
    }

    /** For somebody's mailbox, by IMAP and POP. */
    public List<String> scopes() {
        return List.of(
                mailResource + "IMAP.AccessAsUser.All",
                mailResource + "POP.AccessAsUser.All",
                ProviderType.OFFLINE_ACCESS);
    }

    /** For the application itself (client credentials): whatever its registration was permitted. */
    public String applicationScope() {
        return applicationResource + ".default";
    }
}
