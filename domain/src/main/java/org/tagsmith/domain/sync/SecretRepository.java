package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Keeps the secrets that admins gave for accounts, encrypted. Each method is one step inside the
 * caller's transaction.
 */
public interface SecretRepository {
  /** Every secret of an account that is not disconnected. */
  List<KeptSecret> list();

  /**
   * Keeps a secret in place of a former one.
   *
   * @param by who gave it
   */
  void keep(HelpdeskAccountId account, SecretPurpose purpose, SealedSecret secret, String by);

  /** Forgets a secret, if there is one. */
  void forget(HelpdeskAccountId account, SecretPurpose purpose);

  /**
   * Puts the same secret, sealed anew, in place of the former; does nothing if it was replaced
   * meanwhile.
   */
  void reseal(KeptSecret former, SealedSecret next);

  /**
   * A secret as it is kept.
   *
   * @param changedBy who gave it
   */
  record KeptSecret(
      HelpdeskAccountId account,
      SecretPurpose purpose,
      SealedSecret secret,
      String changedBy,
      Instant changedAt) {
    public KeptSecret {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(secret, "secret");
      Objects.requireNonNull(changedBy, "changedBy");
      Objects.requireNonNull(changedAt, "changedAt");
    }
  }
}
