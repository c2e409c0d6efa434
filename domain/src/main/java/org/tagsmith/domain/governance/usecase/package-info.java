/**
 * What leads do: look at what changes would do, publish them, take a publication back, read the
 * history.
 */
package org.tagsmith.domain.governance.usecase;
