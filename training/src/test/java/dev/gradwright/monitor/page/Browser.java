package dev.gradwright.monitor.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window. Where none is installed tests are skipped. */
final class Browser implements AutoCloseable {

    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS =
            List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver", "/usr/local/bin/chromedriver");

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /** Starts one with a profile of its own. */
    static Browser start() throws IOException {
        String chromium = installed(System.getenv("CHROMIUM"), BROWSERS);
        String chromedriver = installed(System.getenv("CHROMEDRIVER"), DRIVERS);
        assumeTrue(
                chromium != null && chromedriver != null,
                "no Chromium with its chromedriver is installed: install the packages chromium and chromium-driver, or name both programs in CHROMIUM and CHROMEDRIVER");
        Path profile = Files.createTempDirectory("chromium-profile");
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(chromium)
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logging);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(chromedriver))
                .withSilent(true)
                .build();
        return new Browser(profile, new ChromeDriver(service, options));
    }

    /** Sets the size of the window, and whether the page is to be dark. */
    void setView(int width, int height, boolean isDark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
    }

    void open(String address) {
        driver.get(address);
    }

    /** What a piece of JavaScript returns. */
    Object run(String script) {
        return driver.executeScript(script);
    }

    /** Waits until a piece of JavaScript returns true. */
    void waitFor(String condition) {
        new WebDriverWait(driver, Duration.ofSeconds(30))
                .withMessage(condition)
                .until(page -> Boolean.TRUE.equals(run("return " + condition)));
    }

    /** The errors and warnings that the browser has written on its console since last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** A picture of the whole page as PNG. */
    byte[] picture() {
        Object size = run("return [document.documentElement.clientWidth, document.documentElement.scrollHeight]");
        List<?> sides = (List<?>) size;
        Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", sides.get(0), "height", sides.get(1), "scale", 1);
        Map<String, Object> result = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        return OutputType.BYTES.convertFromBase64Png((String) result.get("data"));
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
        }
    }

    private static String installed(String named, List<String> usual) {
        return Stream.concat(Stream.of(named).filter(Objects::nonNull), usual.stream())
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse(null);
    }
}
