/**
 * A third connector, the smallest that keeps every promise: a helpdesk that is a folder of files.
 * The example of docs/writing-a-connector.md; knows nothing but {@code domain.sync} and {@code
 * domain.ticket}.
 */
package org.tagsmith.domain.sync.folder;
