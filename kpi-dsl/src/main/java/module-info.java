/**
 * The text form of KPIs: reads {@code .kpi} files and single formulas into definitions, and says in plain words what is
 * wrong with them. Start at {@code org.kpilang.dsl}. The grammar and the parse tree stay inside.
 */
module org.kpilang.dsl {
    requires transitive org.kpilang.core;
    requires static org.jspecify;
    requires org.antlr.antlr4.runtime;
}
