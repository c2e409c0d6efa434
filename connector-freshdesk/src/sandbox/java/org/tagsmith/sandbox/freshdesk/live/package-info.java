/** Keeps a sandbox moving while somebody watches a live sync. */
package org.tagsmith.sandbox.freshdesk.live;
