/** How the files of the catalogue are read, searched and shown. */
@NullMarked
package org.kpilang.dsl.internal.catalogue;

import org.jspecify.annotations.NullMarked;
