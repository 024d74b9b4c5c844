/** Java source as data, and its printing: files, classes, methods, code and the names in it, which become imports. */
package dev.gradwright.processor.source;
