/**
 * Units of measure: what a number counts. {@link org.kpilang.unit.Unit} is a product of powers of declared names, such
 * as {@code USD / customer}; it multiplies and divides, and only like units add.
 */
@NullMarked
package org.kpilang.unit;

import org.jspecify.annotations.NullMarked;
