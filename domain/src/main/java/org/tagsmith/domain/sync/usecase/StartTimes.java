package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.sync.ConnectorId;

/** From when on an account is read that was never read before. */
@ApplicationScoped
class StartTimes {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final Function<String, Optional<String>> configuration;

  @Inject
  StartTimes(Config config) {
    this.configuration = name -> config.getOptionalValue(name, String.class);
  }

  /** For tests that have no container. */
  StartTimes(Function<String, Optional<String>> configuration) {
    this.configuration = configuration;
  }

  /** For the container's proxy. */
  protected StartTimes() {
    this.configuration = name -> Optional.empty();
  }

  /**
   * The moment that {@code tagsmith.<connector>.start-time} names, else the year 2000.
   *
   * @throws IllegalArgumentException if it names none
   */
  Instant of(ConnectorId connector) {
    String property = "tagsmith." + connector.value() + ".start-time";
    Optional<String> text =
        configuration.apply(property).map(String::strip).filter(value -> !value.isEmpty());
    try {
      return text.map(Instant::parse).orElse(EARLIEST);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          property + " is not a time such as 2024-01-01T00:00:00Z: " + text.orElse(""), e);
    }
  }
}
