/** Holds the sandbox helpdesk to what was recorded of the real one. */
package org.tagsmith.sandbox;
