package org.kpilang.model.internal;

import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.source.DiagnosticCode;

/** A level is weighted by an input, and events are not carried forward. */
final class InputCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    InputCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (InputDefinition input : draft.definitions().of(InputDefinition.class)) {
            if (input.weight() != null) {
                check(input, input.weight());
            }
            if (input.kind() == InputKind.VALUES && input.absent() instanceof AbsentRule.CarriesForward) {
                findings.error(DiagnosticCode.PROPERTY_NOT_VALID, input.origin(), "`" + input.name() + "` is "
                        + input.kind().description() + ", and an event does not happen again where there is none",
                        "write `absent is zero` if a period without a row had no event");
            }
        }
    }

    private void check(InputDefinition input, String weight) {
        Definition definition = draft.symbols().value(weight);
        if (input.kind() != InputKind.LEVEL) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, input.origin(),
                    "`" + input.name() + "` is " + input.kind().description() + ", and only a level is weighted",
                    "leave out `weighted by " + weight + "`");
        } else if (definition == null) {
            findings.unknown(DiagnosticCode.UNKNOWN_NAME, findings.after(input.origin(), weight), "`" + weight
                    + "` is not defined", weight,
                    "declare it: `input " + weight + " : flow`",
                            draft.symbols().values(InputDefinition.class).keySet());
        } else if (!(definition instanceof InputDefinition)) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, findings.after(input.origin(), weight),
                    "`" + weight + "` is " + Symbols.sort(definition) + ", and a level is weighted by an input");
        } else if (((InputDefinition) definition).kind() == InputKind.VALUES) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, findings.after(input.origin(), weight), "`" + weight
                    + "` is " + InputKind.VALUES.description() + ", and a weight is one number",
                    "weight it by a flow or a stock");
        } else if (weight.equals(input.name())) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, input.origin(), "`" + weight + "` is weighted by itself",
                    "weight it by what it is a level of, such as units sold for a price");
        }
    }
}
