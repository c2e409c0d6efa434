/** Keeps dispositions through Jakarta Persistence. Nothing here is public. */
package org.tagsmith.domain.disposition.persistence;
