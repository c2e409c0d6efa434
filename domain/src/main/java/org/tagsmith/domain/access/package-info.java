/**
 * Who may use the console and the sidebar. Imports {@code shared} only; knows no ticket, and no
 * helpdesk but by its account's id.
 */
package org.tagsmith.domain.access;
