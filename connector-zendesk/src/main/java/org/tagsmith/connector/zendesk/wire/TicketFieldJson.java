package org.tagsmith.connector.zendesk.wire;

import java.util.List;

/** A ticket field: {@code tag} is the label a checkbox sets, the options are labels too. */
public record TicketFieldJson(String tag, List<FieldOptionJson> customFieldOptions) {}
