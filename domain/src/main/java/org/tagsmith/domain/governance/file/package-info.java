/**
 * The whole vocabulary as a file that people edit and review: YAML or CSV, written in a stable
 * order, read back with every mistake named by its line. Plain Java; stores nothing.
 */
package org.tagsmith.domain.governance.file;
