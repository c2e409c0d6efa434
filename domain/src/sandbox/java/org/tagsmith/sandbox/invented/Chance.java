package org.tagsmith.sandbox.invented;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that repeats itself: the same seed and number give the same draws. */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Chance() {}

  /** The draws of one number, independent of its neighbours'. */
  public static SplittableRandom of(long seed, long number) {
    return new SplittableRandom((seed + number * GOLDEN) ^ (number << 17));
  }

  /** One of these, each as likely as the others. */
  public static <T> T pick(SplittableRandom random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
