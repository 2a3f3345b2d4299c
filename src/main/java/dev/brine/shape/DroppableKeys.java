package dev.brine.shape;

import dev.brine.pickle.KeysFact;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyFrozenSet;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PySet;
import dev.brine.pickle.PyTuple;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which state keys may be left out of an expression without losing anything: caches, which
 * SQLAlchemy works out again, and keys at the value they have when absent. All others make an
 * object opaque.
 *
 * <p>Source: each (class, key) pair was removed from real dumps of rel_2_0_52 and of older series,
 * and the result was loaded, compiled, run and extended; none of these made a difference.
 */
public final class DroppableKeys {

  /** Caches of any class. */
  private static final Set<String> CACHES =
      Set.of(
          "_against_native_enum",
          "_all_selected_columns",
          "_allow_label_resolve",
          "_anon_key_label",
          "_anon_map_key",
          "_anon_name_label",
          "_anon_tq_key_label",
          "_anon_tq_label",
          "_annotations_cache_key",
          "_autoincrement_column",
          "_bind",
          "_cloned_set",
          "_cols_populated",
          // Of a plain element that was made of an annotated one.
          "_Annotated__element",
          "_hash",
          "_columns",
          "_create_events",
          "_creation_order",
          "_expanded_proxy_set",
          "_expression_adaptations",
          "_expression_label",
          "_from_objects",
          "_froms",
          "_gen_static_annotations_cache_key",
          "_generate_cache_key",
          "_generic_type_affinity",
          "_has_bind_expression",
          "_has_bind_processor",
          "_has_column_expression",
          "_has_literal_processor",
          "_has_result_processor",
          "_hide_froms",
          "_identifying_key",
          "_implicit_subquery",
          "_is_clone_of",
          "_is_implicitly_boolean",
          "_key_is_anon",
          "_key_label",
          "_label",
          "_label_resolve_dict",
          "_memoized_keys",
          "_non_anon_label",
          "_orig",
          "_orig_name",
          "_proxies",
          "_proxy_key",
          "_render_label_in_columns_clause",
          "_select_iterable",
          "_static_cache_key",
          "_str_impl",
          "_text_converter_role",
          "_tq_key_label",
          "_tq_label",
          "_type_affinity",
          "anon_label",
          "base_columns",
          "bind",
          "c",
          "columns",
          "comparator",
          "description",
          "dialect_kwargs",
          "dispatch",
          "entity_namespace",
          "exported_columns",
          "foreign_keys",
          "inserted_alias",
          "primary_key",
          "proxy_set",
          "selected_columns",
          "typed_expression",
          "wraps_column_expression");

  /** Of types up to 1.4: how to treat Python 2's 8-bit strings, and what no later series has. */
  private static final Set<String> OLD_TYPE_KEYS =
      Set.of(
          "_expect_unicode",
          "_expect_unicode_error",
          "_warn_on_bytestring",
          "convert_unicode",
          "unicode_error");

  /** Keys that many classes have and that say something only when there is something in them. */
  private static final Set<String> EMPTY_SAYS_NOTHING =
      Set.of(
          "_variant_mapping",
          "_with_context_options",
          "_with_options",
          "_memoized_select_entities");

  /** What the value must be for the key to say nothing. */
  private enum Only {
    ANY,
    NONE,
    FALSE,
    TRUE,
    EMPTY
  }

  private static final String SELECT = "sqlalchemy.sql.selectable.Select";
  private static final String COMPOUND_SELECT = "sqlalchemy.sql.selectable.CompoundSelect";
  private static final String COLUMN = "sqlalchemy.sql.schema.Column";
  private static final String BINARY = "sqlalchemy.sql.elements.BinaryExpression";
  private static final String BOOLEAN_LIST = "sqlalchemy.sql.elements.BooleanClauseList";
  private static final String UNARY = "sqlalchemy.sql.elements.UnaryExpression";
  private static final String BIND = "sqlalchemy.sql.elements.BindParameter";
  private static final String LIMIT_OR_OFFSET = "sqlalchemy.sql.selectable._OffsetLimitParam";
  private static final String ORACLE_NUMBER = "sqlalchemy.dialects.oracle.types.NUMBER";
  private static final String AS_BOOLEAN = "sqlalchemy.sql.elements.AsBoolean";
  private static final String ENUM = "sqlalchemy.sql.sqltypes.Enum";

  private static final Map<String, Only> OF_SELECT =
      // Nothing reads the entity that the ORM notes.
      Map.of("_with_context_options", Only.EMPTY, "_annotations", Only.ANY);

  private static final Map<String, Only> OF_BIND =
      Map.of("_is_crud", Only.ANY, "callable", Only.NONE);

  /** Elements have their notes as annotated copies; plain ones only what is left of them. */
  private static final Map<String, Only> OF_COMPARISON = Map.of("_annotations", Only.ANY);

  private static final Pattern DML =
      Pattern.compile("sqlalchemy\\..*\\.dml\\.(Insert|Update|Delete)");

  /** Of statements that change rows, also of those of a dialect. */
  private static final Map<String, Only> OF_DML =
      Map.of("excluded", Only.ANY, "_with_context_options", Only.EMPTY);

  /** What its element tells as well. */
  private static final Map<String, Only> OF_FROM_STATEMENT =
      Map.ofEntries(
          Map.entry("is_dml", Only.ANY),
          Map.entry("is_select", Only.ANY),
          Map.entry("is_delete", Only.ANY),
          Map.entry("is_insert", Only.ANY),
          Map.entry("is_update", Only.ANY),
          Map.entry(LabelStyles.KEY, Only.ANY),
          Map.entry("_with_context_options", Only.EMPTY));

  /** What the loaders of relationships note for themselves. */
  private static final Map<String, Only> OF_ORM_JOIN =
      Map.of("_left_memo", Only.NONE, "_right_memo", Only.NONE, "_target_adapter", Only.ANY);

  /** What it works out from its parts. */
  private static final Map<String, Only> OF_BUNDLE =
      Map.of("_label", Only.ANY, "_propagate_attrs", Only.ANY);

  private static final Map<String, Map<String, Only>> OF_CLASS =
      Map.ofEntries(
          Map.entry(SELECT, OF_SELECT),
          Map.entry(BINARY, OF_COMPARISON),
          Map.entry(BOOLEAN_LIST, OF_COMPARISON),
          Map.entry(UNARY, OF_COMPARISON),
          Map.entry(COMPOUND_SELECT, OF_SELECT),
          Map.entry(BIND, OF_BIND),
          Map.entry(LIMIT_OR_OFFSET, OF_BIND),
          Map.entry(OrmClasses.FROM_STATEMENT.path(), OF_FROM_STATEMENT),
          Map.entry(OrmClasses.JOIN.path(), OF_ORM_JOIN),
          Map.entry(OrmClasses.BUNDLE.path(), OF_BUNDLE),
          Map.entry(OrmClasses.COMPOSITE_BUNDLE.path(), OF_BUNDLE),
          // What drivers are told, each time a type is made fit for its dialect.
          Map.entry(ORACLE_NUMBER, Map.of("_is_oracle_number", Only.ANY)),
          Map.entry(AS_BOOLEAN, Map.of("negate", Only.ANY, "modifier", Only.NONE)),
          Map.entry(
              ENUM,
              Map.ofEntries(
                  Map.entry("_default_length", Only.ANY),
                  Map.entry("_object_lookup", Only.ANY),
                  Map.entry("quote", Only.NONE),
                  Map.entry("_sort_key_function", Only.ANY),
                  Map.entry("_valid_lookup", Only.ANY),
                  Map.entry("metadata", Only.ANY),
                  // It follows from the schema.
                  Map.entry("_schema_provided", Only.ANY),
                  Map.entry("_inherit_schema", Only.FALSE),
                  Map.entry("create_type", Only.TRUE))));

  private static final ClassCache<DroppableKeys> CLASSES = new ClassCache<>(DroppableKeys::new);

  private static final boolean[] NOT_KNOWN = {};

  private final Map<String, Only> own;
  private final boolean isColumn;

  /** Of each key whether it says nothing whatever its value. */
  private final KeysFact<boolean[]> sayNothing = new KeysFact<>(this::sayNothing);

  /** Those that say nothing whatever their value. */
  private final Set<String> always;

  private DroppableKeys(String className) {
    this.own =
        DML.matcher(className).matches() ? OF_DML : OF_CLASS.getOrDefault(className, Map.of());
    this.isColumn = className.equals(COLUMN);
    this.always = new HashSet<>(CACHES);
    always.addAll(OLD_TYPE_KEYS);
    // Below a statement it only repeats what the statement says.
    always.add("_propagate_attrs");
    own.forEach(
        (key, only) -> {
          if (only == Only.ANY) {
            always.add(key);
          } else {
            always.remove(key);
          }
        });
  }

  /** Those of a class by its path in 2.0. */
  public static DroppableKeys of(String className) {
    return CLASSES.get(className);
  }

  private boolean[] sayNothing(PyDict state) {
    boolean[] each = new boolean[state.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = always.contains(Texts.of(state.keyAt(i)));
    }
    return each;
  }

  /**
   * The first entry of a state that says something, as far as is known here; -1 if there is none.
   *
   * @param understood those that are not looked at
   * @param from where to begin
   */
  public int next(PyDict state, boolean[] understood, int from) {
    boolean[] known = sayNothing.of(state, NOT_KNOWN);
    for (int i = from; i < understood.length; i++) {
      boolean isOpen = !understood[i] && !(i < known.length && known[i]);
      if (isOpen && !contains(Texts.of(state.keyAt(i)), state.valueAt(i))) {
        return i;
      }
    }
    return -1;
  }

  public boolean contains(String key, Object value) {
    if (always.contains(key)) {
      return true;
    }
    Only only = own.get(key);
    if (only != null) {
      return matches(only, value);
    }
    // A column of an alias copies everything from the column it stands for.
    return isColumn
        || (EMPTY_SAYS_NOTHING.contains(key) && isEmpty(value))
        || (key.equals(DialectOptions.KEY) && DialectOptions.areDefaults(value))
        // 2.1's Float has what only Numeric uses.
        || (key.equals("scale") && value == PyNone.NONE);
  }

  private static boolean matches(Only only, Object value) {
    return switch (only) {
      case ANY -> true;
      case NONE -> value == PyNone.NONE;
      case FALSE -> Boolean.FALSE.equals(value);
      case TRUE -> Boolean.TRUE.equals(value);
      case EMPTY -> isEmpty(value);
    };
  }

  /** Whether it is a collection without elements, immutable dicts included. */
  public static boolean isEmpty(Object node) {
    if (node instanceof PyTuple tuple) {
      return tuple.isEmpty();
    }
    if (node instanceof PyList list) {
      return list.isEmpty();
    }
    if (node instanceof PyDict dict) {
      return dict.isEmpty();
    }
    if (node instanceof PySet set) {
      return set.isEmpty();
    }
    if (node instanceof PyFrozenSet set) {
      return set.isEmpty();
    }
    return node instanceof PyObject object
        && Dicts.isImmutable(object)
        && Dicts.of(object).isEmpty();
  }
}
