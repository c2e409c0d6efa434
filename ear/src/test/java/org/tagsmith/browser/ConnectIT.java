package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;

/** An admin connects a helpdesk that the configuration does not know, by keyboard alone. */
@ExtendWith(Desk.class)
class ConnectIT {
  private static final String EMAIL = "api@harbourbank.example";
  private static final String KEY = "s3cret-key-of-the-bank";
  private static SandboxZendesk zendesk;
  private static SandboxFreshdesk freshdesk;

  @BeforeAll
  static void open(Desk desk) throws IOException {
    zendesk =
        SandboxZendesk.start(
            org.tagsmith.sandbox.zendesk.SandboxSettings.builder()
                .port(desk.tagsmith().allowedPort(0))
                .tickets(40)
                .apiToken(KEY)
                .subdomain("localhost:" + desk.tagsmith().allowedPort(0))
                .tagsmithUrl(desk.tagsmith().at(""))
                .build());
    freshdesk =
        SandboxFreshdesk.start(
            org.tagsmith.sandbox.freshdesk.SandboxSettings.builder()
                .port(desk.tagsmith().allowedPort(1))
                .tickets(40)
                .archiveAfterDays(0)
                .apiKey(KEY)
                .build());
  }

  @AfterAll
  static void close() {
    zendesk.close();
    freshdesk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, zendesk, refused this e-mail, is connected, May read all tickets",
    "en-US, freshdesk, refused this API key, is connected, May read all tickets",
    "zh-TW, zendesk, 拒絕了這個電子郵件, 已連接, 可讀取所有工單",
    "zh-CN, freshdesk, 拒绝了这个 API 密钥, 已连接, 可读取所有工单"
  })
  void from_nothing_to_a_connected_account(
      String language, String vendor, String refused, String connected, String read, Desk desk) {
    String host = "localhost:" + desk.tagsmith().allowedPort(vendor.equals("zendesk") ? 0 : 1);
    try (Window window = desk.open(Look.DESK.in(language))) {
      Page page = openForm(window);
      page.keyboard().press("Tab");
      if (vendor.equals("freshdesk")) {
        page.keyboard().press("ArrowDown");
      }
      page.keyboard().press("Tab");
      assertThat(page.locator("#connect-subdomain")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#connect-subdomain")).isFocused();
      assertThat(page.locator("#connect-subdomain-error")).isVisible();

      page.keyboard().type(host);
      page.keyboard().press("Tab");
      if (vendor.equals("zendesk")) {
        page.keyboard().type(EMAIL);
        page.keyboard().press("Tab");
      }
      page.keyboard().type("wrong");
      page.keyboard().press("Enter");
      assertThat(page.locator("#connect-key-error")).containsText(refused);
      assertThat(page.locator("#connect-key")).isFocused();
      assertThat(page.locator("#connect-subdomain")).hasValue(host);
      window.troubles().removeIf(line -> line.contains("status of 400"));

      page.locator("#connect-key").fill(KEY);
      page.locator("[data-act=test]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("ul.steps")).containsText(read);
      window.picture("connect-tested-" + vendor);
      page.locator("#connect-key").focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Enter");

      assertThat(page.locator("main .told")).containsText(host);
      assertThat(page.locator("main .told")).containsText(connected);
      Locator account = page.locator("article").filter(with(host));
      assertThat(account).hasCount(1);
      assertThat(account.locator(".facts dd").first())
          .hasText(
              Pattern.compile("[1-9][0-9]*"),
              new LocatorAssertions.HasTextOptions().setTimeout(60_000));
      window.picture("connected-" + vendor, true);
      setUpSidebar(window, account, vendor);
      if (vendor.equals("zendesk")) {
        openSidebar(window, host);
        page.goBack();
      }
      disconnect(window, page, account, host);
    }
  }

  @Test
  void the_account_that_the_configuration_connects_is_shown_as_the_operators(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("helpdesks");
      Locator account = page.locator("article").filter(with("harbourbank · Zendesk"));

      assertThat(account).containsText("Set by the operator");
      assertThat(account.locator("[data-open=leave]")).hasCount(0);
      account.locator("button").filter(with("Pause reading")).press("Enter");
      assertThat(account.locator(".badge").first()).hasText("Paused");
      account.locator("button").filter(with("Resume reading")).press("Enter");
      assertThat(account.locator(".badge").first()).not().hasText("Paused");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void the_form_fits_its_window(int width, Desk desk) {
    for (String language : new String[] {"en-US", "zh-TW", "zh-CN"}) {
      try (Window window = desk.open(Look.DESK.in(language).wide(width))) {
        Page page = openForm(window);
        window.picture("connect-form", true);

        Assertions.assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(width);
      }
    }
  }

  private static Page openForm(Window window) {
    Page page = window.signInAsAdmin();
    window.turnTo("helpdesks");
    page.locator("[data-act=connect]").press("Enter");
    assertThat(page.locator("#connect-title")).isFocused();
    return page;
  }

  /** What Zendesk gives is pasted, what Freshdesk is given is made here and shown once. */
  private static void setUpSidebar(Window window, Locator account, String vendor) {
    Locator part = account.locator("[data-part=sidebar]");
    Locator badge = part.locator("summary .badge");
    String before = badge.innerText();
    part.locator("summary").press("Enter");
    assertThat(part.locator("a[download]")).isVisible();
    if (vendor.equals("zendesk")) {
      Locator field = part.locator("textarea");
      field.fill("no key");
      part.locator("[type=submit]").press("Enter");
      assertThat(part.locator(".errtext")).isVisible();
      assertThat(field).isFocused();
      window.troubles().removeIf(line -> line.contains("status of 400"));
      field.fill(zendesk.appPublicKeyPem());
      part.locator("[type=submit]").press("Enter");
      assertThat(field).hasCount(0);
    } else {
      part.locator("button").first().press("Enter");
      assertThat(part.locator(".copy input")).hasValue(Pattern.compile("[A-Za-z0-9_-]{43}"));
    }
    assertThat(badge).not().hasText(before);
    window.picture("sidebar-set-up-" + vendor, true);
  }

  /** The agents of the account that was just connected have the sidebar beside their tickets. */
  private static void openSidebar(Window window, String host) {
    Page page = window.page();
    page.navigate("http://" + host + "/agent/tickets/1");
    assertThat(page.frameLocator("#app").locator("#reason-field")).isVisible();
    window.picture("sidebar-of-a-connected-account");
  }

  private static void disconnect(Window window, Page page, Locator account, String host) {
    account.locator("[data-open=leave]").press("Enter");
    account.locator("input[value=delete]").press("Space");
    account.locator("input[name=confirm]").fill("something else");
    page.keyboard().press("Enter");
    assertThat(account.locator(".errtext")).containsText(host);
    account.locator("input[name=confirm]").fill(host);
    page.keyboard().press("Enter");

    assertThat(account).hasCount(0);
    assertThat(page.locator("main .told")).containsText(host);
    window.troubles().removeIf(line -> line.contains("status of 404"));
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
