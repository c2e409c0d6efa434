/**
 * Keeps vocabulary versions in the database. Nobody outside sees more than the port it implements.
 */
package org.tagsmith.domain.vocabulary.persistence;
