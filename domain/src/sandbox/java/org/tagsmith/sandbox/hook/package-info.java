/**
 * How a sandbox tells another program that a ticket changed, and what can go wrong on the way. How
 * a vendor signs and repeats comes from its own sandbox.
 */
package org.tagsmith.sandbox.hook;
