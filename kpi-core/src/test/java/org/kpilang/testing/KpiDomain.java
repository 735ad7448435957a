package org.kpilang.testing;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.kpilang.model.Model;
import org.kpilang.series.Series;

/**
 * Makes up whatever {@link KpiArbitraries} can make up without being told of a model, by the type of a parameter:
 *
 * <pre>{@code
 * @Property
 * @Domain(KpiDomain.class)
 * void everyModelHasAnOrder(@ForAll Model model) {
 *     assertThat(model.order()).hasSizeGreaterThanOrEqualTo(model.kpis().size());
 * }
 * }</pre>
 */
public final class KpiDomain extends DomainContextBase {

    /** For jqwik. */
    public KpiDomain() {}

    @Provide
    Arbitrary<Model> models() {
        return KpiArbitraries.models();
    }

    @Provide
    Arbitrary<Question> questions() {
        return KpiArbitraries.questions();
    }

    @Provide
    Arbitrary<Series> series() {
        return KpiArbitraries.series();
    }
}
