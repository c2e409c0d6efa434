/** Keeps drafts and marks in the database. Nobody outside sees more than the ports. */
package org.tagsmith.domain.governance.persistence;
