/**
 * The bookkeeping of runs, leases and the outbox in plain SQL, where one statement decides between
 * several servers. Times are the database's own, so that servers need not agree on theirs.
 */
package org.tagsmith.domain.sync.persistence;
