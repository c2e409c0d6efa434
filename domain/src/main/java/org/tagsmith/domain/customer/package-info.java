/** The people and organisations who get in touch, as the helpdesks describe them. */
package org.tagsmith.domain.customer;
