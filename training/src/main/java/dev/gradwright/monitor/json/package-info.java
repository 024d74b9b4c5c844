/** JSON, written piece by piece: for lines of files and for what pages are given. Knows nothing of the rest. */
package dev.gradwright.monitor.json;
