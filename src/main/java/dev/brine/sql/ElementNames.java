package dev.brine.sql;

import dev.brine.expr.Alias;
import dev.brine.expr.AsBoolean;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Grouping;
import dev.brine.expr.Label;
import dev.brine.expr.TableRef;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names a value goes by and those made up for it: the label properties of SQLAlchemy's {@code
 * ColumnElement} (rel_2_0_52, {@code sql/elements.py}). Not thread-safe; one for each compilation.
 */
final class ElementNames {

  /** Characters that would spoil a template. */
  private static final Pattern UNFIT = Pattern.compile("[%() $]+");

  private static final String ANONYMOUS = "anon";

  private final Map<ElementKey, Integer> tokens = new HashMap<>();

  /** The name an element has by itself; null if it has none. */
  @Nullable LabelName name(ColumnElement element) {
    if (element instanceof ColumnRef column) {
      return LabelName.of(column.name());
    }
    if (element instanceof Label label) {
      return LabelName.of(label.name());
    }
    if (element instanceof FunctionCall function) {
      return LabelName.of(function.name());
    }
    return element instanceof Grouping grouping ? name(grouping.element()) : null;
  }

  /** The name by which every database gives the value: {@code _non_anon_label}. */
  @Nullable LabelName predictable(ColumnElement element) {
    return element instanceof FunctionCall ? null : name(element);
  }

  /** {@code table_column}: {@code _tq_label}. */
  @Nullable LabelName qualified(ColumnElement element) {
    if (element instanceof ColumnRef column) {
      return qualifiedColumn(column);
    }
    if (element instanceof Label label) {
      return LabelName.of(label.name());
    }
    if (element instanceof AsBoolean wrapper) {
      return qualified(wrapper.element());
    }
    if (element instanceof Grouping grouping) {
      LabelName inner = qualified(grouping.element());
      return inner == null ? anonymous(element) : inner;
    }
    return null;
  }

  private static @Nullable LabelName qualifiedColumn(ColumnRef column) {
    if (column.isLiteral()) {
      return null;
    }
    LabelName name = LabelName.of(column.name());
    LabelName tableName = tableName(column.table());
    if (tableName == null || column.table() == null) {
      return name;
    }
    LabelName label = schemaPrefix(column.table()).plus(tableName).plus("_").plus(name).shortened();
    return distinct(label.quoting(quoting(name, tableName)), column.table());
  }

  private static Quoting quoting(LabelName column, LabelName table) {
    return column.quoting() == Quoting.AUTOMATIC ? table.quoting() : column.quoting();
  }

  private static LabelName schemaPrefix(FromClause from) {
    QuotedName schema = from instanceof TableRef ref ? ref.table().schema() : null;
    return LabelName.plain(schema == null ? "" : schema.text().replace(".", "_") + "_");
  }

  /** The name of a FROM element; null for one that has none, such as a join. */
  static @Nullable LabelName tableName(@Nullable FromClause from) {
    if (from instanceof TableRef ref) {
      Table table = ref.table();
      return LabelName.of(table.name());
    }
    return from instanceof Alias alias ? LabelName.of(alias.name()) : null;
  }

  /** A table may have a column that is called as another would be with the table's name. */
  private static LabelName distinct(LabelName label, FromClause from) {
    if (label.isTemplate()) {
      return label;
    }
    LabelName candidate = label;
    for (int i = 1; hasColumn(from, candidate.text()); i++) {
      candidate = label.plus("_" + i);
    }
    return candidate;
  }

  private static boolean hasColumn(FromClause from, String key) {
    return from.columns().stream().anyMatch(column -> column.key().equals(key));
  }

  /** A name made up for the element, the same each time: {@code _anon_name_label}. */
  LabelName anonymous(ColumnElement element) {
    if (element instanceof AsBoolean wrapper) {
      LabelName inner = predictable(wrapper.element());
      return inner == null ? anonymous(wrapper.element()) : inner;
    }
    return anonymous(element, name(element));
  }

  /** The same with {@code table_column} as its base: {@code _anon_tq_label}. */
  LabelName anonymousQualified(ColumnElement element) {
    return anonymous(element, qualified(element));
  }

  private LabelName anonymous(ColumnElement element, @Nullable LabelName seed) {
    return template(token(element), seed);
  }

  /** A name for an element that was selected before: {@code _dedupe_anon_label_idx}. */
  LabelName repeated(ColumnElement element, int index) {
    if (element instanceof AsBoolean wrapper) {
      LabelName inner = predictable(wrapper.element());
      return inner == null
          ? repeatedQualified(element, index)
          : anonymous(element, inner.plus("_"));
    }
    LabelName name = name(element);
    return name == null ? repeatedQualified(element, index) : repeated(element, name, index);
  }

  LabelName repeatedQualified(ColumnElement element, int index) {
    LabelName qualified = qualified(element);
    return repeated(element, qualified == null ? LabelName.plain(ANONYMOUS) : qualified, index);
  }

  private LabelName repeated(ColumnElement element, LabelName seed, int index) {
    return template(token(element) + "." + index, seed.plus("_"));
  }

  private static LabelName template(String token, @Nullable LabelName seed) {
    if (seed != null && seed.isTemplate()) {
      return new LabelName(
          seed.text() + "%(" + token + " )s", LabelName.Form.TEMPLATE, seed.quoting());
    }
    String base = seed == null || seed.text().isEmpty() ? ANONYMOUS : seed.text();
    return new LabelName(
        "%(" + token + " " + UNFIT.matcher(base).replaceAll("_") + ")s",
        LabelName.Form.TEMPLATE,
        Quoting.AUTOMATIC);
  }

  /** Told apart from the tokens of names in the statement, which are numbers alone. */
  private String token(ColumnElement element) {
    return "e" + tokens.computeIfAbsent(ElementKey.of(element), key -> tokens.size());
  }

  /** A name made up for a table, for one of the same name in another schema is there too. */
  LabelName forAmbiguous(String tableName) {
    return template("t:" + UNFIT.matcher(tableName).replaceAll("_"), LabelName.plain(tableName));
  }
}
