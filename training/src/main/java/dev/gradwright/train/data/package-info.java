/**
 * Examples to learn from, and batches of them. Everything random here depends on a seed and on what it is drawn for, never on what was drawn before, so
 * that training can be resumed or shared among threads with the same draws. Stands alone.
 */
package dev.gradwright.train.data;
