package org.tagsmith.architecture.broken.domain.vocabulary;

import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.function.Supplier;
import org.tagsmith.architecture.Breaks;

/** Speaks aloud, and looks at the clock on the wall in every way there is. */
final class LoudWord {
  @Breaks("nobody_prints")
  static final class Shouting {
    void shout() {
      System.out.println("here");
    }
  }

  @Breaks("nobody_prints")
  static final class Complaining {
    void complain(Exception e) {
      e.printStackTrace();
    }
  }

  @Breaks("no_log_quotes_an_exception")
  static final class Quoting {
    void quote(System.Logger log, Exception e) {
      log.log(System.Logger.Level.ERROR, "here", e);
    }
  }

  @Breaks("the_clock_is_injected")
  record ByInstant(Instant at) {
    ByInstant() {
      this(Instant.now());
    }
  }

  @Breaks("the_clock_is_injected")
  record ByReference(Supplier<Instant> at) {
    ByReference() {
      this(Instant::now);
    }
  }

  @Breaks("the_clock_is_injected")
  record ByZone(LocalDate on) {
    ByZone() {
      this(LocalDate.now(ZoneOffset.UTC));
    }
  }

  @Breaks("the_clock_is_injected")
  record ByMillis(long millis) {
    ByMillis() {
      this(System.currentTimeMillis());
    }
  }

  @Breaks("the_clock_is_injected")
  record ByAClockOfItsOwn(Clock clock) {
    ByAClockOfItsOwn() {
      this(Clock.systemUTC());
    }
  }

  @Breaks("no_java_util_date")
  record OldDate(Date date) {}

  @Breaks("no_java_util_date")
  record OldCalendar(Calendar calendar) {}

  @Breaks("no_java_util_date")
  record OldFormat(SimpleDateFormat format) {}

  /** Asks the clock it was given, as it should: no rule may ring. */
  record Innocent(Instant at, LocalDate on) {
    Innocent(Clock clock) {
      this(clock.instant(), LocalDate.now(clock));
    }
  }
}
