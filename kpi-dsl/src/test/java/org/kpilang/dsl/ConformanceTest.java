package org.kpilang.dsl;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.kpilang.dsl.testing.KpiTests;

/**
 * What the language means, case by case. Every file of the folder is run. Expected values come from the sources that
 * are named beside them or were worked out by hand.
 */
class ConformanceTest {

    @TestFactory
    Stream<DynamicNode> theLanguageMeansWhatIsWritten() {
        return KpiTests.in(Path.of("src/test/resources/conformance"));
    }
}
