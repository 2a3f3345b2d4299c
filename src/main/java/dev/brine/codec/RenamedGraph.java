package dev.brine.codec;

import dev.brine.codec.ColumnOrigins.Named;
import dev.brine.codec.Renames.Kind;
import dev.brine.codec.Renames.Rename;
import dev.brine.error.UsageException;
import dev.brine.pickle.GraphCopy;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyPersistent;
import dev.brine.series.Reshaping;
import dev.brine.shape.PersistentId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The graph of a dump in which all is called by its new name. One for each graph. */
final class RenamedGraph extends GraphCopy {

  private static final String GETITEM = "getitem";

  private final Renames renames;
  private final Set<Rename> matched = new LinkedHashSet<>();
  private final ColumnOrigins origins;
  private final LabelReferences references = new LabelReferences();
  private final Map<Rename, String> met = new HashMap<>();

  RenamedGraph(Renames renames) {
    this.renames = renames;
    this.origins = new ColumnOrigins(renames);
  }

  /** The renames for which there was something. */
  Set<Rename> matched() {
    return matched;
  }

  @Override
  protected Object replace(Object node) {
    if (node instanceof PyGlobal cls && renames.classes().containsKey(cls.path())) {
      return renamed(cls);
    }
    if (node instanceof PyPersistent reference) {
      return reference(reference);
    }
    return node instanceof PyObject object ? object(object) : node;
  }

  private PyGlobal renamed(PyGlobal cls) {
    if (renames.classes().containsKey(cls.path())) {
      matched.add(new Rename(Kind.CLASS, cls.path()));
    }
    return renames.named(cls);
  }

  private PyPersistent reference(PyPersistent reference) {
    PersistentId id = PersistentId.parse(reference.id());
    PersistentId now = renamed(id);
    return now.equals(id) ? reference : new PyPersistent(now.text());
  }

  private PersistentId renamed(PersistentId id) {
    if (id instanceof PersistentId.OfTable table) {
      return new PersistentId.OfTable(table(renames.known(table.key(), table.decodedKey())));
    }
    if (id instanceof PersistentId.OfColumn column) {
      String path = column.path();
      String old = renames.known(column.tableKey(), column.decodedTableKey());
      String key = column(old, column.columnKey());
      String table = table(old);
      return new PersistentId.OfColumn(
          key.equals(column.columnKey()) && table.equals(column.tableKey())
              ? path
              : table + ":" + key);
    }
    if (id instanceof PersistentId.OfMapper mapper) {
      return new PersistentId.OfMapper(renamed(mapper.mappedClass()));
    }
    if (id instanceof PersistentId.OfMapperSelectable mapper) {
      return new PersistentId.OfMapperSelectable(renamed(mapper.mappedClass()));
    }
    if (id instanceof PersistentId.OfMapperProperty property) {
      return new PersistentId.OfMapperProperty(renamed(property.mappedClass()), property.key());
    }
    return id instanceof PersistentId.OfAttribute attribute
        ? new PersistentId.OfAttribute(renamed(attribute.mappedClass()), attribute.key())
        : id;
  }

  private String table(String key) {
    String now = renames.tables().get(key);
    if (now != null) {
      matched.add(new Rename(Kind.TABLE, key));
    }
    return distinct(Kind.TABLE, key, now == null ? key : now);
  }

  /** Refuses what would make one of two, for then the dump would ask for something else. */
  private String distinct(Kind kind, String old, String now) {
    String other = met.putIfAbsent(new Rename(kind, now), old);
    if (other != null && !other.equals(old)) {
      throw new UsageException(
          "the %ss '%s' and '%s' of one dump would both be called '%s'"
              .formatted(kind, other, old, now),
          "one of the renames is not for this dump");
    }
    return now;
  }

  private String column(String table, String key) {
    String path = table + "." + key;
    String now = renames.columns().get(path);
    if (now != null) {
      matched.add(new Rename(Kind.COLUMN, path));
    }
    distinct(Kind.COLUMN, path, table + "." + (now == null ? key : now));
    return now == null ? key : now;
  }

  private Object object(PyObject object) {
    if (renames.columns().isEmpty() && renames.tables().isEmpty()) {
      return object;
    }
    references.lookIn(object);
    if (references.isOne(object)) {
      return references.renamed(object, this::renamedText);
    }
    if (ColumnOrigins.isColumn(object)) {
      return columnOf(object.attribute("table"), object);
    }
    if (isLookUp(object)) {
      return lookUp(object);
    }
    return ChangedColumns.isChange(object)
        ? new ChangedColumns(this::changed).renamed(object)
        : object;
  }

  /** A column of an alias or subquery: an object that says what it is called. */
  private PyObject columnOf(@Nullable Object table, PyObject column) {
    String key = ColumnOrigins.keyOf(column);
    Named named = key == null ? null : matched(origins.of(table, key));
    if (named == null) {
      return column;
    }
    Reshaping renamed = new Reshaping(column);
    for (String each : List.of("key", "name")) {
      Object old = renamed.get(each);
      String text = old == null ? null : ColumnOrigins.textOf(old);
      LabelPrefix prefix = named.prefix();
      if (Objects.equals(text, key)) {
        renamed.put(each, called(old, named.now()));
      } else if (text != null && prefix != null && prefix.isOf(text)) {
        renamed.put(each, called(old, prefix.label(prefix.rest(text))));
      }
    }
    return renamed.done();
  }

  /** A name that may be cut where it is too long stays one. */
  private static Object called(@Nullable Object old, String now) {
    return NameCodec.isGenerated(old) ? NameCodec.generated(now) : now;
  }

  private @Nullable String renamed(@Nullable Object from, String key) {
    Named named = matched(origins.of(from, key));
    return named == null ? null : named.now();
  }

  private @Nullable String renamedText(PyObject statement, String key) {
    Named named = matched(origins.ofText(statement, key));
    return named == null ? null : named.now();
  }

  private @Nullable Named matched(@Nullable Named named) {
    Rename rename = named == null ? null : named.rename();
    if (rename != null) {
      matched.add(rename);
    }
    return named;
  }

  private String changed(Object table, String key) {
    String now = renamed(table, key);
    return now == null ? key : now;
  }

  private static boolean isLookUp(PyObject object) {
    return object.made() == PyObject.Made.REDUCE
        && object.callable() instanceof PyGlobal function
        && function.name().equals(GETITEM)
        && object.args().size() == 2;
  }

  /** A column by its name among those of an alias: {@code alias.c["name"]}. */
  private PyObject lookUp(PyObject call) {
    boolean isOfColumns =
        call.args().get(0) instanceof PyObject columns
            && columns.args().size() == 2
            && "c".equals(columns.args().get(1));
    String key = isOfColumns ? ColumnOrigins.textOf(call.args().get(1)) : null;
    String now = key == null ? null : renamed(((PyObject) call.args().get(0)).args().get(0), key);
    return now == null ? call : PyObject.reduce(call.callable(), call.args().get(0), now);
  }
}
