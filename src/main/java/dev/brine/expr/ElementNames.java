package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names a value goes by and those made up for it: the label properties of SQLAlchemy's {@code
 * ColumnElement} (rel_2_0_52, {@code sql/elements.py}). Public for the compiler's sake. Not
 * thread-safe; one for each compilation.
 */
public final class ElementNames {

  /** Characters that would spoil a template. */
  private static final Pattern UNFIT = Pattern.compile("[%() $]+");

  private static final String ANONYMOUS = "anon";

  private final Map<ElementKey, Integer> tokens = new HashMap<>();
  private final IdentityHashMap<AliasedReturnsRows, Map<String, LabelName>> exported =
      new IdentityHashMap<>();

  private final Function<Opaque, @Nullable String> custom;

  ElementNames() {
    this(opaque -> null);
  }

  /**
   * @param custom the name by which the class of a user's own element calls itself; null for none
   */
  public ElementNames(Function<Opaque, @Nullable String> custom) {
    this.custom = custom;
  }

  /** The name an element has by itself; null if it has none. */
  public @Nullable LabelName name(ColumnElement element) {
    if (element instanceof ColumnRef column) {
      return columnName(column);
    }
    if (element instanceof Label label) {
      return LabelName.of(label.name());
    }
    if (element instanceof FunctionCall function) {
      return LabelName.of(function.name());
    }
    if (element instanceof NextValue) {
      return LabelName.of(NextValue.NAME);
    }
    if (element instanceof Opaque opaque) {
      String name = custom.apply(opaque);
      return name == null ? null : LabelName.plain(name);
    }
    if (element instanceof TableValuedColumn column) {
      return LabelName.of(column.name());
    }
    if (element instanceof ScalarFunctionColumn column) {
      return LabelName.of(column.name());
    }
    if (element instanceof AnnotatedColumn annotated) {
      return name(annotated.element());
    }
    return element instanceof Grouping grouping ? name(grouping.element()) : null;
  }

  /**
   * The name of a column, which of a subquery's may be made up for the value it stands for; then
   * the column itself says only that it is.
   */
  public LabelName columnName(ColumnRef column) {
    if (!(column.table() instanceof AliasedReturnsRows owner)) {
      return LabelName.of(column.name());
    }
    Map<String, LabelName> offered = exported.get(owner);
    if (offered == null) {
      offered = exportedNames(owner);
      exported.put(owner, offered);
    }
    return offered.getOrDefault(column.key(), LabelName.of(column.name()));
  }

  private Map<String, LabelName> exportedNames(AliasedReturnsRows owner) {
    Map<String, LabelName> byKey = new HashMap<>();
    if (owner.source() instanceof FunctionCall call) {
      byKey.put(call.columns().get(0).key(), anonymous(call));
    } else if (owner.source() instanceof FromClause from) {
      from.columns().forEach(column -> byKey.putIfAbsent(column.key(), columnName(column)));
    } else if (owner.source() instanceof Statement statement) {
      ExportedColumns.named(statement, this)
          .forEach(each -> byKey.putIfAbsent(each.key(), each.exportedName(this)));
    }
    return byKey;
  }

  /** Whether an element has a name of its own: {@code NamedColumn}. */
  static boolean isNamed(ColumnElement element) {
    return (element instanceof AnnotatedColumn annotated && isNamed(annotated.element()))
        || element instanceof ColumnRef
        || element instanceof Label
        || element instanceof TableValuedColumn
        || element instanceof ScalarFunctionColumn;
  }

  /** Whether it is a table's column, however many subqueries it went through: {@code Column}. */
  static boolean isOfTable(ColumnElement element) {
    if (element instanceof AnnotatedColumn annotated) {
      return isOfTable(annotated.element());
    }
    if (element instanceof Label label) {
      return isOfTable(label.element());
    }
    if (!(element instanceof ColumnRef column) || column.table() == null) {
      return false;
    }
    List<ColumnElement> proxies = column.table().proxies(column);
    return proxies.isEmpty() ? isColumn(column) : isOfTable(proxies.get(0));
  }

  private static boolean isColumn(ColumnRef column) {
    return column.table() instanceof TableRef
        || (column.table() instanceof TableClause table && table.traits(column.key()) != null);
  }

  /** What Python code calls the element by: {@code _proxy_key}; null if nothing is known. */
  public @Nullable String proxyKey(ColumnElement element) {
    LabelName key = plainKey(element);
    return key == null ? null : key.text();
  }

  /** The same as a name. */
  @Nullable LabelName plainKey(ColumnElement element) {
    LabelName key = null;
    if (element instanceof ColumnRef column) {
      boolean isMadeUp = column.name() instanceof AnonymousName && !isOfTable(column);
      key = isMadeUp ? null : LabelName.plain(column.key());
    } else if (element instanceof AnnotatedColumn annotated) {
      String attribute = annotated.annotations().proxyKey();
      key = attribute == null ? plainKey(annotated.element()) : LabelName.plain(attribute);
    } else if (element instanceof AsBoolean wrapper) {
      key = plainKey(wrapper.element());
    } else if (element instanceof BindParameter bind) {
      key = LabelName.of(bind.key());
    } else {
      key = name(element);
    }
    return key == null || key.isTemplate() ? null : key;
  }

  /** The key with the table's name before it: {@code _tq_key_label}. */
  @Nullable LabelName qualifiedKey(ColumnElement element) {
    LabelName key = plainKey(element);
    ColumnElement bare =
        element instanceof AnnotatedColumn annotated ? annotated.element() : element;
    if (!(bare instanceof ColumnRef column)) {
      return bare instanceof Label label ? LabelName.of(label.name()) : key;
    }
    return key == null || column.isLiteral() || key.text().equals(column.name().text())
        ? qualified(column)
        : qualifiedColumn(column, key);
  }

  /** The name by which every database gives the value: {@code _non_anon_label}. */
  public @Nullable LabelName predictable(ColumnElement element) {
    boolean isFunction = element instanceof FunctionCall || element instanceof NextValue;
    return isFunction || element instanceof Opaque ? null : name(element);
  }

  /** {@code table_column}: {@code _tq_label}. */
  public @Nullable LabelName qualified(ColumnElement element) {
    if (element instanceof AnnotatedColumn annotated) {
      return qualified(annotated.element());
    }
    if (element instanceof ColumnRef column) {
      return qualifiedColumn(column);
    }
    if (isNamed(element)) {
      return name(element);
    }
    ColumnElement wrapped = wrapped(element);
    if (wrapped != null) {
      return qualified(wrapped);
    }
    if (element instanceof Grouping grouping) {
      LabelName inner = qualified(grouping.element());
      return inner == null ? anonymous(element) : inner;
    }
    return null;
  }

  private @Nullable LabelName qualifiedColumn(ColumnRef column) {
    return column.isLiteral() ? null : qualifiedColumn(column, columnName(column));
  }

  private static LabelName qualifiedColumn(ColumnRef column, LabelName name) {
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
    QuotedName schema = from.schema();
    return LabelName.plain(schema == null ? "" : schema.text().replace(".", "_") + "_");
  }

  /** The name of a FROM element; null for one that has none, such as a join. */
  public static @Nullable LabelName tableName(@Nullable FromClause from) {
    Name name = from == null ? null : from.qualifier();
    return name == null ? null : LabelName.of(name);
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

  /**
   * The element whose name another one borrows where it needs one: {@code WrapsColumnExpression};
   * null if it borrows none.
   */
  private static @Nullable ColumnElement wrapped(ColumnElement element) {
    if (element instanceof AsBoolean asBoolean) {
      return asBoolean.element();
    }
    if (element instanceof Cast cast) {
      return cast.element();
    }
    if (element instanceof FunctionOrderBy ordered) {
      return ordered.element();
    }
    return element instanceof TypeCoerce coerce ? coerce.element() : null;
  }

  /** A name made up for the element, the same each time: {@code _anon_name_label}. */
  public LabelName anonymous(ColumnElement element) {
    ColumnElement wrapped = wrapped(element);
    if (wrapped != null) {
      LabelName inner = predictable(wrapped);
      return inner == null ? anonymous(wrapped) : inner;
    }
    return anonymous(element, name(element));
  }

  /** The same with {@code table_column} as its base: {@code _anon_tq_label}. */
  LabelName anonymousQualified(ColumnElement element) {
    return anonymous(element, qualified(element));
  }

  LabelName anonymous(ColumnElement element, @Nullable LabelName seed) {
    return template(token(element), seed);
  }

  /** A name for an element that was selected before: {@code _dedupe_anon_label_idx}. */
  LabelName repeated(ColumnElement element, int index) {
    ColumnElement wrapped = wrapped(element);
    if (wrapped != null) {
      LabelName inner = predictable(wrapped);
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
  public LabelName forAmbiguous(String tableName) {
    return template("t:" + UNFIT.matcher(tableName).replaceAll("_"), LabelName.plain(tableName));
  }
}
