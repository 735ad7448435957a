package org.kpilang.report;

/**
 * A picture of figures, in three forms: SVG, text for a terminal, and a block of a document for those who see neither.
 * Nothing in names and labels is taken for markup. A new chart is one class.
 */
public interface Chart extends Report {

    /** What the picture shows, in a few words. */
    String title();

    /** What there is to see in it, in a sentence, for those who do not see it. */
    String description();

    /** The same figures as a table or a list. */
    Block alternative();

    /** The picture as a document of its own, with its style, light or dark as the reader likes it. */
    String svg();

    /** The picture as an element of a page that has the style of charts already, as {@link HtmlReport} has. */
    String element();
}
