/** Gradients that were derived by hand. Their tests show how they are checked without the processor. */
package dev.gradwright.examples.byhand;
