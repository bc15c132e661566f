package vn.dondoc.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser, with nobody before it. */
public final class Chromium implements AutoCloseable {
    /** A telephone's width. */
    public static final int NARROW = 360;

    /** A desk's. */
    public static final int WIDE = 1200;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final List<String> ALONE_ON_THIS_MACHINE = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--lang=vi");

    private final ChromeDriver driver;
    private final Path profile;

    private Chromium(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** @param profile a folder of its own; downloads go into it, too */
    public static Chromium open(Path profile) {
        InstalledChromium installed = InstalledChromium.find();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed.browser().toFile());
        options.addArguments(ALONE_ON_THIS_MACHINE);
        options.addArguments("--user-data-dir=" + profile.resolve("chromium").toAbsolutePath());
        options.setExperimentalOption(
                "prefs",
                Map.of("download.default_directory", profile.toAbsolutePath().toString()));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed.driver().toFile())
                .build();
        Chromium chromium = new Chromium(new ChromeDriver(service, options), profile);
        chromium.wide(WIDE);
        return chromium;
    }

    public WebDriver driver() {
        return driver;
    }

    /** Where downloads go. */
    public Path downloads() {
        return profile;
    }

    /** From now on pages are that many pixels wide. */
    public void wide(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    public void goTo(String address) {
        driver.get(address);
    }

    /** Sets a cookie of the site whose page is open. */
    public void cookie(String name, String value) {
        driver.manage().addCookie(new Cookie.Builder(name, value).path("/").build());
    }

    /** The first that a selector finds, waited for. */
    public WebElement find(String selector) {
        return waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(selector)));
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Follows the link that reads so. */
    public void follow(String words) {
        waiting()
                .until(ExpectedConditions.elementToBeClickable(By.linkText(words)))
                .click();
    }

    /** Presses the button that reads so. */
    public void press(String words) {
        waiting()
                .until(ExpectedConditions.elementToBeClickable(By.xpath("//button[normalize-space()='" + words + "']")))
                .click();
    }

    /** Writes into a field, over what stands in it. */
    public void write(String selector, String text) {
        write(find(selector), text);
    }

    public void write(WebElement field, String text) {
        field.clear();
        field.sendKeys(text);
    }

    /** The field that has this label. */
    public WebElement labelled(String words) {
        WebElement label = waiting()
                .until(ExpectedConditions.presenceOfElementLocated(
                        By.xpath("//label[normalize-space()='" + words + "']")));
        return driver.findElement(By.id(Objects.requireNonNull(label.getDomAttribute("for"), words)));
    }

    /** Chooses a day in a calendar field, whatever order its parts are typed in on this machine. */
    public void choose(String selector, LocalDate day) {
        driver.executeScript("arguments[0].value = arguments[1]", find(selector), day.toString());
    }

    /** Waits until the page reads so somewhere. */
    public void reads(String words) {
        reads(words, PATIENCE);
    }

    /** Waits so long until the page reads so somewhere. */
    public void reads(String words, Duration patience) {
        waiting(patience)
                .ignoring(JavascriptException.class) // between two pages there is nothing to read
                .until(open -> text().contains(inOneLine(words)));
    }

    /** What the page reads, in one line: asked of the browser, as the driver takes seconds to gather it from a long table. */
    public String text() {
        return inOneLine(String.valueOf(driver.executeScript("return document.body.innerText")));
    }

    private static String inOneLine(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ").strip();
    }

    private WebDriverWait waiting() {
        return waiting(PATIENCE);
    }

    private WebDriverWait waiting(Duration patience) {
        return new WebDriverWait(driver, patience, BETWEEN_LOOKS);
    }

    /** Whether the page runs out of the window's side. */
    public boolean isTooWide() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"));
    }

    /** Faults that keep people out, by the rules of axe-core: what is wrong, and where. */
    public List<String> seriousFaults() {
        return new AxeBuilder()
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                        .analyze(driver)
                        .getViolations()
                        .stream()
                        .filter(fault -> SERIOUS.contains(fault.getImpact()))
                        .map(Chromium::inWords)
                        .toList();
    }

    private static String inWords(Rule fault) {
        return fault.getId() + ": " + fault.getHelp() + " at "
                + fault.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    /** Draws the whole page, once it is laid out: a page that has only just come has no width yet. */
    public void picture(Path file) {
        Map<String, Object> drawn = waiting()
                .ignoring(WebDriverException.class)
                .until(open -> driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true)));
        try {
            Files.write(file, Base64.getDecoder().decode((String) drawn.get("data")));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
