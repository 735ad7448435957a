/**
 * Helps to test this library and what is built on it: {@link org.kpilang.testing.Expressions} and {@link
 * org.kpilang.testing.Questions} make up formulas, models, facts and requests for property tests with jqwik, and {@link
 * org.kpilang.testing.ReferenceEvaluator} answers any question slowly, in the words of the definition of the language.
 */
package org.kpilang.testing;
