package org.tagsmith.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;

/**
 * How fast tickets come in: the median over the last five minutes of what half a minute brought.
 * Half a minute, because helpdesks that allow ten pages a minute make shorter slots jump; the
 * median, because a single stall says little about the rest. Slots without a page count as zero.
 */
public final class ReadingRate {
  /** The grain in which pages are counted. */
  public static final Duration SLOT = Duration.ofSeconds(10);

  /** How far back the median looks. */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  private static final int SLOTS_PER_SPAN = 3;

  private ReadingRate() {}

  /**
   * Tickets per second.
   *
   * @param slots in any order, from one account
   * @param now by the clock that made the slots
   * @return empty until there is half a minute of whole slots
   */
  public static OptionalDouble median(List<RateSlot> slots, Instant now) {
    long slotMillis = SLOT.toMillis();
    long current = Math.floorDiv(now.toEpochMilli(), slotMillis);
    long oldest = current - WINDOW.dividedBy(SLOT);
    Map<Long, Long> byNumber = new HashMap<>();
    long first = current;
    for (RateSlot slot : slots) {
      long number = Math.floorDiv(slot.beganAt().toEpochMilli(), slotMillis);
      if (number >= oldest && number < current) {
        byNumber.merge(number, slot.tickets(), Long::sum);
        first = Math.min(first, number);
      }
    }
    List<Double> spans = new ArrayList<>();
    for (long start = first; start + SLOTS_PER_SPAN <= current; start++) {
      long tickets = 0;
      for (long slot = start; slot < start + SLOTS_PER_SPAN; slot++) {
        tickets += byNumber.getOrDefault(slot, 0L);
      }
      spans.add(tickets / (double) (SLOT.toSeconds() * SLOTS_PER_SPAN));
    }
    return spans.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(medianOf(spans));
  }

  /**
   * Tickets per second so far, for the time before {@link #median} knows; 0 without slots.
   *
   * @param slots of one account
   */
  public static double average(List<RateSlot> slots, Instant now) {
    Instant from = now.minus(WINDOW);
    long tickets = 0;
    Instant first = now;
    for (RateSlot slot : slots) {
      if (!slot.beganAt().isBefore(from)) {
        tickets += slot.tickets();
        first = slot.beganAt().isBefore(first) ? slot.beganAt() : first;
      }
    }
    double seconds = Math.max(1.0, Duration.between(first, now).toMillis() / 1000.0);
    return tickets / seconds;
  }

  private static double medianOf(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
