/** Lines of the table for the classes of EJML, a class for each subject. */
package dev.gradwright.processor.rules.ejml;
