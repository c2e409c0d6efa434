/**
 * The invented bank behind every sandbox: its customers, why they write and what people label it.
 * Holds invented words only, never copies of customers' messages.
 */
package org.tagsmith.sandbox.invented;
