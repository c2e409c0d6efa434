package org.tagsmith.domain.sync;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a helpdesk sent to say that a ticket changed, as it arrived and not yet believed. Holds the
 * raw bytes, because a signature is over them and not over what they mean.
 */
public final class Delivery {
  private final UnaryOperator<String> headers;
  private final byte[] body;

  /**
   * @param headers the value of a header by its name in any capitals, null where there is none
   * @param body may be empty, never null; not changed afterwards
   */
  public Delivery(UnaryOperator<String> headers, byte[] body) {
    this.headers = headers;
    this.body = body.clone();
  }

  /** The value of a header, empty if it was not sent or is blank. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.apply(name)).filter(value -> !value.isBlank());
  }

  /** The body, byte for byte; the caller's own copy. */
  public byte[] body() {
    return body.clone();
  }
}
