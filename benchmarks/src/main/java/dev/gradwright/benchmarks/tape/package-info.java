/** A tape of primitive arrays, such as libraries of operator overloading record: what generated code is compared with. */
package dev.gradwright.benchmarks.tape;
