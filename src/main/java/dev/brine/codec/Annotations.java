package dev.brine.codec;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.Correlation;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.OrmAnnotations;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.shape.Dicts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Annotated copies of elements (rel_2_0_58, {@code sql/annotation.py}): of their notes those that
 * the ORM goes by are read, all others are dropped. The serializer writes the columns of tables
 * without any.
 */
final class Annotations {

  private static final String MODULE = "sqlalchemy.sql.annotation";
  private static final String PREFIX = "Annotated";

  private static final String PARENT_ENTITY = "parententity";
  static final String PARENT_MAPPER = "parentmapper";
  private static final String ENTITY_NAMESPACE = "entity_namespace";
  private static final String PROXY_KEY = "proxy_key";
  private static final String BUNDLE = "bundle";
  private static final String ADAPTABLE = "_orm_adapt";
  private static final String FIXED = "no_replacement_traverse";

  /** Not an annotation, but a key of the state. */
  private static final String NEGATION = "negation_clause";

  private static final String COLUMN = "Column";

  /** What {@code correlate(None)} says. */
  private static final Correlation NO_CORRELATION = new Correlation(List.of(), null, false);

  static final List<NodeCodec<?>> ALL =
      List.of(
          new NodeCodec<>(
              AnnotatedColumn.class, List.of(), Annotations::never, Annotations::write));

  private Annotations() {}

  private static AnnotatedColumn never(NodeReader in) {
    throw new AssertionError("no class leads here: " + in.className());
  }

  /**
   * What an annotated copy is: an entity, a bundle, the element with its notes, or the element
   * alone.
   */
  static ClauseElement read(
      ClauseElement element, @Nullable Object notes, GraphToExpr decoder, GraphPath path) {
    PyDict dict = dict(notes);
    Object bundle = dict.get(BUNDLE);
    if (bundle != null && decoder.element(bundle, path.attribute(BUNDLE)) instanceof Bundle read) {
      return read;
    }
    OrmEntity parent = parent(dict, decoder, path);
    if (element instanceof ColumnElement column && !(element instanceof FromClause)) {
      return column(column, parent, dict, decoder, path);
    }
    if (parent == null || element instanceof OrmJoin || !(element instanceof FromClause)) {
      return element;
    }
    boolean isOther =
        parent instanceof AliasedEntity aliased
            ? !isSame(aliased.alias(), element)
            : isAliasOf(element, parent.entity());
    return isOther ? element : parent;
  }

  /**
   * Whether it is no more than another name for what a class is mapped to, as 2.1 notes it of the
   * subject of an EXISTS (rel_2_1_0b3, {@code orm/relationships.py}). A class may itself be mapped
   * to an alias: of a UNION of its tables, or of a SELECT.
   */
  private static boolean isAliasOf(ClauseElement element, MappedEntity entity) {
    if (!(element instanceof AliasedReturnsRows alias)) {
      return false;
    }
    return !entity.isMapped()
        ? alias.element() instanceof TableRef || isOfJoin(alias)
        : !(entity.selectable() instanceof AliasedReturnsRows own)
            || own.element().getClass() != alias.element().getClass();
  }

  /** Whether it is what a Join is made when it is given another name: a SELECT of all it has. */
  private static boolean isOfJoin(AliasedReturnsRows alias) {
    return alias.element() instanceof Select select
        && select.labelStyle() == LabelStyle.TABLENAME_PLUS_COL
        && select.correlation().equals(NO_CORRELATION)
        && select.where().isEmpty()
        && select.from().size() == 1
        && select.from().get(0) instanceof Join;
  }

  @SuppressWarnings("ReferenceEquality") // the very element, not one like it
  private static boolean isSame(ClauseElement one, ClauseElement other) {
    return one == other;
  }

  private static ClauseElement column(
      ColumnElement column,
      @Nullable OrmEntity parent,
      PyDict notes,
      GraphToExpr decoder,
      GraphPath path) {
    Object key = notes.get(PROXY_KEY);
    OrmAnnotations annotations =
        new OrmAnnotations(
            parent,
            key == null || parent == null ? null : decoder.text(key, path.attribute(PROXY_KEY)),
            Boolean.TRUE.equals(notes.get(ADAPTABLE)),
            Boolean.TRUE.equals(notes.get(FIXED)),
            null);
    ColumnElement own = parent == null ? column : ownColumn(column, parent.entity());
    return annotations.isEmpty() ? own : new AnnotatedColumn(own, annotations);
  }

  /**
   * The column of the UNION that a class is selected from with those below, where the dump has a
   * copy of that: two of them would be two in FROM.
   */
  private static ColumnElement ownColumn(ColumnElement column, MappedEntity entity) {
    if (!entity.isMapped()
        || !(column instanceof ColumnRef ref)
        || !(ref.table() instanceof AliasedReturnsRows copy)
        || !(entity.selectable() instanceof AliasedReturnsRows own)
        || !(own.element() instanceof CompoundSelect)
        || isAliasOf(copy, entity)) {
      return column;
    }
    return own.columns().stream()
        .filter(each -> each.key().equals(ref.key()) && each.occurrence() == ref.occurrence())
        .findFirst()
        .orElse(ref);
  }

  /** The element, with what its state says of its negation. */
  static ColumnElement withNegation(ColumnElement element, NodeReader in) {
    ColumnElement negation = in.columnOrNull(NEGATION);
    return negation == null
        ? element
        : new AnnotatedColumn(element, new OrmAnnotations(null, null, false, false, negation));
  }

  private static @Nullable OrmEntity parent(PyDict notes, GraphToExpr decoder, GraphPath path) {
    Object parent = notes.get(PARENT_ENTITY);
    return parent == null ? null : decoder.entity(parent, path.attribute(PARENT_ENTITY));
  }

  private static PyDict dict(@Nullable Object notes) {
    if (notes instanceof PyDict dict) {
      return dict;
    }
    return notes instanceof PyObject object && Dicts.isImmutable(object)
        ? Dicts.of(object)
        : new PyDict();
  }

  private static Object write(AnnotatedColumn column, ExprToGraph out) {
    Object element = out.element(column.element());
    PyDict notes = new PyDict();
    OrmAnnotations annotations = column.annotations();
    OrmEntity parent = annotations.parentEntity();
    if (parent != null) {
      Object subject = out.entities().subject(parent);
      notes
          .put(ENTITY_NAMESPACE, subject)
          .put(PARENT_ENTITY, subject)
          .put(PARENT_MAPPER, parent.entity());
    }
    if (annotations.proxyKey() != null) {
      notes.put(PROXY_KEY, annotations.proxyKey());
    }
    if (annotations.isAdaptable()) {
      notes.put(ADAPTABLE, true);
    }
    if (annotations.isFixed()) {
      notes.put(FIXED, true);
    }
    ColumnElement negation = annotations.negation();
    if (negation != null && element instanceof PyObject object) {
      object.stateDict().put(NEGATION, out.element(negation));
    }
    if (notes.isEmpty()) {
      return element;
    }
    if (column.element() instanceof ColumnRef ref) {
      return ref.table() instanceof TableRef
          ? element
          : annotated(columnClass(ref), element, notes);
    }
    return annotated(element, notes);
  }

  /** A column that stands for one of a table, or for one unknown, is such a column itself. */
  private static String columnClass(ColumnRef column) {
    ColumnElement current = column;
    while (current instanceof ColumnRef ref && ref.table() != null) {
      if (ref.table() instanceof TableRef) {
        return COLUMN;
      }
      List<ColumnElement> sources = ref.table().proxies(ref);
      if (sources.isEmpty()) {
        return COLUMN;
      }
      current = unwrapped(sources.get(0));
    }
    return "ColumnClause";
  }

  private static ColumnElement unwrapped(ColumnElement element) {
    return element instanceof AnnotatedColumn annotated ? annotated.element() : element;
  }

  /** The annotated copy of an object that was made of its class. */
  static Object annotated(Object element, PyDict notes) {
    String path = ((PyObject) element).className();
    return annotated(path.substring(path.lastIndexOf('.') + 1), element, notes);
  }

  private static Object annotated(String className, Object element, PyDict notes) {
    // Join becomes AnnotatedJoin, but _ORMJoin Annotated_ORMJoin.
    return PyObject.reduce(
        new PyGlobal(MODULE, PREFIX + className), element, Dicts.immutable(notes));
  }
}
