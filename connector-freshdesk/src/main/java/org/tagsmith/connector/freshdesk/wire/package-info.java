/**
 * What travels between Freshdesk and us, field by field, only the fields we keep or send. Every
 * field may be null, and new ones may come at any time. Holds no rules; nobody outside the
 * connector ever sees these records.
 */
package org.tagsmith.connector.freshdesk.wire;
