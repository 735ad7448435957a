/** How definitions become a model: names, order, units, kinds and calls, one check a class. */
@NullMarked
package org.kpilang.model.internal;

import org.jspecify.annotations.NullMarked;
