package dev.brine.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/**
 * What SQLAlchemy adds to each connection with SQLite, by which it says {@code regexp_match} and
 * {@code //} (rel_2_0_52, {@code dialects/sqlite/pysqlite.py}, {@code on_connect}). To be touched
 * only where the database is SQLite: its driver need not be there otherwise.
 */
final class SqliteFunctions {

  // As sqlite3_value_type() tells them (sqlite.org/c3ref/c_blob.html).
  private static final int INTEGER = 1;
  private static final int FLOAT = 2;
  private static final int NULL = 5;

  private SqliteFunctions() {}

  /** Does nothing on a connection of another driver than Xerial's. */
  static void addTo(Connection connection) throws SQLException {
    if (connection.isWrapperFor(SQLiteConnection.class)) {
      Connection own = connection.unwrap(SQLiteConnection.class);
      Function.create(own, "regexp", new Regexp(), 2, Function.FLAG_DETERMINISTIC);
      Function.create(own, "floor", new Floor(), 1, Function.FLAG_DETERMINISTIC);
    }
  }

  /** {@code text REGEXP pattern}: whether the pattern is found anywhere in the text. */
  private static final class Regexp extends Function {

    /** The pattern is mostly the same for all rows. */
    private @Nullable Pattern last;

    @Override
    protected void xFunc() throws SQLException {
      if (value_type(1) == NULL) {
        result();
        return;
      }
      try {
        result(compiled(value_text(0)).matcher(value_text(1)).find() ? 1 : 0);
      } catch (PatternSyntaxException e) {
        error("not a regular expression: " + e.getMessage());
      }
    }

    private Pattern compiled(String pattern) {
      Pattern known = last;
      if (known == null || !known.pattern().equals(pattern)) {
        known = Pattern.compile(pattern);
        last = known;
      }
      return known;
    }
  }

  /** Python's {@code math.floor}, which gives an integer even of a float. */
  private static final class Floor extends Function {

    @Override
    protected void xFunc() throws SQLException {
      switch (value_type(0)) {
        case INTEGER -> result(value_long(0));
        case FLOAT -> floorOf(value_double(0));
        // Python's would fail; every other database has it that NULL is NULL.
        case NULL -> result();
        default -> error("floor() of what is no number");
      }
    }

    private void floorOf(double number) throws SQLException {
      if (!Double.isFinite(number)) {
        error("floor() of " + number);
        return;
      }
      try {
        BigDecimal floor = new BigDecimal(number).setScale(0, RoundingMode.FLOOR);
        result(floor.longValueExact());
      } catch (ArithmeticException e) {
        error("floor() of " + number + " is no integer of 64 bits");
      }
    }
  }
}
