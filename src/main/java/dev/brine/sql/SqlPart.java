package dev.brine.sql;

import dev.brine.expr.BindParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A piece of compiled SQL: what a statement is made of before parameters get their spelling. */
public sealed interface SqlPart {

  /**
   * Text as the database is to see it: a percent sign stands once, whatever the parameter style.
   */
  record Text(String text) implements SqlPart {
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * One value, or, if the parameter is literally executed, a value that becomes text.
   *
   * @param name its name in this statement
   * @param cast what follows it: {@code ::VARCHAR}, or nothing
   */
  record Bind(String name, BindParameter parameter, String cast) implements SqlPart {
    public Bind {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(parameter, "parameter");
      Objects.requireNonNull(cast, "cast");
    }
  }

  /**
   * A list of values, to be replaced by one {@link Bind} for each: the inside of the parentheses of
   * an IN. {@link Compiled#expanded()} does it.
   *
   * @param name its name in this statement
   * @param cast what follows each value: {@code ::VARCHAR}, or nothing
   * @param around what the values' type writes around each; mostly nothing
   */
  record ExpandingBind(String name, BindParameter parameter, String cast, Around around)
      implements SqlPart {
    public ExpandingBind {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(parameter, "parameter");
      Objects.requireNonNull(cast, "cast");
      Objects.requireNonNull(around, "around");
    }
  }

  /** What stands before and behind each value of a list. */
  record Around(List<SqlPart> before, List<SqlPart> behind) {

    /** Nothing at all. */
    static final Around NOTHING = new Around(List.of(), List.of());

    public Around {
      before = List.copyOf(before);
      behind = List.copyOf(behind);
    }

    boolean isNothing() {
      return before.isEmpty() && behind.isEmpty();
    }

    /** A value with all of it. */
    List<SqlPart> around(SqlPart value) {
      List<SqlPart> all = new ArrayList<>(before);
      all.add(value);
      all.addAll(behind);
      return all;
    }
  }
}
