/**
 * The alarm of the house: rules about who may know whom, run over the classes that are shipped, and
 * over a house in {@code broken} that breaks each of them. Must not start a server or open a port.
 */
package org.tagsmith.architecture;
