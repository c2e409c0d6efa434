package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/**
 * The whole journey of a lead: hundreds of unmapped labels become fewer than twenty, are published,
 * and all of it is taken back. Says how long a person would take for it: less than ten minutes.
 */
@ExtendWith(Desk.class)
class CleaningIT {
  private static final int TEN_MINUTES = 600;

  private static final int TWENTY = 20;

  @Test
  void by_keyboard_alone_in_chinese_the_mess_is_cleaned_published_and_all_undone(Desk desk)
      throws IOException {
    clean(desk, Look.DESK.in("zh-TW"), LeadsHands.OnKeys::new, "已撤銷");
  }

  @Test
  void by_mouse_in_english_the_mess_is_cleaned_published_and_all_undone(Desk desk)
      throws IOException {
    clean(desk, Look.DESK, LeadsHands.OnMouse::new, "was taken back");
  }

  private static void clean(
      Desk desk, Look look, BiFunction<Page, KeystrokeLevel, LeadsHands> use, String undone)
      throws IOException {
    try (Window window = desk.open(look)) {
      Page page = window.signInAsAdmin();
      KeystrokeLevel effort = new KeystrokeLevel();
      LeadsHands hands = use.apply(page, effort);
      Locator queued = page.locator("nav a[href='#/unmapped'] .n");
      assertThat(queued).isVisible();
      String before = queued.innerText();
      assertThat(Integer.parseInt(before)).isGreaterThan(200);
      hands.open(page);
      page.locator("tbody tr").first().waitFor();
      window.picture("cleaning-first");

      Cleaning cleaning = new Cleaning(page, hands, new LeadsMind());
      cleaning.until(TWENTY);
      window.picture("cleaning-done");
      hands.review();
      effort.lookAround();
      page.locator(".review .btn.primary").waitFor();
      window.picture("cleaning-review");
      hands.publish();
      Locator undo = page.locator(".told .banner.ok button");
      assertThat(undo).isVisible();
      effort.lookAround();
      assertThat(queued).not().hasText(before);
      assertThat(Integer.parseInt(queued.innerText())).isLessThan(TWENTY);
      window.picture("cleaning-published");

      hands.undo();
      assertThat(page.locator(".told .banner.ok")).containsText(undone);
      assertThat(queued).hasText(before);
      System.out.println("Cleaning " + look.named() + ": " + effort);
      // a label that spells its new tag needs no alias; the page asks, and takes that as fulfilled
      window.troubles().removeIf(line -> line.contains("409"));
      assertThat(effort.seconds()).as(effort.toString()).isLessThan(TEN_MINUTES);
    }
  }
}
