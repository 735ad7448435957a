/** Models over published data. {@link org.kpilang.examples.Demo} runs them all. */
@NullMarked
package org.kpilang.examples;

import org.jspecify.annotations.NullMarked;
