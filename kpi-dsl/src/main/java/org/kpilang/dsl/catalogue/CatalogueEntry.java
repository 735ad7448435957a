package org.kpilang.dsl.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.catalogue.Difference;
import org.kpilang.dsl.internal.catalogue.Markdown;

/**
 * A KPI with all ways to define it.
 *
 * @param domain   the name of the trade: {@code finance}
 * @param heading  the part of the file that it stands in, or null if the file has no parts
 * @param kpi      the definition that counts unless another one is named
 * @param variants the others, in the order of the file
 */
public record CatalogueEntry(String domain, @Nullable String heading, CatalogueKpi kpi, List<CatalogueKpi> variants) {

    public CatalogueEntry {
        Objects.requireNonNull(domain, "domain is null");
        Objects.requireNonNull(kpi, "kpi is null");
        variants = List.copyOf(variants);
    }

    /** The name in formulas: {@code dso}. */
    public String id() {
        return kpi.id();
    }

    /** The name for people: {@code Days sales outstanding}. */
    public String label() {
        return kpi.label();
    }

    /** The part of the file that it stands in: {@code Turnover and days}. */
    public Optional<String> section() {
        return Optional.ofNullable(heading);
    }

    /** The definition that counts, then the variants. */
    public Stream<CatalogueKpi> definitions() {
        return Stream.concat(Stream.of(kpi), variants.stream());
    }

    /** What a variant needs, is measured in or is good at that the KPI itself is not, as fragments; may be empty. */
    public List<String> differences(CatalogueKpi variant) {
        return Difference.between(kpi, variant);
    }

    /** All that is known of it as a section of Markdown. */
    public String markdown() {
        return Markdown.section(this);
    }

    @Override
    public String toString() {
        return id();
    }
}
