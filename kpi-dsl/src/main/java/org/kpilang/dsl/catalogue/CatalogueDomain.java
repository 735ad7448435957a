package org.kpilang.dsl.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.catalogue.DomainFile;
import org.kpilang.dsl.internal.catalogue.Markdown;

/**
 * The KPIs of a trade: what one file of the language defines. Immutable and thread-safe; read when it is first needed.
 */
public final class CatalogueDomain {

    private final String name;
    private volatile @Nullable DomainFile read;

    CatalogueDomain(String name) {
        this.name = name;
    }

    /** The name of the trade: {@code saas}. */
    public String name() {
        return name;
    }

    /** The name of the file, as it is used: {@code standard.saas}. */
    public String file() {
        return "standard." + name;
    }

    /** What the file is about: {@code The KPIs of a subscription business}. */
    public String title() {
        return contents().title();
    }

    /** What holds for all KPIs of the file, as paragraphs; may be empty. */
    public List<String> notes() {
        return contents().notes();
    }

    /** The KPIs in the order of the file. */
    public List<CatalogueEntry> entries() {
        return contents().entries();
    }

    /** The KPIs of the trade as a page of Markdown. */
    public String markdown() {
        return Markdown.page(this);
    }

    /** Several threads may read it at once, which comes to the same. */
    private DomainFile contents() {
        DomainFile contents = read;
        if (contents == null) {
            contents = DomainFile.read(this);
            read = contents;
        }
        return contents;
    }

    @Override
    public String toString() {
        return name;
    }
}
