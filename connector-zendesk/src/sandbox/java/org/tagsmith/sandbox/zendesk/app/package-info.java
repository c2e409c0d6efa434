/** The pages a person opens, and the signed token with which Zendesk loads an app into them. */
package org.tagsmith.sandbox.zendesk.app;
