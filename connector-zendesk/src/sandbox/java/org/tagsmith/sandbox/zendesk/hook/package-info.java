/** How Zendesk signs and repeats its webhooks. */
package org.tagsmith.sandbox.zendesk.hook;
