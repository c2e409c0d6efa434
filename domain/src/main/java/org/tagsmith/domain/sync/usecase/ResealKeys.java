package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectionRepository.KeptConnection;
import org.tagsmith.domain.sync.SecretBox;

/** After the operator put a new key in front of {@code tagsmith.secrets.key}. */
@ApplicationScoped
public class ResealKeys {
  private static final System.Logger LOG = System.getLogger(ResealKeys.class.getName());

  private final ConnectionRepository connections;
  private final Secrets secrets;

  @Inject
  ResealKeys(ConnectionRepository connections, Secrets secrets) {
    this.connections = connections;
    this.secrets = secrets;
  }

  /** For the container's proxy. */
  protected ResealKeys() {
    this.connections = null;
    this.secrets = null;
  }

  /**
   * Encrypts with the newest key what another one encrypted; what cannot be decrypted stays as it
   * is and is told in the log. Called at each start; several servers may do so at once.
   *
   * @return how many were encrypted anew
   * @throws IllegalArgumentException if the setting holds no keys
   */
  @Transactional
  public int reseal() {
    int resealed = 0;
    SecretBox box = secrets.box().orElse(null);
    for (KeptConnection kept : box == null ? List.<KeptConnection>of() : connections.list()) {
      if (kept.key().keyId().equals(box.newestKeyId())) {
        continue;
      }
      try {
        String key = box.open(kept.key(), kept.account(), KeptKeys.FIELD);
        connections.reseal(
            kept.account(), kept.key(), box.seal(key, kept.account(), KeptKeys.FIELD));
        resealed++;
      } catch (SecretBox.Unreadable e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "Account {0}: its key cannot be decrypted: {1}",
            kept.account().value(),
            e.getMessage());
      }
    }
    return resealed;
  }
}
