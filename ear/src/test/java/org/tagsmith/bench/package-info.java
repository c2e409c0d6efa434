/**
 * The measured figures of docs/benchmarks.md, run by {@code mvn -Pbench verify}: each beside a
 * floor that is measured in the same run on the same machine. Must not be run with anything else at
 * work, and holds no test: what must hold on every machine is tested elsewhere.
 */
package org.tagsmith.bench;
