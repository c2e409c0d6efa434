/**
 * Everything that comes in: HTTP, time, pages. Translates each into one call of a use case and the
 * answer into JSON or a page. Decides nothing about labels or tickets, never names a connector and
 * never touches a table.
 */
package org.tagsmith.widget;
