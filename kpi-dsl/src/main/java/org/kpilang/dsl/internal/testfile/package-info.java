/** Reads files of tests, asks what they ask, and says how the answers differ from those expected. */
@NullMarked
package org.kpilang.dsl.internal.testfile;

import org.jspecify.annotations.NullMarked;
