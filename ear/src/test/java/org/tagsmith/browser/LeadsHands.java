package org.tagsmith.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What a lead's hands do on the page of unmapped labels, either on the keys or on the mouse; each
 * act counts as what a person would have to do for it.
 */
sealed interface LeadsHands {
  /** What the lead does it for. */
  KeystrokeLevel effort();

  void open(Page page);

  /** Shows only some labels, by a value of the page's filter; {@code all} shows them all. */
  void filter(String filter);

  void selectAll();

  /** Turns the selection of the active row, or of the one at a place where hands can point. */
  void untick(int row);

  /** Makes the row the active one, coming from the one before. */
  void lookAt(int row);

  /** Whether every row that is looked at becomes the active one; else those that are pointed at. */
  boolean walk();

  /** Takes the label at a place, counted from 0, out of the active row's pile. */
  void takeOut(int at, boolean first);

  /** Takes proposal 1 to 3, or with rows selected each one's best. */
  void choose(int proposal);

  /** Takes one of the tags that were chosen lately, from 0. */
  void chooseAgain(int which);

  /** How many of the tags that were chosen lately can be taken so. */
  int reachAgain();

  /** Opens the search for another tag. */
  void findTag();

  void type(String text);

  /** Ends typing. */
  void enter();

  /** Takes the last choice of the search for a tag: a new one that is called as was typed. */
  void makeTyped();

  /** Moves the new tag to another family. */
  void turnToFamily(String family);

  /** Creates the new tag. */
  void create();

  void ignore();

  void setAside();

  void review();

  void publish();

  void undo();

  /** Never touches the mouse. */
  record OnKeys(Page page, KeystrokeLevel effort) implements LeadsHands {
    private static final List<String> FILTERS =
        List.of("all", "3", "2", "1", "machine", "aside", "none");

    @Override
    public void open(Page page) {
      press("g", "u");
    }

    @Override
    public void filter(String filter) {
      press("f");
      String now = page.locator("#queue-filter").inputValue();
      step(FILTERS.indexOf(filter) - FILTERS.indexOf(now));
      press("Enter");
    }

    @Override
    public void selectAll() {
      press("Control+a");
    }

    @Override
    public void untick(int row) {
      press("x");
    }

    @Override
    public void lookAt(int row) {
      press("j");
    }

    @Override
    public boolean walk() {
      return true;
    }

    @Override
    public void takeOut(int at, boolean first) {
      if (first) {
        press("Tab");
      }
      Locator boxes = page.locator(".alike input");
      for (int tries = 0; !isFocused(boxes.nth(at)) && tries < 40; tries++) {
        press("ArrowDown");
      }
      press("Space");
    }

    private static boolean isFocused(Locator box) {
      return (Boolean) box.evaluate("box => box === document.activeElement");
    }

    @Override
    public void choose(int proposal) {
      press(Integer.toString(proposal));
    }

    @Override
    public void chooseAgain(int which) {
      press(Integer.toString(which + 6));
    }

    @Override
    public int reachAgain() {
      return 4;
    }

    @Override
    public void findTag() {
      press("e");
    }

    @Override
    public void type(String text) {
      page.keyboard().type(text);
      effort.key(text.length());
    }

    @Override
    public void enter() {
      press("Enter");
    }

    @Override
    public void makeTyped() {
      int choices = page.locator("same-as-choice .opt").count();
      for (int choice = 1; choice < choices; choice++) {
        press("ArrowDown");
      }
      press("Enter");
    }

    @Override
    public void turnToFamily(String family) {
      press("Shift+Tab");
      Locator families = page.locator("#new-family");
      List<String> order =
          families.locator("option").all().stream()
              .map(each -> each.getAttribute("value"))
              .toList();
      step(order.indexOf(family) - order.indexOf(families.inputValue()));
      press("Tab");
    }

    @Override
    public void create() {
      press("Enter");
    }

    @Override
    public void ignore() {
      press("i");
    }

    @Override
    public void setAside() {
      press("m", "Enter");
    }

    @Override
    public void review() {
      press("p");
    }

    @Override
    public void publish() {
      press("Control+Enter");
    }

    @Override
    public void undo() {
      press("Enter");
    }

    private void step(int steps) {
      for (int step = 0; step < Math.abs(steps); step++) {
        press(steps > 0 ? "ArrowDown" : "ArrowUp");
      }
    }

    private void press(String... keys) {
      for (String key : keys) {
        page.keyboard().press(key);
        effort.key(key.contains("+") ? 2 : 1);
      }
    }
  }

  /** Takes the mouse for everything but names. */
  record OnMouse(Page page, KeystrokeLevel effort) implements LeadsHands {
    @Override
    public void open(Page page) {
      click(page.locator("nav a[href='#/unmapped']"));
    }

    @Override
    public void filter(String filter) {
      page.locator("#queue-filter").selectOption(filter);
      effort.click();
      effort.click();
    }

    @Override
    public void selectAll() {
      click(page.locator("thead input"));
    }

    @Override
    public void untick(int row) {
      click(page.locator("tbody tr").nth(row).locator("input"));
    }

    @Override
    public void lookAt(int row) {
      click(page.locator("tbody tr").nth(row).locator("td").nth(2));
    }

    @Override
    public boolean walk() {
      return false;
    }

    @Override
    public void takeOut(int at, boolean first) {
      click(page.locator(".alike input").nth(at));
    }

    @Override
    public void choose(int proposal) {
      Locator batch = page.locator(".keys.batch button").first();
      click(batch.isVisible() ? batch : page.locator(".pane button.opt").nth(proposal - 1));
    }

    @Override
    public void chooseAgain(int which) {
      click(page.locator(".lately button").nth(which));
    }

    @Override
    public int reachAgain() {
      return page.locator(".lately button").count();
    }

    @Override
    public void findTag() {
      click(page.locator(".pane button.other"));
    }

    @Override
    public void type(String text) {
      effort.key(text.length());
      page.keyboard().type(text);
    }

    @Override
    public void enter() {
      effort.key(1);
      page.keyboard().press("Enter");
    }

    @Override
    public void makeTyped() {
      click(page.locator("same-as-choice .opt").last());
    }

    @Override
    public void turnToFamily(String family) {
      page.locator("#new-family").selectOption(family);
      effort.click();
      effort.click();
    }

    @Override
    public void create() {
      click(page.locator("new-tag button.primary"));
    }

    @Override
    public void ignore() {
      click(page.locator(".acts4 button").nth(2));
    }

    @Override
    public void setAside() {
      click(page.locator(".acts4 button").nth(1));
      click(page.locator("machine-form button.primary"));
    }

    @Override
    public void review() {
      click(page.locator(".ph a.btn.primary"));
    }

    @Override
    public void publish() {
      click(page.locator(".review .btn.primary"));
    }

    @Override
    public void undo() {
      click(page.locator(".told .banner.ok button"));
    }

    private void click(Locator target) {
      target.click();
      effort.click();
    }
  }
}
