package org.kpilang.facts;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Progress;

/** The rows of a database query; the first one is that of the labels. */
final class ResultScan implements RowScan {

    /** How the cells of a column are asked for. */
    private enum Kind { TEXT, WHOLE, FLOATING, DECIMAL, DATE, TIME, ZONED_TIME }

    private final ResultSet result;
    private String[] labels = {};
    private Kind[] kinds = {};
    private int row = -1;
    /** What was asked for of the row as a text. */
    private @Nullable String[] texts = {};
    private double number;
    private char[] characters = new char[64];
    /** Drivers of before JDBC 4.2 know no {@link LocalDate}. */
    private boolean oldTimes;

    ResultScan(ResultSet result) {
        this.result = result;
    }

    @Override
    public boolean next() throws IOException {
        try {
            row++;
            if (row == 0) {
                describe(result.getMetaData());
                texts = labels.clone();
                return true;
            }
            Arrays.fill(texts, null);
            return result.next();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void describe(ResultSetMetaData described) throws SQLException {
        labels = new String[described.getColumnCount()];
        kinds = new Kind[labels.length];
        for (int column = 0; column < labels.length; column++) {
            labels[column] = described.getColumnLabel(column + 1);
            kinds[column] = switch (described.getColumnType(column + 1)) {
                case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> Kind.WHOLE;
                case Types.BIGINT -> described.isSigned(column + 1) ? Kind.WHOLE : Kind.DECIMAL;
                case Types.REAL, Types.FLOAT, Types.DOUBLE -> Kind.FLOATING;
                case Types.DECIMAL, Types.NUMERIC -> Kind.DECIMAL;
                case Types.DATE -> Kind.DATE;
                case Types.TIMESTAMP -> Kind.TIME;
                case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.ZONED_TIME;
                default -> Kind.TEXT;
            };
        }
    }

    private static IOException failed(SQLException cause) {
        return new IOException("the result cannot be read: " + cause.getMessage(), cause);
    }

    @Override
    public int line() {
        return Math.max(row, 1);
    }

    @Override
    public int cells() {
        return labels.length;
    }

    @Override
    public boolean isEmpty(int column) throws IOException {
        return isNumber(column) ? !hasNumber(column) : text(column).isEmpty();
    }

    private boolean isNumber(int column) {
        return row > 0 && (kinds[column] == Kind.WHOLE || kinds[column] == Kind.FLOATING
                || kinds[column] == Kind.DECIMAL);
    }

    /** Whether there is a number, which is kept. */
    private boolean hasNumber(int column) throws IOException {
        try {
            if (kinds[column] == Kind.DECIMAL) {
                BigDecimal exact = result.getBigDecimal(column + 1);
                number = exact == null ? 0 : exact.doubleValue();
                return exact != null;
            }
            number = kinds[column] == Kind.WHOLE ? result.getLong(column + 1) : result.getDouble(column + 1);
            return !result.wasNull();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public double number(int column) throws IOException {
        if (isNumber(column)) {
            return hasNumber(column) ? number : Double.NaN;
        }
        int length = take(text(column));
        return NumberText.parse(characters, 0, length);
    }

    @Override
    public int code(int column, Dictionary dictionary) throws IOException {
        int length = take(text(column));
        return dictionary.code(characters, 0, length);
    }

    @Override
    public int known(int column, Dictionary dictionary) throws IOException {
        int length = take(text(column));
        return dictionary.known(characters, 0, length);
    }

    private int take(String text) {
        if (text.length() > characters.length) {
            characters = new char[text.length() * 2];
        }
        text.getChars(0, text.length(), characters, 0);
        return text.length();
    }

    @Override
    public String text(int column) throws IOException {
        return written(column).strip();
    }

    /** A cell as a text; it is asked for once in a row, and stays until the next. */
    private String written(int column) throws IOException {
        String known = texts[column];
        if (known == null) {
            try {
                known = Objects.requireNonNullElse(asked(column), "");
            } catch (SQLException e) {
                throw failed(e);
            }
            texts[column] = known;
        }
        return known;
    }

    private @Nullable String asked(int column) throws SQLException {
        Object time = switch (kinds[column]) {
            case DATE -> time(column + 1, LocalDate.class);
            case TIME -> time(column + 1, LocalDateTime.class);
            case ZONED_TIME -> time(column + 1, OffsetDateTime.class);
            case TEXT, WHOLE, FLOATING, DECIMAL -> result.getString(column + 1);
        };
        return time == null ? null : time.toString();
    }

    private @Nullable Object time(int column, Class<?> type) throws SQLException {
        if (!oldTimes) {
            try {
                return result.getObject(column, type);
            } catch (SQLFeatureNotSupportedException e) {
                oldTimes = true;
            }
        }
        if (type == LocalDate.class) {
            Date date = result.getDate(column);
            return date == null ? null : date.toLocalDate();
        }
        Timestamp time = result.getTimestamp(column);
        return time == null ? null : type == LocalDateTime.class ? time.toLocalDateTime() : time.toInstant();
    }

    @Override
    public TextRow row() throws IOException {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < labels.length; column++) {
            cells.add(written(column));
        }
        return new TextRow(line(), cells);
    }

    @Override
    public long all(long done) {
        return Progress.UNKNOWN;
    }
}
