/**
 * The database as the operator sees it: where it is and how its tables come to be. Knows no feature
 * and holds no query.
 */
package org.tagsmith.domain.schema;
