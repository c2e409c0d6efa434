/**
 * What operators watch: health, each check meaning what its name says, and metrics. Reads figures
 * that others keep; calls no helpdesk and changes nothing.
 */
package org.tagsmith.widget.health;
