package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.BackfillEstimate;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectionRepository.KeptConnection;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;

/** From when on an account is read that was never read before. */
@ApplicationScoped
class StartTimes {
  private static final Instant EARLIEST = BackfillEstimate.EVERYTHING;

  private final Function<String, Optional<String>> configuration;
  private final Function<HelpdeskAccountId, Optional<KeptConnection>> connections;

  @Inject
  StartTimes(Config config, ConnectionRepository connections) {
    this.configuration = name -> config.getOptionalValue(name, String.class);
    this.connections = connections::find;
  }

  /** For tests that have no container. */
  StartTimes(Function<String, Optional<String>> configuration, ConnectionRepository connections) {
    this.configuration = configuration;
    this.connections = connections::find;
  }

  /** For tests that have no container and no admin. */
  StartTimes(Function<String, Optional<String>> configuration) {
    this.configuration = configuration;
    this.connections = account -> Optional.empty();
  }

  /** For the container's proxy. */
  protected StartTimes() {
    this(name -> Optional.empty());
  }

  /**
   * The moment that the admin chose who connected the account; for the others the one that {@code
   * tagsmith.<connector>.start-time} names. Else the year 2000.
   *
   * @throws IllegalArgumentException if the setting names none
   */
  Instant of(HelpdeskAccount account) {
    return connections
        .apply(account.id())
        .map(kept -> kept.readFrom() == null ? EARLIEST : kept.readFrom())
        .orElseGet(() -> configured(account.connector()));
  }

  private Instant configured(ConnectorId connector) {
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
