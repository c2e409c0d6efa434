package org.tagsmith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A lead who cleans up the sandbox's unmapped labels as anybody would who sees the page: first what
 * carries no reason, then the guesses that are right, many at once, then the rest one by one.
 */
final class Cleaning {
  private static final int SHOWN_IN_ROW = 8;
  private static final String ROWS =
      """
      () => [...document.querySelectorAll('tbody tr')].map((row) => ({ label: row.dataset.label,
        guess: row.querySelector('.guess .name')?.title ?? '',
        alike: row.querySelector('.others')?.textContent.split(' · ') ?? [] }))
      """;
  private static final String PANE =
      """
      () => {
        const named = (chosen) => [...document.querySelectorAll('.pane ' + chosen)]
          .map((each) => each.querySelector('.name').title);
        return { label: document.querySelector('tbody tr[aria-selected=true]').dataset.label,
          alike: [...document.querySelectorAll('.alike li')].map((each) => each.querySelector('bdi').textContent),
          proposals: named('button.opt'), again: named('.lately button') };
      }
      """;

  private final Page page;
  private final LeadsHands hands;
  private final LeadsMind mind;
  private final KeystrokeLevel effort;
  private boolean hasFound;
  private boolean hasMade;

  Cleaning(Page page, LeadsHands hands, LeadsMind mind) {
    this.page = page;
    this.hands = hands;
    this.mind = mind;
    effort = hands.effort();
  }

  /** Decides until fewer labels than that are open. */
  void until(int fewer) {
    effort.lookAround();
    hands.filter("machine");
    effort.lookAround();
    read(pane());
    hands.setAside();
    hands.filter("aside");
    read(pane());
    hands.ignore();
    takeGuesses("3");
    takeGuesses("2");
    hands.filter("all");
    for (int rows = 0; open() >= fewer; rows++) {
      assertThat(rows).as("rows decided one by one").isLessThan(200);
      decide();
    }
  }

  /** How many labels are open. */
  int open() {
    Object text = page.locator(".tools .seg button .num").first().innerText();
    return Integer.parseInt(text.toString().replace(",", ""));
  }

  /** Looks through the guesses of a kind, unticks what is wrong, and takes the others. */
  private void takeGuesses(String filter) {
    hands.filter(filter);
    List<Map<String, Object>> rows = rows();
    hands.selectAll();
    for (int row = 0; row < rows.size(); row++) {
      Map<String, Object> seen = rows.get(row);
      String meaning = mind.meaningOf((String) seen.get("label"));
      boolean isRight = meaning.equals(seen.get("guess"));
      if (row > 0 && (hands.walk() || (isRight && !isPlain(seen, meaning)))) {
        hands.lookAt(row);
        seen = pane();
      }
      read(seen);
      if (!isRight) {
        effort.decide();
        hands.untick(row);
      } else if (!isPlain(seen, meaning)) {
        takeOutOthers(pane(), meaning);
      }
    }
    effort.decide();
    hands.choose(1);
  }

  /** Whether the list shows all that stands in the row, and all of it means the same. */
  private boolean isPlain(Map<String, Object> row, String meaning) {
    List<String> alike = texts(row, "alike");
    return alike.size() < SHOWN_IN_ROW
        && alike.stream().allMatch(label -> mind.meaningOf(label).equals(meaning));
  }

  private void decide() {
    Map<String, Object> pane = pane();
    read(pane);
    effort.decide();
    String meaning = mind.meaningOf((String) pane.get("label"));
    takeOutOthers(pane, meaning);
    int proposal = texts(pane, "proposals").indexOf(meaning);
    int again = texts(pane, "again").indexOf(meaning);
    if (meaning.equals(LeadsMind.NO_REASON)) {
      hands.ignore();
    } else if (proposal >= 0) {
      hands.choose(proposal + 1);
    } else if (again >= 0 && again < hands.reachAgain()) {
      hands.chooseAgain(again);
    } else {
      findOrMake(meaning);
    }
  }

  /** Types a name until the search offers it; makes it where there is none. */
  private void findOrMake(String tag) {
    hands.findTag();
    lookAroundOnce(hasFound);
    hasFound = true;
    Locator first = page.locator("same-as-choice .opt[aria-selected=true] .name");
    String rest = tag.substring(tag.indexOf('_') + 1);
    int typed = 0;
    while (typed < rest.length() && !offers(first, tag)) {
      int more = Math.min(rest.length(), typed + (typed == 0 ? 3 : 1));
      hands.type(rest.substring(typed, more));
      typed = more;
    }
    if (offers(first, tag)) {
      hands.enter();
      return;
    }
    hands.makeTyped();
    lookAroundOnce(hasMade);
    hasMade = true;
    Locator name = page.locator("#new-name");
    String family = tag.substring(0, tag.indexOf('_'));
    if (name.inputValue().endsWith("_" + rest)) {
      if (!name.inputValue().equals(tag)) {
        hands.turnToFamily(family);
      }
    } else {
      page.keyboard().press("Control+a");
      effort.key(2);
      hands.type(tag);
    }
    hands.create();
    page.locator("new-tag")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  private static boolean offers(Locator first, String tag) {
    return first.count() > 0 && tag.equals(first.getAttribute("title"));
  }

  private void takeOutOthers(Map<String, Object> pane, String meaning) {
    List<String> alike = texts(pane, "alike");
    int[] others =
        IntStream.range(0, alike.size())
            .filter(at -> !mind.meaningOf(alike.get(at)).equals(meaning))
            .toArray();
    for (int other = 0; other < others.length; other++) {
      hands.takeOut(others[other], other == 0);
    }
  }

  private void read(Map<String, Object> pane) {
    effort.read(texts(pane, "alike").size());
  }

  private void lookAroundOnce(boolean known) {
    if (!known) {
      effort.lookAround();
    }
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> rows() {
    return (List<Map<String, Object>>) page.evaluate(ROWS);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> pane() {
    return (Map<String, Object>) page.evaluate(PANE);
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Map<String, Object> pane, String name) {
    return (List<String>) pane.get(name);
  }
}
