/**
 * A sandbox helpdesk: a twin of Freshdesk's HTTP edge for tests and the demo. Knows neither
 * Tagsmith's domain nor its connector, so that a misunderstanding there cannot hide here; never
 * part of the EAR.
 */
package org.tagsmith.sandbox.freshdesk;
