/** How Freshdesk sends and repeats the webhooks of its automation rules. */
package org.tagsmith.sandbox.freshdesk.hook;
