package org.tagsmith.bench;

/** One figure that can be measured again. */
interface Benchmark {
  /** How it is called on the command line and in docs/benchmarks.md. */
  String name();

  /** Takes seconds to minutes. */
  Measured measure() throws Exception;
}
