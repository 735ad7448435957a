/** How pictures and reports are put together; not for users. */
@NullMarked
package org.kpilang.report.internal;

import org.jspecify.annotations.NullMarked;
