/**
 * Starts Tagsmith on one machine: a database, the server with the EAR, and (for {@code mvn -Prun})
 * the sandbox helpdesk. Holds nothing of the product; never packed into the EAR.
 */
package org.tagsmith.launch;
