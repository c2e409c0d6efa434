/**
 * Freshdesk tickets that no one wrote, of the same bank as the other sandbox's: computed from a
 * seed and a number, so that a million cost no memory.
 */
package org.tagsmith.sandbox.freshdesk.invented;
