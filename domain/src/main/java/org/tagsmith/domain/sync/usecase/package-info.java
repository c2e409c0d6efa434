/**
 * Reading helpdesks page by page, writing labels back, and telling how far both are. HTTP happens
 * here between transactions, never inside one.
 */
package org.tagsmith.domain.sync.usecase;
