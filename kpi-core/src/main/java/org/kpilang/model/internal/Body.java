package org.kpilang.model.internal;

import java.util.List;
import org.kpilang.expression.Expression;

/** What a call stands for: an expression in which some names stand for the arguments, in order. */
record Body(List<String> parameters, Expression expression) {}
