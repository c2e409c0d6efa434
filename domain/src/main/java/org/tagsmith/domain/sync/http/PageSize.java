package org.tagsmith.domain.sync.http;

import java.util.function.IntSupplier;

/**
 * How many tickets to ask for at once. Halved when a page is too heavy, doubled again after a few
 * that went well, never above what the operator set. Remembered from one read to the next.
 * Thread-safe.
 */
public final class PageSize {
  /** Below this, size is not what makes a page heavy. */
  public static final int SMALLEST = 25;

  /** So many good pages in a row before a larger one is tried. */
  public static final int GOOD_PAGES = 4;

  private final IntSupplier largest;
  private int size;
  private int good;

  /**
   * Begins at the largest size.
   *
   * @param largest asked again each time, since a setting may be wrong only when it is used
   */
  public PageSize(IntSupplier largest) {
    this.largest = largest;
  }

  /** The size to ask for now. */
  public synchronized int now() {
    if (size == 0) {
      size = largest.getAsInt();
    }
    return size;
  }

  /** Notes that a page came in. */
  public synchronized void wentWell() {
    good++;
    if (good >= GOOD_PAGES && size < largest.getAsInt()) {
      size = Math.min(size * 2, largest.getAsInt());
      good = 0;
    }
  }

  /**
   * Notes that a page was too heavy.
   *
   * @param failed the size that was asked for
   * @return whether there is a smaller size to try
   */
  public synchronized boolean halve(int failed) {
    good = 0;
    int smaller = Math.max(failed / 2, Math.min(SMALLEST, largest.getAsInt()));
    size = Math.min(now(), smaller);
    return smaller < failed;
  }
}
