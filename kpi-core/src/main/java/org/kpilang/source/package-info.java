/**
 * Texts, places in them, and what there is to say about them; and how much work may be asked for, and how far it is.
 *
 * <p>Start at {@link org.kpilang.source.Diagnostic}: everything that is wrong with a formula, a file or a row of facts
 * is one of these values, and {@link org.kpilang.source.DiagnosticRenderer} shows it to a person. Nothing in this
 * package depends on the rest of the library.
 */
@NullMarked
package org.kpilang.source;

import org.jspecify.annotations.NullMarked;
