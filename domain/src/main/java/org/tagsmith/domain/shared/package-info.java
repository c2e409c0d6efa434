/**
 * The few things that every feature needs: ids, the clock, and how a failure is logged. Imports no
 * other feature; stays under ten types.
 */
package org.tagsmith.domain.shared;
