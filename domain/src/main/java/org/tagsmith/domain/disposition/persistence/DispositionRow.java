package org.tagsmith.domain.disposition.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.tagsmith.domain.disposition.Action;
import org.tagsmith.domain.disposition.Disposition;
import org.tagsmith.domain.disposition.Through;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.ticket.TicketId;

/** A row of {@code disposition}. */
@Entity(name = "DispositionRow")
@Table(name = "disposition")
class DispositionRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "account_id", nullable = false)
  private int accountId;

  @Column(name = "ticket_id", nullable = false)
  private long ticketId;

  @Column(name = "house_tag_id")
  private Integer houseTagId;

  @Column(nullable = false)
  private String label;

  @Column(nullable = false)
  private String action;

  @Column(name = "reason_code")
  private Integer reasonCode;

  @Column(nullable = false)
  private String agent;

  @Column(nullable = false)
  private String through;

  @Column(name = "vocabulary_version", nullable = false)
  private int vocabularyVersion;

  @Column(name = "decided_at", nullable = false)
  private Instant decidedAt;

  /** For Jakarta Persistence. */
  protected DispositionRow() {}

  DispositionRow(Disposition disposition) {
    accountId = disposition.ticket().account().value();
    ticketId = disposition.ticket().remoteId();
    houseTagId = disposition.houseTagId();
    label = disposition.label();
    action = disposition.action().word();
    reasonCode = disposition.reasonCode();
    agent = disposition.agent();
    through = disposition.through().word();
    vocabularyVersion = disposition.vocabularyVersion();
    decidedAt = disposition.decidedAt();
  }

  Disposition disposition() {
    return new Disposition(
        id,
        new TicketId(new HelpdeskAccountId(accountId), ticketId),
        Action.ofWord(action),
        label,
        houseTagId,
        reasonCode,
        agent,
        Through.ofWord(through),
        vocabularyVersion,
        decidedAt);
  }
}
