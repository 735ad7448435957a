/** Generators of random values for property-based tests with jqwik, of this library and of applications. */
package org.kpilang.testing;
