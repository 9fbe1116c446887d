package dev.marquee.cf.ratings;

import dev.marquee.common.harness.DatabaseExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A real PostgreSQL with the tables of ratings, for tests of plain JDBC. */
final class RatingDatabase extends DatabaseExtension {

    /** All tables as the service finds them at its first start. */
    void recreate() {
        execute("drop schema public cascade; create schema public");
        for (String script : List.of("V1__ratings.sql", "V31__rating_conflicts.sql")) {
            try (InputStream text = RatingDatabase.class.getResourceAsStream("/db/migration/" + script)) {
                execute(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void execute(String sql) {
        try (Connection connection = source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query, the columns joined by blanks. */
    List<String> rows(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : " ").append(result.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
