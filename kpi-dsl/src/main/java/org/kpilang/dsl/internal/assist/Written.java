package org.kpilang.dsl.internal.assist;

import java.math.BigDecimal;
import org.antlr.v4.runtime.Token;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Names;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.unit.Unit;

/** How names and texts are written, and read. */
final class Written {

    private Written() {}

    /** The name that a token stands for. */
    static String name(Token token) {
        String written = token.getText();
        return Names.normalized(
                token.getType() == KpiParser.QUOTED_NAME ? written.substring(1, written.length() - 1) : written);
    }

    /** The words between the quotes of a token. */
    static String text(Token token) {
        String written = token.getText();
        return written.substring(1, written.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** Whether a text can be written between quotes. */
    static boolean isText(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    /** A text between quotes. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The name of a value: that of a variant with a point, without backticks if both parts need none. */
    static String value(String name) {
        int point = name.indexOf('.');
        boolean plain = point > 0 && Names.isPlain(name.substring(0, point)) && Names.isPlain(name.substring(point + 1));
        return plain ? name : Names.written(name);
    }

    /** A name where the words of the language are not taken for names. */
    static String strictly(String name) {
        return Names.KEYWORDS.contains(name) ? "`" + name + "`" : Names.written(name);
    }

    /** Whether a number is one, be it as a percentage or in thousands. */
    static boolean isOne(String number) {
        int exponent = 0;
        String digits = number;
        for (NumberLiteral.Suffix suffix : NumberLiteral.Suffix.values()) {
            if (!suffix.text().isEmpty() && number.endsWith(suffix.text())) {
                exponent = suffix.exponent();
                digits = number.substring(0, number.length() - suffix.text().length());
            }
        }
        try {
            return new BigDecimal(digits).scaleByPowerOfTen(exponent).compareTo(BigDecimal.ONE) == 0;
        } catch (NumberFormatException | ArithmeticException e) {
            return false;
        }
    }

    /** A unit, of which those of time may be in the plural. */
    static String unit(String name, boolean plural) {
        return Unit.TIME.contains(name) ? plural ? name + "s" : name : strictly(name);
    }
}
