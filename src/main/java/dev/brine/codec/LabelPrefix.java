package dev.brine.codec;

import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyPersistent;
import dev.brine.shape.PersistentId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table in front of those of its columns, as {@code LABEL_STYLE_TABLENAME_PLUS_COL}
 * puts it there: {@code sch_users_name} (rel_2_0_58, {@code ColumnClause._gen_tq_label},
 * sql/elements.py). Immutable.
 *
 * @param old as the dump has it
 * @param now as it is after a rename
 */
record LabelPrefix(String old, String now) {

  /**
   * Those that columns of a table, an alias or the like may have.
   *
   * @param tables the new keys of tables by the old ones
   */
  static List<LabelPrefix> of(Object from, Map<String, String> tables) {
    if (from instanceof PyPersistent reference) {
      return PersistentId.parse(reference.id()) instanceof PersistentId.OfTable table
          ? ofTable(table.key(), tables.getOrDefault(table.key(), table.key()))
          : List.of();
    }
    String name = from instanceof PyObject object ? nameOf(object) : null;
    return name == null ? List.of() : List.of(new LabelPrefix(name, name));
  }

  private static @Nullable String nameOf(PyObject object) {
    Object name = object.attribute("name");
    return name == null ? null : ColumnOrigins.textOf(name);
  }

  /** A point follows a schema, or is part of the name: only the metadata knows. */
  private static List<LabelPrefix> ofTable(String old, String now) {
    return Stream.of(new LabelPrefix(joined(old), joined(now)), new LabelPrefix(old, now))
        .distinct()
        .toList();
  }

  private static String joined(String key) {
    return key.replace('.', '_');
  }

  boolean isRenamed() {
    return !old.equals(now);
  }

  boolean isOf(String label) {
    return label.startsWith(old + "_");
  }

  /** What follows it. */
  String rest(String label) {
    return label.substring(old.length() + 1);
  }

  /** The new one before the key of a column. */
  String label(String key) {
    return now + "_" + key;
  }
}
