/**
 * What is left after processes were killed: real processes, a helpdesk and a database that live on,
 * and a comparison of everything at the end. Must not help a killed process along: what it leaves
 * behind is found by the next one.
 */
package org.tagsmith.survival;
