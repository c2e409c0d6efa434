/**
 * What travels between Zendesk and us, field by field, only the fields we keep or send. Every field
 * may be null: Zendesk leaves out what an account does not use. Holds no rules; nobody outside the
 * connector ever sees these records.
 */
package org.tagsmith.connector.zendesk.wire;
