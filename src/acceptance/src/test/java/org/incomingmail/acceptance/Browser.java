package org.incomingmail.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium, as somebody sits in front of it. */
public final class Browser implements AutoCloseable {
    private final ChromeDriver driver;
    private final URI baseUrl;

    public Browser(URI baseUrl, String language) {
        this(baseUrl, language, true);
    }

    /** One whose user has switched scripts off. */
    public static Browser withoutScripts(URI baseUrl) {
        return new Browser(baseUrl, "en", false);
    }

    private Browser(URI baseUrl, String language, boolean scripts) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1280,1100",
                "--lang=" + language,
                "--accept-lang=" + language);
        if (!scripts) {
            options.setExperimentalOption(
                    "prefs", java.util.Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new java.io.File("/usr/bin/chromedriver"))
                .usingAnyFreePort()
                .build();
        this.driver = new ChromeDriver(service, options);
        this.baseUrl = baseUrl;
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void open(String path) {
        driver.get(baseUrl + path);
    }

    /** Waits until it shows, then gives it. */
    public WebElement find(By by) {
        return new WebDriverWait(driver, Duration.ofSeconds(20))
                .withMessage(() -> {
                    screenshot("not-seen");
                    return "not seen: " + by + " at " + driver.getCurrentUrl() + "\n" + text();
                })
                .until(ExpectedConditions.visibilityOfElementLocated(by));
    }

    public WebElement link(String text) {
        return find(By.xpath("//a[normalize-space()='" + text + "']"));
    }

    public WebElement button(String text) {
        return find(By.xpath(
                "//button[normalize-space()='" + text + "'] | //input[@type='submit'][@value='" + text + "']"));
    }

    /** The field that the label with this text belongs to. */
    public WebElement field(String label) {
        WebElement found = find(By.xpath("//label[starts-with(normalize-space(), '" + label + "')]"));
        return driver.findElement(By.id(String.valueOf(found.getDomAttribute("for"))));
    }

    public void type(String label, String value) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(value);
    }

    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Waits until the page says so, in capitals or not. */
    public void sees(String words) {
        new WebDriverWait(driver, Duration.ofSeconds(40))
                .withMessage(() -> "the page never said '" + words + "'; it says:\n" + text())
                // a page that is just being left is reported in more than one way
                .ignoring(WebDriverException.class)
                .until(page -> text().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)));
    }

    /** Logs in on the host's login page and, when asked, into the secure administrator session. */
    public void logIn(String username, String password) {
        open("/login.action");
        find(By.name("os_username")).sendKeys(username);
        find(By.name("os_password")).sendKeys(password);
        find(By.name("os_password")).submit();
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(page -> !String.valueOf(page.getCurrentUrl()).contains("login.action"));
    }

    /** Opens an administrator's page, giving the password again where the host asks for it. */
    public void openAsAdministrator(String path, String password) {
        open(path);
        if (String.valueOf(driver.getCurrentUrl()).contains("authenticate")) {
            WebElement field = find(By.cssSelector("input[type=password]"));
            field.sendKeys(password);
            field.submit();
            new WebDriverWait(driver, Duration.ofSeconds(20))
                    .until(page -> !String.valueOf(page.getCurrentUrl()).contains("authenticate"));
        }
    }

    /** The page's source, as it is now. */
    public String source() {
        return String.valueOf(driver.getPageSource());
    }

    /** Keeps a picture of the whole page among the build artifacts. */
    public void screenshot(String name) {
        try {
            Path folder = Path.of(System.getProperty("screenshots"));
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
