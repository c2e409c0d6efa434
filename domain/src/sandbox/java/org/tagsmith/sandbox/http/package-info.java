/**
 * The HTTP edge of any sandbox: calls, answers, faults, pages. The shapes and words of a vendor
 * come from its own sandbox; decides nothing about tickets.
 */
package org.tagsmith.sandbox.http;
