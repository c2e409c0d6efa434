/**
 * Reads and writes Freshdesk. The room is built and walled; its cast (the same as in {@code
 * connector-zendesk}) moves in with the next release, see {@code BEHAVIOR.md}.
 */
package org.tagsmith.connector.freshdesk;
