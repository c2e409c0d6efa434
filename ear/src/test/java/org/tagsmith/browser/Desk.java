package org.tagsmith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tagsmith.shipped.RunningTagsmith;

/**
 * One running Tagsmith and one browser for all tests of this JVM, which get it as a parameter. Each
 * window is its own: no cookies or storage are shared.
 */
public final class Desk implements BeforeAllCallback, ParameterResolver {
  private static final Path PICTURES = Path.of("target", "screenshots");

  private static final Pattern CSRF =
      Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\">");

  private Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(Desk.class))
            .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Desk.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return this;
  }

  /** Tagsmith with its sandbox helpdesk. */
  RunningTagsmith tagsmith() {
    return running.tagsmith;
  }

  /** What the sandbox Zendesk answers its own pages. */
  String sandboxGet(String path) throws IOException, InterruptedException {
    return get(tagsmith().sandboxAt("/"), tagsmith().sandboxAt(path));
  }

  /** What the sandbox Freshdesk answers its own pages. */
  String freshdeskGet(String path) throws IOException, InterruptedException {
    return get(tagsmith().freshdeskAt("/"), tagsmith().freshdeskAt(path));
  }

  private String get(URI home, URI address) throws IOException, InterruptedException {
    String page = tagsmith().get(home).body();
    Matcher secret = CSRF.matcher(page);
    assertThat(secret.find()).isTrue();
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address).header("X-CSRF-Token", secret.group(1)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** A window of its own. */
  Window open(Look look) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(look.width(), look.height())
            .setLocale(look.language())
            .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setTimezoneId("UTC");
    if (look.forAxe()) {
      options.setBypassCSP(true);
    }
    return new Window(running.browser.newContext(options), look, running.tagsmith);
  }

  /**
   * How a window is looked at.
   *
   * @param language of the browser
   * @param dark whether the person prefers dark colours
   * @param forAxe whether scripts may be put into the page, which its policy forbids
   */
  record Look(String language, int width, int height, boolean dark, boolean forAxe) {
    static final Look DESK = new Look("en-US", 1280, 900, false, false);

    Look in(String other) {
      return new Look(other, width, height, dark, forAxe);
    }

    Look wide(int pixels) {
      return new Look(language, pixels, height, dark, forAxe);
    }

    Look inTheDark() {
      return new Look(language, width, height, true, forAxe);
    }

    Look openToAxe() {
      return new Look(language, width, height, dark, true);
    }

    /** A name for pictures, such as {@code zh-TW-320-dark}. */
    String named() {
      return language + "-" + width + (dark ? "-dark" : "");
    }
  }

  /** A browser window that notes everything that goes wrong in it. */
  static final class Window implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final Look look;
    private final RunningTagsmith tagsmith;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private Window(BrowserContext context, Look look, RunningTagsmith tagsmith) {
      this.context = context;
      this.look = look;
      this.tagsmith = tagsmith;
      page = context.newPage();
      page.setDefaultTimeout(30_000);
      page.onPageError(error -> troubles.add("script: " + error));
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") && !message.text().contains("status of 401")) {
              troubles.add("console: " + message.text());
            }
          });
    }

    Page page() {
      return page;
    }

    /** Errors of scripts, refused loads and broken content policies so far. */
    List<String> troubles() {
      return troubles;
    }

    /** The start page. */
    Page start() {
      page.navigate(tagsmith.at("/").toString());
      page.locator("h1").waitFor();
      return page;
    }

    /** The console, not signed in. */
    Page console() {
      page.navigate(tagsmith.at("/console/").toString());
      return page;
    }

    /** The console as this person; leaves the report on screen, or what the role may see. */
    Page signIn(String name, String password) {
      console();
      page.locator("#sign-in-name").fill(name);
      page.locator("#sign-in-password").fill(password);
      page.keyboard().press("Enter");
      page.locator("nav").first().waitFor();
      return page;
    }

    Page signInAsAdmin() {
      return signIn("admin", tagsmith.adminPassword());
    }

    /** Goes to a page of the console and waits until it shows what it has. */
    Page turnTo(String path) {
      page.evaluate("path => { location.hash = '#/' + path; }", path);
      page.locator("main h1").first().waitFor();
      page.waitForFunction("() => !document.querySelector('main .skels')");
      return page;
    }

    /** A ticket of the sandbox Zendesk with its sidebar ready. */
    FrameLocator ticket(long id) {
      agentSpeaks();
      page.navigate(tagsmith.sandboxAt("/agent/tickets/" + id).toString());
      return ready(page.frameLocator("#app"));
    }

    /** A ticket of the sandbox Freshdesk with its sidebar, in our app's page, ready. */
    FrameLocator freshdeskTicket(long id) {
      agentSpeaks();
      page.navigate(tagsmith.freshdeskAt("/agent/tickets/" + id).toString());
      return ready(page.frameLocator("#app").frameLocator("#sidebar"));
    }

    /** The sidebar's own page inside the one that is open. */
    Frame sidebarFrame() {
      return page.frames().stream()
          .filter(frame -> frame.url().startsWith(tagsmith.at("/sidebar/").toString()))
          .findFirst()
          .orElseThrow();
    }

    private void agentSpeaks() {
      page.addInitScript(
          "if (window === top) localStorage.setItem('sandbox.locale', '%s')"
              .formatted(look.language().startsWith("zh") ? look.language() : "en-US"));
    }

    private static FrameLocator ready(FrameLocator sidebar) {
      sidebar.locator("#reason-field").waitFor();
      return sidebar;
    }

    /** Keeps a picture for people to look at, in {@code ear/target/screenshots}. */
    void picture(String name) {
      picture(name, false);
    }

    void picture(String name, boolean whole) {
      try {
        Files.createDirectories(PICTURES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(PICTURES.resolve(name + "." + look.named() + ".png"))
              .setFullPage(whole));
    }

    @Override
    public void close() {
      context.close();
      assertThat(troubles).isEmpty();
    }
  }

  private static final class Running implements AutoCloseable {
    private final RunningTagsmith tagsmith;
    private final Playwright playwright;
    private final Browser browser;

    private Running(RunningTagsmith tagsmith, Playwright playwright, Browser browser) {
      this.tagsmith = tagsmith;
      this.playwright = playwright;
      this.browser = browser;
    }

    static Running start() {
      try {
        Optional<Path> chromium = Chromium.find();
        Path data = Files.createTempDirectory("tagsmith-desk");
        RunningTagsmith tagsmith =
            RunningTagsmith.start(RunningTagsmith.settings(data)).awaitReady();
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions();
        chromium.ifPresent(options::setExecutablePath);
        if (Chromium.isRoot()) {
          options.setArgs(List.of("--no-sandbox", "--disable-quic"));
        }
        return new Running(tagsmith, playwright, playwright.chromium().launch(options));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      // whatever becomes of the browser, no server is left running
      try (tagsmith;
          playwright) {
        browser.close();
      }
    }
  }
}
