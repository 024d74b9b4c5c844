/** Networks and their layers: generated gradients beside those written by hand, on the same products and on EJML's. */
package dev.gradwright.benchmarks.network;
