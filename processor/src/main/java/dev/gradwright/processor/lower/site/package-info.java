/** The place in the source that is being read, the meaning of its names, and refusals there. */
package dev.gradwright.processor.lower.site;
