package org.tagsmith.domain.sync.http;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.AccountKeys;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.HelpdeskAccount;

/**
 * A connector's parts for each account that an admin connected, opened when first asked for and
 * anew when the account's settings changed. Thread-safe.
 *
 * @param <P> what a connector speaks to one account with
 */
public final class OpenedAccounts<P> implements AutoCloseable {
  private final AccountKeys keys;
  private final Function<AccountSettings, P> open;
  private final Consumer<P> close;
  private final Map<HelpdeskAccountId, Opened<P>> opened = new ConcurrentHashMap<>();

  private record Opened<P>(AccountSettings settings, P parts) {
    @Override
    public String toString() {
      return "Opened";
    }
  }

  /**
   * @param keys gives an account's settings with its credential
   * @param open makes the parts for these settings
   * @param close ends the parts for good
   */
  public OpenedAccounts(AccountKeys keys, Function<AccountSettings, P> open, Consumer<P> close) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.open = Objects.requireNonNull(open, "open");
    this.close = Objects.requireNonNull(close, "close");
  }

  /** The parts of an account; empty if no admin gave its credential. */
  public Optional<P> of(HelpdeskAccount account) {
    return keys.of(account)
        .map(settings -> opened.compute(account.id(), (id, was) -> current(was, settings)).parts());
  }

  @Override
  public void close() {
    opened.values().forEach(each -> close.accept(each.parts()));
  }

  // Former parts stay open for calls under way; the next garbage collection takes them.
  private Opened<P> current(Opened<P> was, AccountSettings settings) {
    return was != null && was.settings().equals(settings)
        ? was
        : new Opened<>(settings, open.apply(settings));
  }
}
