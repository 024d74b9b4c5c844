/** Derivatives given by hand: rules, the methods they are for, and functions with their partial derivatives. */
package dev.gradwright.processor.lower.given;
