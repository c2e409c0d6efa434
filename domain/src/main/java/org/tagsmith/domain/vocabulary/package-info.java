/**
 * The heart: house tags, aliases, naming rules, reason codes as immutable numbered versions, and
 * how a label that somebody typed is read against them. Plain Java; knows no ticket and no
 * helpdesk.
 */
package org.tagsmith.domain.vocabulary;
