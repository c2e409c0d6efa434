package org.tagsmith.browser;

import java.util.Locale;

/**
 * How long a person would take, by the keystroke-level model of Card, Moran and Newell: every act
 * has its usual time, whatever the machine takes. Counts the acts of one journey. For one thread.
 */
final class KeystrokeLevel {
  private static final double KEY = 0.28;
  private static final double POINT = 1.1;
  private static final double CLICK = 0.1;
  private static final double HANDS = 0.4;
  private static final double DECIDE = 1.35;
  private static final double READ = 1.0;
  private static final double GLANCE = 0.23;
  private static final double SCREEN = 5;

  private boolean isOnMouse;
  private int keys;
  private int clicks;
  private int changesOfHands;
  private int decisions;
  private int rows;
  private int glances;
  private int screens;

  void key(int times) {
    changesOfHands += isOnMouse ? 1 : 0;
    isOnMouse = false;
    keys += times;
  }

  /** Moves the pointer to something and clicks it, the hand on the mouse before or not. */
  void click() {
    changesOfHands += isOnMouse ? 0 : 1;
    isOnMouse = true;
    clicks++;
  }

  void decide() {
    decisions++;
  }

  /** Reads a row that is new, and what else stands in it with one look each. */
  void read(int others) {
    rows++;
    glances += others;
  }

  /** Looks around on a page that was never seen before. */
  void lookAround() {
    screens++;
  }

  double seconds() {
    return keys * KEY
        + clicks * (POINT + CLICK)
        + changesOfHands * HANDS
        + decisions * DECIDE
        + rows * READ
        + glances * GLANCE
        + screens * SCREEN;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d keys, %d clicks, %d changes of hands, %d decisions, %d rows read and %d glances, %d screens: about %.0f s",
        keys,
        clicks,
        changesOfHands,
        decisions,
        rows,
        glances,
        screens,
        seconds());
  }
}
