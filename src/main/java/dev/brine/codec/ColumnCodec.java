package dev.brine.codec;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ColumnTraits;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Opaque;
import dev.brine.expr.Statement;
import dev.brine.expr.TableRef;
import dev.brine.expr.UnmappedClass;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Types;
import dev.brine.shape.Calls;
import dev.brine.shape.ColumnCollections;
import dev.brine.shape.PythonClasses;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns of anything but a table of the metadata, which a persistent id stands for. SQLAlchemy
 * writes the column of an alias with everything it copied from the table's column; Brine writes the
 * call that looks it up, {@code operator.getitem(alias.c, key)}, and reads both.
 */
final class ColumnCodec {

  private static final PyGlobal COLUMN = new PyGlobal("sqlalchemy.sql.schema", "Column");
  private static final PyGlobal COLUMN_CLAUSE = PythonClasses.element("ColumnClause");
  private static final String COLUMNS = "c";

  /** What a column copies from the one it stands for. */
  private static final List<String> COPIED = List.of("key", "name", "type", "is_literal");

  static final NodeCodec<ColumnRef> ENTRY =
      new NodeCodec<>(
          ColumnRef.class,
          List.of(COLUMN, COLUMN_CLAUSE, Calls.GETITEM, Calls.GETITEM_PUBLIC),
          ColumnCodec::decode,
          ColumnCodec::encode);

  private ColumnCodec() {}

  private static ClauseElement decode(NodeReader in) {
    if (in.simpleName().equals(Calls.GETITEM.name())) {
      return lookUp(in);
    }
    FromClause table = in.fromOrNull("table");
    ColumnRef offered = table instanceof AliasedReturnsRows owner ? offered(owner, in) : null;
    if (offered != null) {
      COPIED.forEach(in::find);
      return offered;
    }
    return read(in, table);
  }

  private static ColumnRef read(NodeReader in, @Nullable FromClause table) {
    ColumnRef column =
        new ColumnRef(
            table,
            in.name("name"),
            in.find("key") == null ? in.text("name") : in.text("key"),
            in.type("type", Types.NULL),
            in.flag("is_literal"));
    boolean isOfNothing = table == null && in.className().equals(COLUMN.path());
    ColumnTraits traits = isOfNothing ? ColumnTraitsCodec.read(in) : null;
    // A Column that has a key of its own goes by it where a column() goes by its name.
    boolean isPlain = ColumnTraits.NONE.equals(traits) && !isKeyed(column);
    return traits == null || isPlain ? column : column.with(traits);
  }

  /**
   * A column that the owner was made with, as it was then: of nothing. Null if it is not the
   * owner's.
   */
  static @Nullable ColumnRef declared(NodeReader owner, PyObject column, GraphPath path) {
    String className = PythonClasses.canonical(column.className());
    Object table = column.stateDict().get("table");
    boolean isOwned = table == null || table == PyNone.NONE || table == owner.node();
    if (!isOwned || !(className.equals(COLUMN.path()) || className.equals(COLUMN_CLAUSE.path()))) {
      return null;
    }
    NodeReader in = new NodeReader(owner.decoder(), column, path);
    in.find("table");
    ColumnRef declared = read(in, null);
    // No other owner of columns is changed by a statement, which alone asks for them.
    if (declared.traits() != null && !owner.simpleName().equals("TableClause")) {
      throw in.refuse("a Column without a table");
    }
    in.finish();
    return declared;
  }

  /**
   * The column as its owner offers it, which alone knows what it stands for; null if it offers no
   * such column.
   */
  private static @Nullable ColumnRef offered(AliasedReturnsRows owner, NodeReader in) {
    List<ColumnRef> offered = owner.columns();
    int place = place(in);
    if (place >= 0 && place < offered.size() && isNamed(offered.get(place), in)) {
      return offered.get(place);
    }
    return offered.stream()
        .filter(each -> isNamed(each, in) && standsForTheSame(each, owner, in))
        .findFirst()
        .orElse(null);
  }

  /** Where it lies in the collection that Python wrote with the owner; -1 if it does not. */
  private static int place(NodeReader in) {
    List<Object> columns =
        in.find("table") instanceof PyObject owner
            ? ColumnCollections.columns(owner.attribute("_columns"))
            : null;
    if (columns != null) {
      for (int i = 0; i < columns.size(); i++) {
        if (in.isNode(columns.get(i))) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean isNamed(ColumnRef offered, NodeReader in) {
    if (offered.name() instanceof AnonymousName || NameCodec.isAnonymous(in.find("name"))) {
      return offered.name() instanceof AnonymousName && NameCodec.isAnonymous(in.find("name"));
    }
    String key = in.find("key") == null ? in.text("name") : in.text("key");
    return offered.name().equals(in.name("name")) && offered.key().equals(key);
  }

  private static boolean standsForTheSame(
      ColumnRef offered, AliasedReturnsRows owner, NodeReader in) {
    if (!(offered.name() instanceof AnonymousName)) {
      return true;
    }
    Set<ElementKey> originals = new HashSet<>();
    in.elements("_proxies").forEach(each -> originals.add(key(each)));
    return owner.proxies(offered).stream().limit(1).anyMatch(one -> originals.contains(key(one)));
  }

  private static ElementKey key(ClauseElement element) {
    return element instanceof ColumnElement column
        ? ElementKey.of(column)
        : ElementKey.of((FromClause) element);
  }

  private static ColumnRef lookUp(NodeReader in) {
    if (columns(in.argument(0)) instanceof PyObject columns
        && Calls.GETATTR.equals(columns.callable())
        && columns.args().size() == 2
        && COLUMNS.equals(columns.args().get(1))) {
      FromClause from = in.decoder().from(columns.args().get(0), in.argumentPath(0));
      if (from instanceof Opaque) {
        throw in.refuse("its arguments");
      }
      if (in.argument(1) instanceof String key) {
        return isUnknown(from) ? madeUp(from, key) : from.c(key);
      }
      if (in.argument(1) instanceof Long index && index >= 0 && index < from.columns().size()) {
        return from.columns().get(index.intValue());
      }
    }
    throw in.refuse("its arguments");
  }

  /** The columns themselves, of which 1.3 is given a list to find one by its place. */
  private static Object columns(Object node) {
    return node instanceof PyObject call
            && Calls.LIST.equals(call.callable())
            && call.args().size() == 1
        ? call.args().get(0)
        : node;
  }

  /** Whether nobody said what columns it has, as a table or class in it is known by name only. */
  private static boolean isUnknown(FromClause from) {
    ClauseElement source = from;
    while (source instanceof AliasedReturnsRows named) {
      source = named.source();
    }
    boolean lists =
        source instanceof Statement || source instanceof Join || source instanceof MappedClass;
    return lists && holdsUnknown(source);
  }

  private static boolean holdsUnknown(ClauseElement element) {
    if (element instanceof MappedClass mapped) {
      return mapped.entity() instanceof UnmappedClass;
    }
    if (element instanceof TableRef ref) {
      return ref.table().isPlaceholder();
    }
    return element.children().stream().anyMatch(ColumnCodec::holdsUnknown);
  }

  private static ColumnRef madeUp(FromClause from, String key) {
    return from.columns().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseGet(() -> new ColumnRef(from, Name.of(key), key, Types.NULL, false));
  }

  private static Object encode(ColumnRef column, ExprToGraph out) {
    FromClause table = column.table();
    if (table instanceof TableRef ref) {
      return ref.table().column(column.key());
    }
    if (table != null) {
      return PyObject.reduce(Calls.GETITEM, out.columnsOf(table), index(table, column));
    }
    Object name = out.name(column.name());
    NodeWriter state =
        new NodeWriter(out)
            .put("key", isKeyed(column) ? column.key() : name)
            .put("name", name)
            .put("table", PyNone.NONE)
            .type(column.type())
            .put("is_literal", column.isLiteral());
    ColumnTraits traits = column.traits();
    if (traits == null) {
      return state.make(COLUMN_CLAUSE);
    }
    ColumnTraitsCodec.write(traits, state, out);
    return state.make(COLUMN);
  }

  /**
   * Else the key is the name itself, whose quotes parameters have too (rel_2_0_58, elements.py).
   */
  private static boolean isKeyed(ColumnRef column) {
    return !(column.name() instanceof QuotedName name && name.text().equals(column.key()));
  }

  /** A made-up name is another one in each process: only its place finds the column. */
  private static Object index(FromClause table, ColumnRef column) {
    if (!(column.name() instanceof AnonymousName) && column.occurrence() == 0) {
      return column.key();
    }
    List<ColumnRef> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      ColumnRef each = columns.get(i);
      if (each.key().equals(column.key()) && each.occurrence() == column.occurrence()) {
        return (long) i;
      }
    }
    if (isUnknown(table)) {
      return column.key();
    }
    throw new UnsupportedConstructException(
        "the column '%s' has a name that was made up for it, and nothing tells what it stands for"
            .formatted(column.key()),
        null);
  }

  /** The call {@code getattr(element, "c")}. */
  static Object columnsOf(Object element) {
    return Calls.attribute(element, COLUMNS);
  }
}
