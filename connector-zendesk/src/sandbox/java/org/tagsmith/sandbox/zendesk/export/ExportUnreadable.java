package org.tagsmith.sandbox.zendesk.export;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An export file cannot be taken; nothing of it was. The message says where, why and what to do.
 */
public final class ExportUnreadable extends IOException {
  private static final long serialVersionUID = 1L;

  private final long line;

  ExportUnreadable(Path file, long line, String reason, String remedy) {
    super(file + (line > 0 ? ", line " + line : "") + ": " + reason + ". " + remedy);
    this.line = line;
  }

  /** The line the trouble was found in, counted from 1; 0 if it concerns the whole file. */
  public long line() {
    return line;
  }
}
