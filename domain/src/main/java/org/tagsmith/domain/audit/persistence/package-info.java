/**
 * Counts of practice and samples for recoding, from PostgreSQL. Hidden behind the audit's ports.
 */
package org.tagsmith.domain.audit.persistence;
