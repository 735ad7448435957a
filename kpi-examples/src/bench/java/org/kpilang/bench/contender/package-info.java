/** What is compared: this library, loops written by hand, and what people use today. */
@org.jspecify.annotations.NullMarked
package org.kpilang.bench.contender;
