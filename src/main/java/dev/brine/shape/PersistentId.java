package dev.brine.shape;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.MappedProperty;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyGlobal;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a dump puts in place of something that is not part of the query: a table, a column, a mapped
 * class, a session, an engine. One record for each form that SQLAlchemy 0.5 to 2.1 writes ({@code
 * ext/serializer.py}). Immutable and thread-safe.
 */
public sealed interface PersistentId {

  /** The id as a dump holds it. */
  String text();

  /**
   * The id with the class in it, if there is one, pickled in a protocol: Python 2 knows those up to
   * 2 only.
   */
  default String text(int protocol) {
    return text();
  }

  /** A table by its key, with its schema: {@code table:sch.users}. */
  record OfTable(String key) implements PersistentId {

    static final String PREFIX = "table:";

    public OfTable {
      Objects.requireNonNull(key, "key");
    }

    @Override
    public String text() {
      return PREFIX + key;
    }

    /**
     * The table of the metadata.
     *
     * @throws UnresolvedReferenceException if there is none; the hint names the nearest
     */
    public Table resolve(MetaData metadata) {
      Table table = metadata.findTable(key);
      return table != null ? table : metadata.table(decodedKey());
    }

    /**
     * The key if the id is of a series before 0.8, where it is str(table): what is not ASCII stands
     * there as a backslash escape.
     */
    public String decodedKey() {
      return BackslashEscapes.decode(key);
    }
  }

  /**
   * A column of a table: {@code column:sch.users:name}.
   *
   * @param path the table's key, a colon and the column's key, not its name; with more than one
   *     colon only the metadata can tell where the table's key ends
   */
  record OfColumn(String path) implements PersistentId {

    static final String PREFIX = "column:";

    public OfColumn {
      if (path.indexOf(':') < 0) {
        throw new MalformedPickleException(
            "the persistent id 'column:%s' names no column".formatted(path));
      }
    }

    public static OfColumn of(Column column) {
      return new OfColumn(column.table().key() + ":" + column.key());
    }

    @Override
    public String text() {
      return PREFIX + path;
    }

    /** The table's key if it is the longest possible. */
    public String tableKey() {
      return path.substring(0, path.lastIndexOf(':'));
    }

    /** As {@link OfTable#decodedKey()}. */
    public String decodedTableKey() {
      return BackslashEscapes.decode(tableKey());
    }

    /** The column's key that goes with {@link #tableKey()}. */
    public String columnKey() {
      return path.substring(path.lastIndexOf(':') + 1);
    }

    /**
     * The column of the metadata, of the table with the longest key that fits.
     *
     * @throws UnresolvedReferenceException if there is none; the hint names the nearest
     */
    public Column resolve(MetaData metadata) {
      for (int end = path.lastIndexOf(':'); end >= 0; end = path.lastIndexOf(':', end - 1)) {
        Column column = find(metadata, path.substring(0, end), path.substring(end + 1));
        if (column != null) {
          return column;
        }
      }
      return new OfTable(tableKey()).resolve(metadata).column(columnKey());
    }

    private static @Nullable Column find(MetaData metadata, String table, String column) {
      Table found = metadata.findTable(table);
      if (found == null) {
        found = metadata.findTable(BackslashEscapes.decode(table));
      }
      return found == null ? null : found.findColumn(column);
    }
  }

  /** A mapper by its class: {@code mapper:<base64>}. */
  record OfMapper(PyGlobal mappedClass) implements PersistentId {

    static final String PREFIX = "mapper:";

    @Override
    public String text() {
      return text(PickledClass.PROTOCOL);
    }

    @Override
    public String text(int protocol) {
      return PREFIX + PickledClass.encode(mappedClass, protocol);
    }
  }

  /** The table of a mapped class as an entity, from 1.4 on: {@code mapper_selectable:<base64>}. */
  record OfMapperSelectable(PyGlobal mappedClass) implements PersistentId {

    static final String PREFIX = "mapper_selectable:";

    @Override
    public String text() {
      return text(PickledClass.PROTOCOL);
    }

    @Override
    public String text(int protocol) {
      return PREFIX + PickledClass.encode(mappedClass, protocol);
    }
  }

  /** A property of a mapper: {@code mapperprop:<base64>:<key>}. */
  record OfMapperProperty(PyGlobal mappedClass, String key) implements PersistentId {

    static final String PREFIX = "mapperprop:";

    @Override
    public String text() {
      return text(PickledClass.PROTOCOL);
    }

    @Override
    public String text(int protocol) {
      return PREFIX + PickledClass.encode(mappedClass, protocol) + ":" + key;
    }
  }

  /** An attribute of a mapped class, written up to 1.3: {@code attribute:<key>:<base64>}. */
  record OfAttribute(PyGlobal mappedClass, String key) implements PersistentId {

    static final String PREFIX = "attribute:";

    @Override
    public String text() {
      return text(PickledClass.PROTOCOL);
    }

    @Override
    public String text(int protocol) {
      return PREFIX + key + ":" + PickledClass.encode(mappedClass, protocol);
    }
  }

  /** The session of the one who loads. */
  record OfSession() implements PersistentId {

    static final String PREFIX = "session:";

    @Override
    public String text() {
      return PREFIX;
    }
  }

  /** The engine of the one who loads. */
  record OfEngine() implements PersistentId {

    static final String PREFIX = "engine:";

    @Override
    public String text() {
      return PREFIX;
    }
  }

  /** The id of a table, a column, or what is mapped; an id is its own; null for anything else. */
  static @Nullable PersistentId of(Object obj) {
    if (obj instanceof Column column) {
      return OfColumn.of(column);
    }
    if (obj instanceof Table table) {
      return new OfTable(table.key());
    }
    if (obj instanceof MappedEntity entity) {
      return new OfMapper(name(entity));
    }
    if (obj instanceof MappedClass mapped) {
      return new OfMapperSelectable(name(mapped.entity()));
    }
    if (obj instanceof MappedProperty property) {
      return new OfMapperProperty(name(property.parent().entity()), property.key());
    }
    return obj instanceof PersistentId id ? id : null;
  }

  private static PyGlobal name(MappedEntity entity) {
    return new PyGlobal(entity.module(), entity.qualifiedName());
  }

  /**
   * Reads an id.
   *
   * @param id a String, or the 8-bit string of Python 2
   * @throws MalformedPickleException if it is of none of the forms
   * @throws dev.brine.error.UnsafePickleException if the class in it is more than a name
   */
  static PersistentId parse(Object id) {
    String text = id instanceof PyByteString bytes ? bytes.text() : id.toString();
    if (text.startsWith(OfColumn.PREFIX)) { // most ids are of columns
      return new OfColumn(text.substring(OfColumn.PREFIX.length()));
    }
    String rest = text.substring(text.indexOf(':') + 1);
    return switch (text.substring(0, text.length() - rest.length())) {
      case OfTable.PREFIX -> new OfTable(rest);
      case OfMapper.PREFIX -> new OfMapper(PickledClass.decode(rest));
      case OfMapperSelectable.PREFIX -> new OfMapperSelectable(PickledClass.decode(rest));
      case OfMapperProperty.PREFIX -> {
        int colon = colon(text, rest.indexOf(':'));
        yield new OfMapperProperty(
            PickledClass.decode(rest.substring(0, colon)), rest.substring(colon + 1));
      }
      case OfAttribute.PREFIX -> {
        // Base64 has no colon, a key may.
        int colon = colon(text, rest.lastIndexOf(':'));
        yield new OfAttribute(
            PickledClass.decode(rest.substring(colon + 1)), rest.substring(0, colon));
      }
      case OfSession.PREFIX -> new OfSession();
      case OfEngine.PREFIX -> new OfEngine();
      default -> throw unknown(text);
    };
  }

  private static int colon(String text, int index) {
    if (index < 0) {
      throw unknown(text);
    }
    return index;
  }

  private static MalformedPickleException unknown(String text) {
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return new MalformedPickleException(
        "the persistent id '%s' is none that sqlalchemy.ext.serializer writes".formatted(shown));
  }
}
