package org.tagsmith.domain.sync.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * An answer's body that ends the reading when it grows too big or trickles too slowly. The socket's
 * own timeout knows only a pause between bytes; a byte a second would keep it content for a year.
 * Confined to one thread, as any stream.
 */
public final class BoundedAnswer extends FilterInputStream {
  private final String helpdesk;
  private final long mostBytes;
  private final Clock clock;
  private final Instant deadline;
  private long read;

  /**
   * Bounds an answer.
   *
   * @param helpdesk the name for messages, such as {@code Zendesk}
   * @param mostBytes after unpacking, if {@code in} unpacks
   * @param longest from now to the last byte
   */
  public BoundedAnswer(
      InputStream in, String helpdesk, long mostBytes, Duration longest, Clock clock) {
    super(in);
    this.helpdesk = helpdesk;
    this.mostBytes = mostBytes;
    this.clock = clock;
    this.deadline = clock.instant().plus(longest);
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int some = in.read(buffer, offset, length);
    count(Math.max(some, 0));
    return some;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) throws Exceeded {
    read += bytes;
    if (read > mostBytes) {
      throw new Exceeded(AnswerTooHeavy.tooBig(helpdesk, mostBytes));
    }
    if (clock.instant().isAfter(deadline)) {
      throw new Exceeded(
          AnswerTooHeavy.tooSlow(helpdesk + "'s answer did not arrive in time", null));
    }
  }

  /** Ends the reading; an IOException, because parsers pass those on untouched. */
  public static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1L;
    private final AnswerTooHeavy reason;

    Exceeded(AnswerTooHeavy reason) {
      super(reason);
      this.reason = reason;
    }

    /** Which bound it was. */
    public AnswerTooHeavy reason() {
      return reason;
    }
  }
}
