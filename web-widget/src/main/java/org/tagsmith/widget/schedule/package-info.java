/**
 * What happens without a request: the steps of a start and the turns of the timer. Stands in the
 * WAR because only there the server hands out executors and pools. Each step is one call of a use
 * case.
 */
package org.tagsmith.widget.schedule;
