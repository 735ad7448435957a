/**
 * The way from text to well laid out text. {@link org.kpilang.dsl.internal.format.CanonicalText} is the entry.
 *
 * <p>{@code Comments} says which token each comment belongs to. The {@code ...Layout} classes make of the parse tree a
 * {@code Layout}: words, comments, and places where a line may break. {@code Writer} decides which of these places do
 * break and writes the lines to a {@code Page}; {@code Table} writes statements below each other in {@code Columns}.
 *
 * <p>Words are written as they were, and all of them but redundant brackets; so the tree stays the same. Every class
 * takes time that is linear in the text.
 */
@NullMarked
package org.kpilang.dsl.internal.format;

import org.jspecify.annotations.NullMarked;
