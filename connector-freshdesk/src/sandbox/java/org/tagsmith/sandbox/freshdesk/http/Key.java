package org.tagsmith.sandbox.freshdesk.http;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;

/**
 * The keys of a ticket as they stand in JSON. Made into bytes once: a page of 100 tickets writes
 * five thousand of them.
 */
enum Key {
  AGENT_RESPONDED_AT,
  ASSOCIATED_TICKETS_COUNT,
  ASSOCIATION_TYPE,
  CC_EMAILS,
  CLOSED_AT,
  COMPANY_ID,
  CREATED_AT,
  CUSTOM_FIELDS,
  DELETED,
  DUE_BY,
  EMAIL,
  EMAIL_CONFIG_ID,
  FIRST_RESPONDED_AT,
  FORM_ID,
  FR_DUE_BY,
  FR_ESCALATED,
  FWD_EMAILS,
  GROUP_ID,
  ID,
  INITIAL_SENTIMENT_SCORE,
  IS_ESCALATED,
  MOBILE,
  NAME,
  NR_DUE_BY,
  NR_ESCALATED,
  PENDING_SINCE,
  PHONE,
  PRIORITY,
  PRODUCT_ID,
  REOPENED_AT,
  REPLY_CC_EMAILS,
  REQUESTER,
  REQUESTER_ID,
  REQUESTER_RESPONDED_AT,
  RESOLVED_AT,
  RESPONDER_ID,
  SENTIMENT_SCORE,
  SOURCE,
  SOURCE_INFO,
  SPAM,
  STATS,
  STATUS,
  STATUS_UPDATED_AT,
  STRUCTURED_DESCRIPTION,
  SUBJECT,
  SUPPORT_EMAIL,
  TAGS,
  TICKET_BCC_EMAILS,
  TICKET_CC_EMAILS,
  TO_EMAILS,
  TYPE,
  UPDATED_AT;

  @SuppressWarnings("ImmutableEnumChecker") // it never changes, but its class does not say so
  private final SerializableString bytes = new SerializedString(name().toLowerCase(Locale.ROOT));

  /** For {@code writeFieldName}. */
  SerializableString bytes() {
    return bytes;
  }
}
