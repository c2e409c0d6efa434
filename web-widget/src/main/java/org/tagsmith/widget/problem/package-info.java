/**
 * What goes wrong, as callers see it: RFC 9457 {@code application/problem+json}. The only place
 * that knows status codes. Must never show a class name, a stack trace, or the message of an
 * exception nobody expected.
 */
package org.tagsmith.widget.problem;
