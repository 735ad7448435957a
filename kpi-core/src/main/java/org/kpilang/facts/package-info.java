/**
 * The data: facts by input, slice and period, in columns. {@link org.kpilang.facts.Facts} is the immutable whole; it is
 * loaded from rows of text, from Java objects, or from arrays. A row that cannot be used is an error with its file and line
 * and never left out in silence.
 */
@NullMarked
package org.kpilang.facts;

import org.jspecify.annotations.NullMarked;
