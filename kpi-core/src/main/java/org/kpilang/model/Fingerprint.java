package org.kpilang.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kpilang.model.internal.DefinitionsUsed;

/**
 * A short text that stands for a definition and all that it uses. Two KPIs with the same fingerprint are defined alike,
 * whatever the files look like; it can be kept beside a figure, so that everybody sees later whether the figure still
 * means the same. It is the beginning of the SHA-256 hash of the {@linkplain DefinitionText canonical texts}: 64 bits,
 * enough to tell definitions apart, and no protection against somebody who looks for two of the same. Immutable and
 * thread-safe.
 *
 * @param figure     what the number is made from: formulas, inputs, constants, functions and the calendar
 * @param definition the same, and all that is said about the KPI: targets, owners and so on
 */
public record Fingerprint(String figure, String definition) {

    private static final int LENGTH = 16;

    public Fingerprint {
        Objects.requireNonNull(figure, "figure is null");
        Objects.requireNonNull(definition, "definition is null");
    }

    public static Fingerprint of(Model model, Kpi kpi) {
        Map<String, String> used = DefinitionsUsed.texts(model, kpi);
        String formulas = kpi.versions().stream()
                .map(version -> version.validity() + " = " + version.definition().formula())
                .collect(Collectors.joining("\n"));
        String all = kpi.versions().stream().map(version -> DefinitionText.of(version.definition()))
                .collect(Collectors.joining("\n"));
        String parts = "\n" + model.calendar().name() + "\n" + String.join("\n", used.values());
        return new Fingerprint(hash("unit " + kpi.unit() + "\n" + formulas + parts), hash(all + parts));
    }

    /** One for all KPIs of a model with all that is said about them, in whichever order they stand. */
    public static String ofModel(Model model) {
        return hash(model.kpis().stream().map(kpi -> kpi.id() + " " + of(model, kpi).definition()).sorted()
                .collect(Collectors.joining("\n")));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
