package org.tagsmith.architecture.broken.launch;

/** Known by those who should not. */
public record Launcher() {}
