package org.tagsmith.widget.schedule;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the application has started and is not yet stopping. Thread-safe. */
@ApplicationScoped
public class Running {
  private volatile boolean up;

  void begin() {
    up = true;
  }

  void end() {
    up = false;
  }

  /** True from the end of the start to the beginning of the stop. */
  public boolean isUp() {
    return up;
  }
}
