package org.kpilang.model.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.Definition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.UnitDefinition;
import org.kpilang.model.UseDefinition;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/** What names of a library stand for in a model of one's own. */
final class LibraryBindings {

    private static final int MOST_LISTED = 12;

    private final LibraryNames names;
    private final Findings findings;
    private final Map<String, UseDefinition.Binding> bindings = new LinkedHashMap<>();
    /** What stands for names of the library; those that stand for themselves are not among them. */
    private final Map<String, Expression> replaced = new HashMap<>();

    LibraryBindings(LibraryNames names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /** The same bindings, of which some will be others. */
    LibraryBindings with(List<UseDefinition.Binding> others) {
        LibraryBindings more = new LibraryBindings(names, findings);
        others.forEach(more::bind);
        bindings.forEach(more.bindings::putIfAbsent);
        replaced.forEach((name, value) -> {
            if (more.bindings.get(name) == bindings.get(name)) {
                more.replaced.put(name, value);
            }
        });
        return more;
    }

    Collection<UseDefinition.Binding> all() {
        return bindings.values();
    }

    /** What stands for names of the library. */
    Map<String, Expression> replaced() {
        return replaced;
    }

    void bind(UseDefinition.Binding binding) {
        String name = binding.name();
        boolean unit = !names.isValue(name) && names.units().containsKey(name);
        if (!unit && !names.isValue(name)) {
            findings.unknown(DiagnosticCode.UNKNOWN_NAME, binding.origin(),
                    "`" + name + "` is nothing that is used here", name,
                    "write the names of the file that is used before `=`", names.valueNames(), names.units().keySet());
            return;
        }
        UseDefinition.Binding before = bindings.putIfAbsent(name, binding);
        if (before != null && !before.value().equals(binding.value())) {
            findings.error(DiagnosticCode.DUPLICATE_NAME, binding.origin(),
                    "`" + name + "` is `" + before.value() + "` already", "it has one meaning for all files together,"
                            + " but for KPIs that are given names of their own: `use … only arpa as other_arpa with …`");
        } else if (unit && !(binding.value() instanceof Reference)) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, binding.value().origin(),
                    "`" + name + "` is a unit, and `" + binding.value() + "` is none", "write the name of a unit");
        } else if (!unit && !isItself(binding)) {
            replaced.put(name, binding.value());
            if (binding.value() instanceof Reference reference) {
                checkKind(name, names.own(reference.name()), reference.origin());
            }
        }
    }

    private static boolean isItself(UseDefinition.Binding binding) {
        return binding.value() instanceof Reference reference && reference.name().equals(binding.name());
    }

    void checkKind(String name, @Nullable Definition mine) {
        if (mine != null) {
            checkKind(name, mine, mine.origin());
        }
    }

    /** An input that stands in for another rolls up alike. */
    private void checkKind(String name, @Nullable Definition mine, Origin origin) {
        InputDefinition other = names.input(name);
        if (mine instanceof InputDefinition input && other != null && input.kind() != other.kind()
                && !(isOfTheWindow(input) && isOfTheWindow(other))) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, origin,
                    "`" + name + "` stands for " + other.kind().description() + ", and `" + input.name() + "` is "
                            + input.kind().description() + unlike(other.kind(), input.kind()),
                    instead(name, other.kind(), input));
        }
    }

    /** In what two kinds differ that are taken for each other easily. */
    private static String unlike(InputKind wanted, InputKind given) {
        if (wanted == InputKind.LEVEL && given == InputKind.STOCK) {
            return ": of a long window the one is the mean, the other the closing balance";
        } else if (wanted == InputKind.STOCK && given == InputKind.LEVEL) {
            return ": a mean has no opening and no closing balance";
        }
        return "";
    }

    /** What to bind in its place. */
    private static String instead(String name, InputKind wanted, InputDefinition input) {
        if (wanted == InputKind.LEVEL && input.kind() == InputKind.STOCK) {
            return "bind the mean of the balance: `" + name + " = average(" + input.name() + ")`";
        } else if (wanted == InputKind.LEVEL && input.kind() == InputKind.VALUES) {
            return "bind what is asked of its events: `" + name + " = median(" + input.name() + ")`";
        }
        return "bind it to an input of that kind, or to a formula";
    }

    /** Things that happened are counted one by one or by their numbers; either way a formula asks for a window. */
    private static boolean isOfTheWindow(InputDefinition input) {
        return input.kind() == InputKind.FLOW || input.kind() == InputKind.DISTINCT;
    }

    /** Units that are bound, and money: the one currency that is declared here, if there is one. */
    Map<String, Unit> otherUnits() {
        Map<String, Unit> others = new HashMap<>();
        List<UnitDefinition> currencies = names.ownUnits().values().stream().filter(UnitDefinition::currency).toList();
        for (UnitDefinition unit : names.units().values()) {
            UseDefinition.Binding binding = bindings.get(unit.name());
            if (binding != null && binding.value() instanceof Reference reference) {
                others.put(unit.name(), Unit.of(reference.name()));
            } else if (unit.currency() && currencies.size() == 1) {
                others.put(unit.name(), Unit.of(currencies.get(0).name()));
            }
        }
        return others;
    }

    /** The inputs of the library that are needed and are neither bound nor declared here. */
    Set<String> missing(LibraryReach reach) {
        return reach.values().stream()
                .filter(name -> names.input(name) != null && names.own(name) == null && !bindings.containsKey(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param who what needs them, with the verb */
    void refuseMissing(Origin origin, String who, Set<String> missing) {
        findings.error(DiagnosticCode.MISSING_BINDING, origin, who + " what is not bound: " + listed(missing),
                "bind it: `with " + missing.iterator().next() + " = …`, or without `= …` if the facts call it so");
    }

    private String listed(Set<String> missing) {
        String listed = missing.stream().limit(MOST_LISTED)
                .map(name -> "`" + name + "` (" + kind(Objects.requireNonNull(names.input(name))) + ")")
                .collect(Collectors.joining(", "));
        return missing.size() > MOST_LISTED ? listed + " and " + (missing.size() - MOST_LISTED) + " more" : listed;
    }

    private static String kind(InputDefinition input) {
        return input.kind().word() + (input.unit() == null ? "" : " in " + input.unit());
    }
}
