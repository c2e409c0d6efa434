package org.tagsmith.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(2));

  @Property
  void a_pause_doubles_up_to_the_longest_and_is_never_below_its_half(
      @ForAll @IntRange(min = 1, max = 1_000_000) int failures, @ForAll long seed) {
    double whole = Math.min(120, 5 * Math.pow(2, Math.min(20, failures - 1)));

    Duration pause = BACKOFF.after(failures, new Random(seed));

    assertThat(pause.toMillis() / 1000.0).isBetween(whole / 2, whole);
  }

  @Property(tries = 20)
  void servers_do_not_come_back_all_at_once(@ForAll long seed) {
    Random random = new Random(seed);

    long different =
        IntStream.range(0, 50).mapToObj(i -> BACKOFF.after(6, random)).distinct().count();

    assertThat(different).isGreaterThan(40);
  }
}
