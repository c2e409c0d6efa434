/**
 * What the sandbox helpdesks have in common: a listening server, things that go wrong on demand, a
 * journal, and a bank whose customers write to all of them. Knows neither Tagsmith's domain nor a
 * vendor; never part of the EAR.
 */
package org.tagsmith.sandbox;
