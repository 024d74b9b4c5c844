/**
 * Kinds of rules for operations on contents, each with the formula that it makes both modes from: entry by entry, a product, a sum over
 * entries, a linear map.
 */
package dev.gradwright.processor.rules.operation;
