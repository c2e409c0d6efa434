/** Keeps staff members through Jakarta Persistence. Nothing here is public. */
package org.tagsmith.domain.access.persistence;
