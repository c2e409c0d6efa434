package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** A lead makes a new tag in the queue, and is told what speaks against it. */
@ExtendWith(Desk.class)
class NewTagIT {
  @Test
  void a_new_tag_is_held_against_the_rules_and_the_tags_that_are_there_while_it_is_typed(
      Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      Keyboard keys = page.keyboard();
      press(keys, "g", "u");
      page.locator("tbody tr").first().waitFor();
      press(keys, "a", "ArrowDown");
      String label = active(page);
      press(keys, "n");
      Locator name = page.locator("#new-name");
      Locator near = page.locator("new-tag .near li");
      name.fill("Upgrade_CraditCard");
      assertThat(page.locator("new-tag .rules .failed")).hasCount(0);
      assertThat(near.first()).containsText("Upgrade_CreditCard");
      assertThat(near.first()).containsText(Pattern.compile("[1-9][0-9,]* contacts"));
      window.picture("queue-near");

      name.fill("Upgrade_metal-card");
      assertThat(page.locator("new-tag .rules .failed").first()).isVisible();
      Locator corrected = page.locator("new-tag .watch > p button");
      assertThat(corrected).containsText("Use Upgrade_");
      window.picture("queue-corrected");
      press(keys, "ArrowDown");
      assertThat(corrected).isFocused();
      press(keys, "Enter");
      assertThat(name).isFocused();
      assertThat(name).hasValue("Upgrade_MetalCard");
      assertThat(page.locator("new-tag .rules .failed")).hasCount(0);

      name.fill("Upgrade_CraditCard");
      assertThat(near.first()).containsText("Upgrade_CreditCard");
      press(keys, "ArrowDown");
      assertThat(near.first().locator("button")).isFocused();
      press(keys, "ArrowUp");
      assertThat(name).isFocused();
      press(keys, "ArrowDown", "Enter");
      assertThat(page.locator(".toast")).containsText(label);
      assertThat(page.locator(".toast")).containsText("is now Upgrade_CreditCard");
      press(keys, "z");
      assertThat(page.locator("tbody tr[aria-selected=true]")).hasAttribute("data-label", label);

      press(keys, "n");
      name.fill("upgrade_");
      press(keys, "Enter");
      assertThat(page.locator("#new-error")).containsText("breaks the house’s rules");
      window.troubles().removeIf(line -> line.contains("409"));
    }
  }

  private static String active(Page page) {
    return page.locator("tbody tr[aria-selected=true]").getAttribute("data-label");
  }

  private static void press(Keyboard keys, String... wanted) {
    for (String key : wanted) {
      keys.press(key);
    }
  }
}
