/** Records what agents decide and reads it back. Calls no other feature but the vocabulary. */
package org.tagsmith.domain.disposition.usecase;
