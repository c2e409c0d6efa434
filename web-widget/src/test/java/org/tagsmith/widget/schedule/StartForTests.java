package org.tagsmith.widget.schedule;

import java.util.List;
import org.tagsmith.domain.sync.SyncProgress;

/** Takes the steps of a start and a stop one by one. */
public final class StartForTests {
  private StartForTests() {}

  /** The end of the start. */
  public static void begin(Running running) {
    running.begin();
  }

  /** The beginning of the stop. */
  public static void end(Running running) {
    running.end();
  }

  /** One look at the accounts. */
  public static void seen(SyncFigures figures, List<SyncProgress> accounts) {
    figures.seen(accounts);
  }
}
