package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectionRepository.KeptConnection;
import org.tagsmith.domain.sync.SealedSecret;
import org.tagsmith.domain.sync.SecretBox;
import org.tagsmith.domain.sync.SecretRepository;
import org.tagsmith.domain.sync.SecretRepository.KeptSecret;

/** After the operator put a new key in front of {@code tagsmith.secrets.key}. */
@ApplicationScoped
public class ResealKeys {
  private static final System.Logger LOG = System.getLogger(ResealKeys.class.getName());

  private final ConnectionRepository connections;
  private final SecretRepository shared;
  private final Secrets secrets;

  @Inject
  ResealKeys(ConnectionRepository connections, SecretRepository shared, Secrets secrets) {
    this.connections = connections;
    this.shared = shared;
    this.secrets = secrets;
  }

  /** For the container's proxy. */
  protected ResealKeys() {
    this.connections = null;
    this.shared = null;
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
    SecretBox box = secrets.box().orElse(null);
    if (box == null) {
      return 0;
    }
    int resealed = 0;
    for (KeptConnection kept : connections.list()) {
      Optional<SealedSecret> next = sealedAnew(box, kept.account(), KeptKeys.FIELD, kept.key());
      next.ifPresent(key -> connections.reseal(kept.account(), kept.key(), key));
      resealed += next.isPresent() ? 1 : 0;
    }
    for (KeptSecret kept : shared.list()) {
      Optional<SealedSecret> next =
          sealedAnew(box, kept.account(), kept.purpose().word(), kept.secret());
      next.ifPresent(secret -> shared.reseal(kept, secret));
      resealed += next.isPresent() ? 1 : 0;
    }
    return resealed;
  }

  /** Empty if the newest key sealed it, or none of ours opens it. */
  private static Optional<SealedSecret> sealedAnew(
      SecretBox box, HelpdeskAccountId account, String field, SealedSecret former) {
    if (former.keyId().equals(box.newestKeyId())) {
      return Optional.empty();
    }
    try {
      return Optional.of(box.seal(box.open(former, account, field), account, field));
    } catch (SecretBox.Unreadable e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Account {0}: its {1} cannot be decrypted: {2}",
          account.value(),
          field,
          e.getMessage());
      return Optional.empty();
    }
  }
}
