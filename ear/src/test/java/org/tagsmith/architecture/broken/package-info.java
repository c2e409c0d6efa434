/**
 * A house that breaks every rule, so that each rule is seen to fail whenever the tests run. Its
 * packages mirror the product's; nothing here is called, only read. Must not be copied from.
 */
package org.tagsmith.architecture.broken;
