package io.entente.serve;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the dashboard in a real browser: each class has a dashboard of its own, and says what is on it. */
abstract class InBrowser {
    @TempDir
    static Path folder;

    static DashboardFixture served;
    static Browser browser;

    @BeforeAll
    static void openBrowser() {
        served = new DashboardFixture(folder.resolve("model"));
        browser = Browser.start(served.url());
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
        served.close();
    }

    @BeforeEach
    void deskAndNoErrorsOfOthers() {
        browser.size(Browser.DESK);
        browser.errors();
    }

    static String text(String css) {
        return browser.find(css).getText();
    }
}
