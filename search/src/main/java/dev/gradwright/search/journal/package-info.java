/**
 * The journal of a study: a file to which a line is added when a trial begins and when it ends, so that whatever happens to the process, what has ended is
 * known and what has not is run again. Uses spaces and records of trials.
 */
package dev.gradwright.search.journal;
