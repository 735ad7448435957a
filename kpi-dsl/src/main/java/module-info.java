/**
 * The text form of KPIs: reads {@code .kpi} files and single formulas into definitions, and says in plain words what is
 * wrong with them, and how they can go on. Start at {@link org.kpilang.dsl.KpiLanguage}. The grammar and the parse tree
 * stay inside.
 */
module org.kpilang.dsl {
    requires transitive org.kpilang.core;
    requires static org.jspecify;
    requires org.antlr.antlr4.runtime;

    exports org.kpilang.dsl;
    exports org.kpilang.dsl.catalogue;
    exports org.kpilang.dsl.testfile;
}
