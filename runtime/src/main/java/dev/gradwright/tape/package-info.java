/** What generated gradients record on, and where they get their memory. For generated code; users make no calls here. */
package dev.gradwright.tape;
