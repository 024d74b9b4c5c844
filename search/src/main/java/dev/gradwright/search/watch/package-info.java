/** What a person should know about a search: ranges on the wrong scale, best values at the end of a range, winners by luck. Uses spaces and records of trials. */
package dev.gradwright.search.watch;
