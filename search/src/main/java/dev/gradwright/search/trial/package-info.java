/** What is known of trials: their seeds, what they reported, and how they ended. Uses spaces. */
package dev.gradwright.search.trial;
