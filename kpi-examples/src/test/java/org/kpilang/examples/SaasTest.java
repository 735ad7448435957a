package org.kpilang.examples;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.kpilang.dsl.testing.KpiTests;

/** Tests of KPIs as text, run by JUnit; in the README. */
class SaasTest {

    // README: from here
    @TestFactory
    Stream<DynamicNode> kpis() {
        return KpiTests.in(Path.of("saas/saas.kpitest"));
    }
    // README: to here
}
