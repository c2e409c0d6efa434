/**
 * Keeps a sandbox between two runs: from when its tickets are, and what people changed. A sandbox
 * that is told no folder keeps nothing.
 */
package org.tagsmith.sandbox.kept;
