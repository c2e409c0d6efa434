/** Who is there, when they write, and what was done; the same for every vendor. */
package org.tagsmith.sandbox.desk;
