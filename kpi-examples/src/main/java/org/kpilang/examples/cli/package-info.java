/** The command {@code kpi}. {@link org.kpilang.examples.cli.Main} runs it. */
@NullMarked
package org.kpilang.examples.cli;

import org.jspecify.annotations.NullMarked;
