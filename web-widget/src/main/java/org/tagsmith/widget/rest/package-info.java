/**
 * The addresses under {@code /api}. A resource reads the request, calls one use case and hands out
 * a view. It knows no status code of a failure, opens no transaction and holds no state of its own.
 */
package org.tagsmith.widget.rest;
