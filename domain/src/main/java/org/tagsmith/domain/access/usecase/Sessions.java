package org.tagsmith.domain.access.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tagsmith.domain.access.SessionToken;
import org.tagsmith.domain.access.SidebarSession;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.StaffRepository;
import org.tagsmith.domain.access.StaffRepository.StaffCredentials;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Opens and checks sessions. They live in signed tokens, not on the server, so any server of an
 * installation that has the same {@code tagsmith.session.key} honours them. Thread-safe.
 */
@ApplicationScoped
public class Sessions {
  private final StaffRepository staff;
  private final SessionKey key;
  private final Clock clock;

  @Inject
  Sessions(StaffRepository staff, SessionKey key, Clock clock) {
    this.staff = staff;
    this.key = key;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Sessions() {
    this.staff = null;
    this.key = null;
    this.clock = null;
  }

  /** Opens a console session. */
  public String open(StaffMember member, Duration lifetime) {
    return token(SessionToken.Kind.CONSOLE, 0, member.name(), lifetime);
  }

  /**
   * Who a console token belongs to, with the role they have now. Empty for a forged, expired or
   * malformed token, for somebody who was removed, and for a session from before their password
   * changed.
   *
   * @param token anything, also null
   */
  @Transactional
  public Optional<StaffMember> verify(String token) {
    return SessionToken.verify(token, SessionToken.Kind.CONSOLE, key.bytes(), clock.instant())
        .flatMap(
            session ->
                staff
                    .find(session.name())
                    .filter(person -> !session.openedAt().isBefore(person.sessionsFrom()))
                    .map(StaffCredentials::member));
  }

  /** Opens a sidebar session. */
  public String openSidebar(SidebarSession session, Duration lifetime) {
    return token(SessionToken.Kind.SIDEBAR, session.account().value(), session.agent(), lifetime);
  }

  /**
   * Who a sidebar token belongs to. Empty for a forged, expired or malformed token. Asks nobody.
   *
   * @param token anything, also null
   */
  public Optional<SidebarSession> verifySidebar(String token) {
    return SessionToken.verify(token, SessionToken.Kind.SIDEBAR, key.bytes(), clock.instant())
        .filter(session -> session.account() > 0)
        .map(
            session ->
                new SidebarSession(new HelpdeskAccountId(session.account()), session.name()));
  }

  private String token(SessionToken.Kind kind, int account, String name, Duration lifetime) {
    Instant now = clock.instant();
    return new SessionToken(kind, account, name, now, now.plus(lifetime)).sign(key.bytes());
  }
}
