/**
 * Pages that the server writes itself: the sidebar, which carries a session, and what a person sees
 * when a page cannot be shown. All other pages are static files.
 */
package org.tagsmith.widget.page;
