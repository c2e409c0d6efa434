/**
 * What every connector needs around its HTTP calls, whatever its helpdesk: bounds for an answer,
 * waiting as asked, tries, page sizes, checked addresses. Plain Java; knows no HTTP client, no JSON
 * and no vendor, and must not: what only one helpdesk does belongs to its connector
 * (docs/adr/0017).
 */
package org.tagsmith.domain.sync.http;
