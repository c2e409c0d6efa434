package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tagsmith.domain.sync.SecretBox;
import org.tagsmith.domain.sync.SettingsRefused;

/** The box for keys, if the operator configured what it is locked with. */
@ApplicationScoped
class Secrets {
  static final String SETTING = "tagsmith.secrets.key";

  private final Optional<SecretBox> box;

  @Inject
  Secrets(@ConfigProperty(name = SETTING) Optional<String> configured) {
    this.box = configured.map(String::strip).filter(text -> !text.isEmpty()).map(SecretBox::of);
  }

  /** For the container's proxy. */
  protected Secrets() {
    this.box = Optional.empty();
  }

  /** Empty if no key is configured; then no account can be connected on a page. */
  Optional<SecretBox> box() {
    return box;
  }

  /**
   * The box.
   *
   * @throws SettingsRefused {@code no-secrets-key} if no key is configured
   */
  SecretBox boxOrRefuse() {
    return box.orElseThrow(
        () ->
            new SettingsRefused(
                "no-secrets-key",
                "",
                "This server cannot keep keys: "
                    + SETTING
                    + " is not set. "
                    + SecretBox.HOW_TO_MAKE_ONE
                    + ", set it and start the server again."));
  }
}
