package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** Two leads at once: each sees what the other did, and nothing of either is lost. */
@ExtendWith(Desk.class)
class TwoLeadsIT {
  private static final String PASSWORD = "a-long-enough-one";

  private static final String SEND =
      """
      async ([method, path, body]) => {
        const answer = await fetch('/api/' + path, { method,
          headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
          body: JSON.stringify(body) });
        if (!answer.ok) throw new Error(await answer.text());
        return answer.status === 204 ? null : answer.json();
      }
      """;

  /** Publishes what a function makes of the newest vocabulary; answers the version. */
  private static final String PUBLISH =
      """
      async (note) => {
        const vocabulary = await (await fetch('/api/vocabulary')).json();
        const id = (name) => vocabulary.tags.find((tag) => tag.name === name).id;
        const answer = await fetch('/api/vocabulary/changes', { method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
          body: JSON.stringify({ base: vocabulary.version, note, changes: [(%s)(vocabulary, id)] }) });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()).version;
      }
      """;

  private static final String CONTENT =
      """
      async () => {
        const { version, publishedAt, publishedBy, ...content } = await (await fetch('/api/vocabulary')).json();
        return JSON.stringify(content);
      }
      """;

  private static final String UNDO_BACK_TO =
      """
      async (first) => {
        const { version } = await (await fetch('/api/vocabulary')).json();
        for (let each = version; each > first; each--)
          await fetch(`/api/vocabulary/versions/${each}/undo`, { method: 'POST', body: '{}',
            headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' } });
      }
      """;

  @Test
  void who_is_second_at_the_same_tag_sees_who_changed_what_and_goes_on_or_lets_go(Desk desk) {
    try (Window ours = desk.open(Look.DESK);
        Window hers = desk.open(Look.DESK)) {
      Page page = ours.signInAsAdmin();
      addLead(page, "noa");
      int start = version(page);
      String before = (String) page.evaluate(CONTENT);
      Page other = hers.signIn("noa", PASSWORD);
      hers.turnTo("tags");

      // one renames, the other merges: told when she publishes, her choice and her reason are kept
      decide(other, "Card_Pin", "m");
      choose(other, "card lost");
      int renamed =
          publish(
              page,
              "(v, id) => ({ do: 'rename-tag', tagId: id('Card_Pin'), name: 'Card_Secret' })",
              "clearer");
      publish(
          page,
          "(v, id) => ({ do: 'place-label', label: 'no matter', tagId: id('Account_Balance') })",
          "else");
      see(other);
      other.locator("#tag-note").fill("the same thing");
      see(other);
      told(other, "admin changed the same at", "version " + renamed, "Why: clearer");
      assertThat(other.locator(".meanwhile")).not().containsText("no matter");
      assertThat(other.locator(".decide tbody")).containsText("Card_Pin");
      assertThat(other.locator(".decide tbody")).containsText("Card_Secret");
      hers.picture("two-leads-tag");
      goOn(other);
      assertThat(other.locator("#decide-title")).containsText("Card_Secret");
      assertThat(other.locator(".decide .taken")).containsText("Card_LostOrStolen");
      see(other);
      assertThat(other.locator("#tag-note")).hasValue("the same thing");
      publishNow(other);
      assertThat(other.locator(".dock")).containsText("Card_Secret merged into Card_LostOrStolen");

      // one merges, the other renames, by keyboard: what cannot be any more is told at once
      Keyboard keys = other.keyboard();
      decide(other, "TopUp_Failed", "r");
      keys.press("Control+a");
      keys.type("TopUp_Broken");
      publish(page, merge("TopUp_Failed", "TopUp_Pending"), "one matter");
      keys.press("Enter");
      told(
          other,
          "admin changed the same at",
          "Why: one matter",
          "Retired, counts for TopUp_Pending");
      tabTo(other, "Go on with mine");
      keys.press("Enter");
      assertThat(other.locator(".decide .banner.warn")).containsText("it is restored first");
      assertThat(other.locator("[name=name]")).hasValue("TopUp_Broken");
      tabTo(other, "See what it does");
      keys.press("Enter");
      assertThat(other.locator("change-preview")).containsText("Restore");
      tabTo(other, "Rename the tag");
      keys.press("Enter");
      assertThat(other.locator(".dock")).containsText("TopUp_Failed is now TopUp_Broken");

      // each merges one into the other: the second lets go, and nothing is published
      decide(other, "Payment_Reverted", "m");
      choose(other, "Payment_Refund");
      int crossed = publish(page, merge("Payment_Refund", "Payment_Reverted"), "");
      see(other);
      told(other, "Payment_Refund", "Retired, counts for Payment_Reverted");
      other.locator(".decide .btn").filter(words("Keep theirs")).click();
      assertThat(other.locator("#tag-title")).containsText("Payment_Reverted");
      assertThat(other.locator(".tagdetail")).containsText("Payment_Refund");
      assertThat(version(page)).isEqualTo(crossed);

      page.evaluate(UNDO_BACK_TO, start);
      assertThat(page.evaluate(CONTENT)).isEqualTo(before);
      ours.troubles().removeIf(line -> line.contains("409"));
      hers.troubles().removeIf(line -> line.contains("409"));
    }
  }

  @Test
  void the_same_for_codes_rules_and_questions_in_chinese_on_a_narrow_page(Desk desk) {
    try (Window ours = desk.open(Look.DESK);
        Window hers = desk.open(Look.DESK.in("zh-TW").wide(320))) {
      Page page = ours.signInAsAdmin();
      addLead(page, "lea");
      int start = version(page);
      String before = (String) page.evaluate(CONTENT);
      Page other = hers.signIn("lea", PASSWORD);

      // who ends a tag is told what somebody else made lead to it
      hers.turnTo("tags");
      decide(other, "Transfer_Fee", "x");
      publish(page, merge("Cash_Fee", "Transfer_Fee"), "one fee");
      see(other);
      publishNow(other);
      told(other, "admin 在", "變更了相同內容", "one fee", "已停用");
      hers.picture("two-leads-tag");
      goOn(other);
      see(other);
      publishNow(other);
      assertThat(other.locator(".dock")).containsText("已停用");

      hers.turnTo("codes");
      other.locator("tr[data-code='17'] .rowacts button").first().click();
      other.locator("#code-department").fill("My desk");
      publish(
          page,
          "(v) => { const c = v.codes.find((c) => c.number === 17); return { do: 'describe-code', number: 17, about:"
              + " { tagId: c.houseTagId, names: { ...c.names, en: 'It did not go through' }, examples: c.examples,"
              + " department: 'Their desk', parent: c.parent, groups: c.groups ?? [] } }; }",
          "in their words");
      other.locator(".codeform button[type=submit]").click();
      other.locator("#publish-note").fill("mine");
      other.locator(".publishing .btn.primary").first().click();
      told(other, "admin 在", "in their words", "Their desk", "It did not go through");
      hers.picture("two-leads-code");
      other.locator("[data-act=go-on]").press("Enter");
      assertThat(other.locator("#code-department")).hasValue("My desk");
      assertThat(other.locator("#code-department-theirs")).containsText("Their desk");
      assertThat(other.locator("#code-name-en")).hasValue("It did not go through");
      other.locator(".codeform button[type=submit]").click();
      assertThat(other.locator("#publish-note")).hasValue("mine");
      other.locator(".publishing .btn.primary").first().click();
      assertThat(other.locator("publish-panel .banner.ok")).containsText("已發布");
      assertThat(other.locator("tr[data-code='17']")).containsText("My desk");

      hers.turnTo("rules");
      other.locator("#rule-longest").fill("39");
      publish(
          page,
          "(v) => ({ do: 'set-rules', rules: { ...v.rules, longest: 38, forbiddenWords: ['theirs'] } })",
          "shorter");
      other.locator("#rules-look").click();
      other.locator(".publishing .btn.primary").first().click();
      told(other, "shorter", "38", "theirs");
      other.locator("[data-act=go-on]").click();
      assertThat(other.locator("#rule-longest")).hasValue("39");
      assertThat(other.locator("#naming-rule-length-theirs")).containsText("38");
      assertThat(other.locator("#rule-forbidden")).hasValue("theirs");
      other.locator("#naming-rule-length-theirs").scrollIntoViewIfNeeded();
      hers.picture("two-leads-rules");
      other.locator("#rules-look").click();
      other.locator(".publishing .btn.primary").first().click();
      assertThat(other.locator("publish-panel .banner.ok")).containsText("已發布");

      publish(page, asked("first"), "");
      hers.turnTo("questions");
      other.locator("[data-question] [data-do=edit]").click();
      other.locator("[name='guidance.zh-Hant']").fill("先看卡片");
      publish(page, asked("second"), "other words");
      see(other);
      publishNow(other);
      told(other, "other words", "second");
      goOn(other);
      assertThat(other.locator("[name='guidance.zh-Hant']")).hasValue("先看卡片");
      assertThat(other.locator("[name='guidance.en']")).hasValue("second");
      see(other);
      publishNow(other);
      assertThat(other.locator(".questions > li")).containsText("先看卡片");

      page.evaluate(UNDO_BACK_TO, start);
      assertThat(page.evaluate(CONTENT)).isEqualTo(before);
      ours.troubles().removeIf(line -> line.contains("409"));
      hers.troubles().removeIf(line -> line.contains("409"));
    }
  }

  @Test
  void review_says_of_each_decision_who_decided_the_label_first_and_what(Desk desk) {
    try (Window ours = desk.open(Look.DESK);
        Window hers = desk.open(Look.DESK)) {
      Page page = ours.signInAsAdmin();
      addLead(page, "ida");
      int start = version(page);
      Page other = hers.signIn("ida", PASSWORD);
      hers.turnTo("unmapped");
      other.keyboard().press("a");
      for (String label : List.of("scam", "phishing", "refinance")) {
        find(other, label);
        other.keyboard().press("i");
        assertThat(other.locator(".toast")).containsText(label);
      }
      other.evaluate(
          SEND,
          List.of(
              "POST",
              "vocabulary/draft",
              Map.of(
                  "base",
                  start,
                  "changes",
                  List.of(Map.of("do", "place-label", "label", "mortgage_rate", "tagId", 37)))));

      publish(
          page,
          "(v, id) => ({ do: 'place-label', label: 'scam', tagId: id('Card_Compromised') })",
          "");
      publish(page, "() => ({ do: 'ignore-label', label: 'phishing' })", "");
      publish(page, "(v, id) => ({ do: 'retire-tag', tagId: id('Cash_WrongAmount') })", "");

      other.keyboard().press("p");
      assertThat(other.locator(".overtaken")).containsText("labels have a meaning by now");
      decision(other, "scam", "Means Card_Compromised by now · admin, version " + (start + 1));
      decision(other, "phishing", "By now: Carries no reason · admin, version " + (start + 2));
      decision(other, "mortgage_rate", "retired", "admin, version " + (start + 3));
      assertThat(row(other, "refinance")).not().containsText("admin");
      hers.picture("two-leads-review");
      row(other, "scam").locator("button").press("Enter");
      assertThat(row(other, "scam")).hasCount(0);
      row(other, "mortgage_rate").locator("button").click();
      assertThat(row(other, "mortgage_rate")).hasCount(0);
      other.keyboard().press("Control+Enter");
      assertThat(other.locator(".told .banner.ok button")).isVisible();
      String scam =
          "v.tags.find((tag) => tag.name === 'Card_Compromised').aliases.includes('scam')";
      assertThat(
              page.evaluate(
                  "async () => { const v = await (await fetch('/api/vocabulary')).json(); return "
                      + scam
                      + "; }"))
          .isEqualTo(true);

      page.evaluate(UNDO_BACK_TO, start);
      ours.troubles().removeIf(line -> line.contains("409"));
    }
  }

  @Test
  void the_same_label_is_decided_once_and_the_other_lead_is_told_by_whom(Desk desk) {
    try (Window ours = desk.open(Look.DESK);
        Window hers = desk.open(Look.DESK.in("zh-TW"))) {
      Page page = ours.signInAsAdmin();
      addLead(page, "mia");
      Page other = hers.signIn("mia", PASSWORD);
      String before = waiting(page).innerText();
      ours.turnTo("unmapped");
      hers.turnTo("unmapped");

      find(other, "refinance");
      other.keyboard().press("i");
      assertThat(other.locator(".toast")).containsText("已忽略");
      find(page, "refinance");
      page.keyboard().press("i");
      assertThat(page.locator(".toast")).containsText("refinance");
      assertThat(page.locator(".toast")).containsText("mia decided this already");
      assertThat(page.locator("tr[data-label=refinance].theirs")).isVisible();
      page.keyboard().press("i");
      assertThat(page.locator("tr[data-label=refinance].theirs")).isVisible();
      find(page, "phishing");
      page.keyboard().press("i");
      assertThat(page.locator("nav a[href='#/review']")).isVisible();

      int direct = publish(other, "() => ({ do: 'ignore-label', label: 'remortgage' })", "");
      other.keyboard().press("p");
      other.locator(".review .btn.primary").waitFor();
      other.keyboard().press("Control+Enter");
      assertThat(other.locator(".told .banner.ok button")).isVisible();
      assertThat(page.locator(".told .banner"))
          .containsText(
              "mia published version",
              new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
      assertThat(page.locator(".told .banner")).containsText("Your draft is kept");
      find(page, "refinance");
      assertThat(page.locator("tr[data-label=refinance].theirs")).isVisible();
      assertThat(page.locator(".pane")).containsText("mia published a decision about this");
      ours.picture("two-leads");
      find(page, "remortgage");
      assertThat(page.locator("tr[data-label=remortgage].theirs")).isVisible();
      find(page, "refinance");
      page.locator(".told .banner button").click();
      assertThat(page.locator("main .empty")).containsText("refinance");

      page.keyboard().press("p");
      page.locator(".review .btn.primary").waitFor();
      page.keyboard().press("Control+Enter");
      page.locator(".told .banner.ok button").click();
      assertThat(page.locator(".told .banner.ok")).containsText("was taken back");
      other.locator(".told .banner.ok button").click();
      assertThat(other.locator(".told .banner.ok")).containsText("已撤銷");
      send(page, "POST", "vocabulary/versions/" + direct + "/undo", Map.of());
      assertThat(waiting(page)).not().hasText("");
      page.reload();
      assertThat(waiting(page)).hasText(before);
      ours.troubles().removeIf(line -> line.contains("409"));
    }
  }

  private static Locator row(Page page, String label) {
    return page.locator(
        "change-preview .preview > .scroll tr:has(td:first-child bdi:text-is('" + label + "'))");
  }

  private static void decision(Page page, String label, String... told) {
    for (String each : told) {
      assertThat(row(page, label)).containsText(each);
    }
  }

  private static String asked(String guidance) {
    return ("(v, id) => ({ do: 'ask', question: { label: 'two things', guidance: { en: '%s' }, choices:"
            + " [{ houseTagId: id('Card_Pin'), when: {}, beside: [] }, { houseTagId: id('Card_Delivery'), when: {}, beside: [] }] } })")
        .formatted(guidance);
  }

  private static String merge(String from, String into) {
    return "(v, id) => ({ do: 'merge-tag', tagId: id('%s'), intoId: id('%s') })"
        .formatted(from, into);
  }

  private static int publish(Page page, String change, String note) {
    return (int) page.evaluate(PUBLISH.formatted(change), note);
  }

  private static int version(Page page) {
    return (int)
        page.evaluate(
            "() => fetch('/api/vocabulary').then((a) => a.json()).then((v) => v.version)");
  }

  /** Opens a tag and begins a decision about it by its key. */
  private static void decide(Page page, String tag, String key) {
    page.locator("main input[type=search]").fill(tag);
    page.locator(".tagtable tbody tr[data-tag]").first().click();
    page.locator("#tag-title").waitFor();
    page.locator("#tag-title").focus();
    page.keyboard().press(key);
    page.waitForFunction(
        "() => document.querySelector('.decide form')?.contains(document.activeElement)");
  }

  private static void choose(Page page, String name) {
    page.locator("[name=intoId]").fill(name);
    page.locator(".decide [role=option]").first().click();
  }

  /** The next step of a decision. */
  private static void see(Page page) {
    page.locator(".decide form .primary").click();
  }

  private static void publishNow(Page page) {
    page.locator("#tag-note").waitFor();
    see(page);
  }

  private static void goOn(Page page) {
    page.locator(".meanwhile + .rowacts .primary").click();
  }

  private static void told(Page page, String... words) {
    for (String each : words) {
      assertThat(page.locator(".meanwhile")).containsText(each);
    }
  }

  private static void tabTo(Page page, String button) {
    Locator wanted = page.locator(".decide button").filter(words(button));
    wanted.waitFor();
    for (int tabs = 0; tabs < 40; tabs++) {
      if (wanted.evaluate("(e) => e === document.activeElement").equals(true)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(button + " is not reached by Tab");
  }

  private static Locator.FilterOptions words(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void find(Page page, String label) {
    page.locator(".tools input[type=search]").fill(label);
    page.keyboard().press("Enter");
  }

  private static Locator waiting(Page page) {
    return page.locator("nav a[href='#/unmapped'] .n");
  }

  private static void addLead(Page admin, String name) {
    send(admin, "POST", "people", Map.of("name", name, "role", "lead", "password", PASSWORD));
  }

  private static Object send(Page page, String method, String path, Map<String, ?> body) {
    return page.evaluate(SEND, List.of(method, path, body));
  }
}
