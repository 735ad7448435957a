package org.kpilang.model.internal;

import java.util.Set;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

/** What a KPI leads, drives or serves exists, and examples give no values to constants. */
final class PropertyLinkCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    PropertyLinkCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            kpi.properties().forEach(property -> check(kpi, property));
        }
    }

    private void check(KpiDefinition kpi, Property property) {
        if (property instanceof Property.Leading leading) {
            outcome(kpi, leading.outcome(), property);
        } else if (property instanceof Property.Coincident coincident) {
            outcome(kpi, coincident.outcome(), property);
        } else if (property instanceof Property.Drives drives) {
            drives.kpis().forEach(name -> outcome(kpi, name, property));
        } else if (property instanceof Property.Objective objective) {
            objective(objective);
        } else if (property instanceof Property.Example example) {
            example.given().forEach(given -> Parts.of(given.asked(), draft.functions()).forEach(this::given));
        }
    }

    /** An example gives values to inputs and KPIs; whether they exist is looked at with all other names. */
    private void given(Expression part) {
        if (part instanceof Reference reference
                && draft.symbols().value(reference.name()) instanceof ConstantDefinition constant) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, reference.origin(), "`" + constant.name()
                    + "` is a constant, and an example gives values to inputs and KPIs",
                    "leave it out; it has its value already");
        }
    }

    /** An outcome is a KPI, or an input that is watched for itself. */
    private void outcome(KpiDefinition kpi, String name, Property property) {
        Definition definition = draft.symbols().value(name);
        if (definition == null && draft.symbols().other(name) != null) {
            definition = draft.symbols().other(name);
        }
        if (definition == null) {
            notDefined(name, draft.symbols().valueNames(), property.origin());
        } else if (definition instanceof ConstantDefinition || draft.symbols().value(name) == null) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, findings.at(property.origin(), name),
                    "`" + name + "` is " + Symbols.sort(definition) + ", and `" + property.word() + "` names a KPI or an input");
        } else if (definition instanceof InputDefinition input && input.kind() == InputKind.VALUES) {
            findings.error(DiagnosticCode.NOT_ONE_NUMBER, findings.at(property.origin(), name), "`" + name + "` is "
                    + input.kind().description() + ", not one number",
                    "name a KPI that asks its events, such as one of `median(" + name + ")`");
        } else if (name.equals(Kpi.id(kpi))) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, findings.at(property.origin(), name),
                    "`" + name + "` cannot be linked to itself by `" + property.word() + "`", "name another KPI");
        }
    }

    private void objective(Property.Objective objective) {
        if (!draft.symbols().objectives().containsKey(objective.name())) {
            findings.unknown(DiagnosticCode.UNKNOWN_NAME, findings.at(objective.origin(), objective.name()),
                    "there is no objective `" + objective.name() + "`", objective.name(),
                    "declare it: `objective " + objective.name() + "`", draft.symbols().objectives().keySet());
        }
    }

    private void notDefined(String name, Set<String> candidates, Origin origin) {
        findings.unknown(DiagnosticCode.UNKNOWN_NAME, findings.at(origin, name), "`" + name + "` is not defined", name, null,
                candidates);
    }
}
