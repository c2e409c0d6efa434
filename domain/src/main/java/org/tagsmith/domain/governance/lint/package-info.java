/**
 * What could be better about a vocabulary that may well be published: gaps, doubles, names that
 * nobody reaches. Plain Java.
 */
package org.tagsmith.domain.governance.lint;
