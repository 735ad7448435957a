package org.kpilang.bench.contender;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.kpilang.bench.Notation;

/** DuckDB over JDBC with one thread, rows read back; loading the table is not measured. MIT. */
final class DuckDb implements Contender {

    private final Connection connection;
    private String sql;
    private List<String> names;
    private PreparedStatement query;
    private double[][] bound;

    DuckDb() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:", new Properties());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET threads = 1");
                statement.execute("SET preserve_insertion_order = true");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void compile(String formula, List<String> inputs) throws Exception {
        names = inputs;
        sql = "SELECT " + Notation.SQL.write(formula) + " FROM facts";
        if (query != null) {
            query.close();
            query = connection.prepareStatement(sql);
        }
    }

    @Override
    public void bind(double[][] columns) throws Exception {
        bound = columns;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE facts (" + String.join(" DOUBLE, ", names) + " DOUBLE)");
        }
        try (DuckDBAppender appender = ((DuckDBConnection) connection).createAppender("main", "facts")) {
            for (int row = 0; row < columns[0].length; row++) {
                appender.beginRow();
                for (double[] column : columns) {
                    appender.append(column[row]);
                }
                appender.endRow();
            }
        }
        query = connection.prepareStatement(sql);
    }

    @Override
    public void run(double[][] columns, double[] out) throws Exception {
        if (columns != bound) {
            bind(columns);
        }
        try (ResultSet rows = query.executeQuery()) {
            for (int row = 0; rows.next(); row++) {
                out[row] = rows.getDouble(1);
            }
        }
    }

    @Override
    public void close() throws Exception {
        connection.close();
    }
}
