/**
 * What people do with the vocabulary: publish a version, read the newest one. Calls no other
 * feature's use case and knows no helpdesk.
 */
package org.tagsmith.domain.vocabulary.usecase;
