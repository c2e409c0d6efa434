/**
 * The pages in a real Chromium, used as people use them: by keyboard, in each language, at the
 * widths of a sidebar and of a desk. Everything runs as {@code mvn -Prun} starts it.
 */
package org.tagsmith.browser;
