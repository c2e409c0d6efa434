/**
 * The heart of the house: one package for each feature, and in it the model, with {@code usecase}
 * and {@code persistence} inside where there is something to put there. Knows no connector and no
 * page; a feature imports only those to its left: {@code shared <- vocabulary <- customer <- ticket
 * <- disposition <- report}. Holds no class itself.
 */
package org.tagsmith.domain;
