package org.tagsmith.domain.governance;

import java.util.Map;
import java.util.Objects;

/** A change that cannot be, with the reason; nothing was changed. */
public final class ChangeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int position;
  private final transient Map<String, Object> fields;

  /**
   * Refuses.
   *
   * @param reason a stable word, such as {@code name-taken}
   * @param position which of the wanted changes, from 0; -1 if none in particular
   * @param message the thing, the reason and the remedy
   * @param fields what the reason speaks of, such as the tag that has the name
   */
  public ChangeRefused(String reason, int position, String message, Map<String, Object> fields) {
    super(message, null, false, false);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.position = position;
    this.fields = Map.copyOf(fields);
  }

  /** A stable word that pages translate by. */
  public String reason() {
    return reason;
  }

  /** Which of the wanted changes, from 0; -1 if none in particular. */
  public int position() {
    return position;
  }

  /** What the reason speaks of. */
  public Map<String, Object> fields() {
    return fields == null ? Map.of() : fields;
  }

  ChangeRefused at(int place) {
    return new ChangeRefused(reason, place, getMessage(), fields());
  }
}
