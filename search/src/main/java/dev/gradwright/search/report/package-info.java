/** The page of a search: one file of HTML for a browser, without scripts. Uses spaces, records of trials and what is watched. */
package dev.gradwright.search.report;
