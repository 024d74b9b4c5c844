/** Prices and calibrations, as one would write them without a thought of derivatives. */
package dev.gradwright.examples.finance;
