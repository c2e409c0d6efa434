/**
 * Checks of the static pages that need no browser: their words, symbols, weight, and what they must
 * never do. Must not start a server.
 */
package org.tagsmith.widget.pages;
