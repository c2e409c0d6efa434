package org.tagsmith.domain.governance.file;

/** A file that cannot be published; nothing of it was. */
public final class FileRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FileReading reading;

  /**
   * Refuses.
   *
   * @param reading what came of reading it
   */
  public FileRefused(FileReading reading) {
    super(
        reading.problemCount()
            + " things in the file cannot be, the first in line "
            + reading.problems().get(0).line()
            + ": "
            + reading.problems().get(0).message()
            + " Nothing was published.",
        null,
        false,
        false);
    this.reading = reading;
  }

  /** What came of reading the file. */
  public FileReading reading() {
    return reading;
  }
}
