/**
 * The bookkeeping of runs, leases and the outbox in plain SQL, where one statement decides between
 * several servers. Times are the database's own, so that servers need not agree on theirs. And the
 * one place where a million rows ask for set-based SQL and COPY: how a page of tickets gets into
 * PostgreSQL. Hidden behind the ports of the sync feature; decides nothing about helpdesks.
 */
package org.tagsmith.domain.sync.persistence;
