package org.kpilang.dsl;

/** What a piece of a text is, for lists of candidates and for icons. */
public enum SymbolKind {
    /** A name that takes its values from facts. */
    INPUT,
    /** A KPI, or a variant of one. */
    KPI,
    /** A named number. */
    CONSTANT,
    /** A parameter of a function that is being defined. */
    PARAMETER,
    /** A name of which nothing else is known. */
    NAME,
    /** A function, of the language, of the application or of the file. */
    FUNCTION,
    /** A summary of the values of several periods. */
    STATISTIC,
    /** A unit or currency. */
    UNIT,
    /** A way to slice the business. */
    DIMENSION,
    /** A member of a dimension. */
    MEMBER,
    /** An objective that KPIs serve. */
    OBJECTIVE,
    /** Another window or another part of the business. */
    SELECTOR,
    /** Something that is said about a KPI between braces. */
    PROPERTY,
    /** A word that is one of some at its place: a kind of input, a rhythm, a status, a month, a tag, an owner. */
    CHOICE,
    /** A number, or a number of periods. */
    NUMBER,
    /** Any other word of the language. */
    KEYWORD,
    /** A sign: an operator, a bracket, a comma. */
    OPERATOR
}
