/**
 * Questions to a model and their answers. {@link org.kpilang.evaluate.Evaluation} says what is asked: which KPIs, at
 * which grain, in which periods, by which dimensions; {@link org.kpilang.evaluate.Result} holds the values, and tells
 * {@linkplain org.kpilang.evaluate.Result#why why} a value is absent. {@link org.kpilang.evaluate.Examples} asks what the
 * worked examples of a model say.
 *
 * <pre>{@code
 * Result result = Evaluation.of(model, facts).grain(Grain.QUARTER).by("region").run();
 * result.value("gross_margin", "2024-Q1");
 * }</pre>
 *
 * <p>Facts are sparse: a total over slices is known in a period as soon as one of its slices has a fact there, and is made
 * of those that have. Where a slice without a fact still counts, such as the customers of a region that reports late, the
 * input says so with {@code absent carries forward}.
 */
@NullMarked
package org.kpilang.evaluate;

import org.jspecify.annotations.NullMarked;
