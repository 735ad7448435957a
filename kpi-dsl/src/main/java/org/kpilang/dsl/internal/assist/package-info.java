/**
 * What can stand at a place of a text, and what stands there. {@link org.kpilang.dsl.internal.assist.Proposals} and
 * {@link org.kpilang.dsl.internal.assist.Explanation} are the entries.
 *
 * <p>{@code Cursor} is where a person types; {@code Context} is how the grammar has read the text up to there, and so
 * what may come. {@code Role} says what a name there stands for, {@code Vocabulary} which names there are.
 * {@code Ranking} leaves out what does not go with what is typed already, and puts the likeliest first.
 */
@NullMarked
package org.kpilang.dsl.internal.assist;

import org.jspecify.annotations.NullMarked;
