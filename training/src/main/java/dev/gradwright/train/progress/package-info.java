/**
 * Shows people how far a training is: hooks that write to a console. {@code me.tongfei:progressbar} is needed for the bar alone, and only if it is asked
 * for. Uses {@code train}.
 */
package dev.gradwright.train.progress;
