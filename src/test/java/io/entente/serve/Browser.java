package io.entente.serve;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium on pages of one address. Tests that want one are skipped where there is none. */
final class Browser implements AutoCloseable {
    static final Dimension DESK = new Dimension(1440, 900);
    static final Dimension PHONE = new Dimension(390, 844);

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final String home;

    private Browser(ChromeDriver driver, String home) {
        this.driver = driver;
        this.home = home;
    }

    /** Starts one; the test is skipped, and says so, where Chromium or its driver is missing. */
    static Browser start(String home) {
        Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> service = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && service.isPresent(),
                "no Chromium with its driver here (Debian: apt-get install chromium chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--no-proxy-server",
                "--lang=en-GB");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(service.orElseThrow().toFile())
                        .build(),
                options);
        Browser browser = new Browser(driver, home);
        browser.size(DESK);
        return browser;
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The page's own size: a window of Chromium is not as narrow as a phone. */
    void size(Dimension size) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        size.width,
                        "height",
                        size.height,
                        "deviceScaleFactor",
                        size.width < 600 ? 2 : 1,
                        "mobile",
                        size.width < 600));
    }

    /** What the system says of the reader: {@code prefers-color-scheme}, {@code prefers-reduced-motion}. */
    void prefer(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** Opens a state of the dashboard afresh, e.g. {@code #/pair/CHN-RUS}. */
    void open(String state) {
        driver.get("about:blank");
        driver.get(home + state);
    }

    void go(String url) {
        driver.get(url);
    }

    String address() {
        return driver.getCurrentUrl().substring(home.length());
    }

    void back() {
        driver.navigate().back();
    }

    void reload() {
        driver.navigate().refresh();
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The first element that is seen, as soon as there is one. */
    WebElement find(String css) {
        return Objects.requireNonNull(Awaitility.await(css)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(StaleElementReferenceException.class)
                .until(
                        () -> all(css).stream()
                                .filter(WebElement::isDisplayed)
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull));
    }

    /** Waits until the element's text contains {@code words}. */
    void awaitText(String css, String words) {
        Awaitility.await(css + " with '" + words + "'")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(StaleElementReferenceException.class)
                .until(() ->
                        all(css).stream().anyMatch(element -> element.getText().contains(words)));
    }

    /** Waits until {@code script} is true. */
    void await(String script) {
        Awaitility.await(script)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Boolean.TRUE.equals(js("return Boolean(" + script + ")")));
    }

    @SuppressWarnings("unchecked")
    <T> T js(String script, Object... arguments) {
        return (T) driver.executeScript(script, arguments);
    }

    /** Serious and critical findings of axe on the page as it stands, one a line. @param rules which; none for all of WCAG 2.2 AA and good practice */
    List<String> faults(String... rules) {
        if (Boolean.TRUE.equals(js("return !window.axe"))) {
            driver.executeScript(axe());
        }
        List<Map<String, Object>> found = cast(driver.executeAsyncScript(
                """
                const [rules, done] = arguments;
                axe.run(document, {runOnly: rules.length ? rules : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                  .then(result => done(result.violations.flatMap(rule => rule.nodes.map(node =>
                    ({impact: rule.impact, text: rule.id + ' ' + node.target + ': ' + node.html.slice(0, 200) + ' ' + (node.any[0]?.message ?? '')})))));
                """,
                List.of(rules)));
        return found.stream()
                .filter(fault -> List.of("serious", "critical").contains(fault.get("impact")))
                .map(fault -> String.valueOf(fault.get("text")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Errors on the console since the last call: scripts that failed, what the content policy refused, what was not found. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What sticks out of a window of this width to the right and cannot be scrolled to by itself. */
    List<String> wider(int width) {
        return js(
                """
                const clipped = element => element.closest('.scroll, svg, .hidden, .skip');
                return [...document.querySelectorAll('body *')].filter(element => !clipped(element) && element.getBoundingClientRect().right > arguments[0] + 1)
                  .map(element => element.localName + '.' + element.className);
                """,
                width);
    }

    /** Keeps requests to addresses that fit {@code pattern} waiting until {@link #release}. */
    void hold(String pattern) {
        driver.executeCdpCommand("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", pattern))));
    }

    void release() {
        driver.executeCdpCommand("Fetch.disable", Map.of());
    }

    /** A picture of what is seen. */
    void picture(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    ChromeDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
