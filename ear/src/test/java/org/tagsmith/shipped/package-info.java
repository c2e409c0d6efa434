/**
 * What operators get, tried as they get it: the EAR file on the full server and on Payara Micro,
 * the launcher as a process of its own, killed and started again. Nothing here reaches into the
 * product; everything goes through processes, files and HTTP.
 */
package org.tagsmith.shipped;
