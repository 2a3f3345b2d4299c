package dev.brine;

import dev.brine.codec.ExprToGraph;
import dev.brine.engine.Engine;
import dev.brine.jooq.JooqImport;
import dev.brine.json.JsonForm;
import dev.brine.orm.ScopedSession;
import dev.brine.orm.Session;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PythonPickler;
import dev.brine.series.DumpTarget;
import dev.brine.series.Series;
import dev.brine.series.Structures;
import dev.brine.shape.PersistentId;
import dev.brine.sql.ResolvedJoins;
import org.jspecify.annotations.Nullable;

/**
 * Writes query structures: the class {@code Serializer} of {@code sqlalchemy.ext.serializer}. To
 * give objects of one's own an id, override {@link #persistentId}. Thread-safe if that is.
 */
public class Serializer extends PythonPickler {

  /** The highest that Python 2 reads, under which much of 1.3 still runs. */
  private static final int PYTHON_2_PROTOCOL = 2;

  private final DumpTarget target;
  private final boolean isForPython2;

  public Serializer() {
    this(DumpOptions.DEFAULT);
  }

  public Serializer(DumpOptions options) {
    super(options.protocol());
    this.target = options.target();
    this.isForPython2 = target == Series.V1_3 && options.protocol() <= PYTHON_2_PROTOCOL;
  }

  /**
   * The dump of a query structure, of a jOOQ query, or of a graph of Python values.
   *
   * @throws dev.brine.error.UnsupportedConstructException if it holds an object that no Python
   *     value stands for, or what its target cannot say
   * @throws dev.brine.error.JooqImportException if the jOOQ query cannot be imported without loss
   */
  @Override
  public byte[] dumps(Object obj) {
    Object structure = JooqImport.isQuery(obj) ? JooqImport.statement(obj) : obj;
    Object said = target == Series.V1_3 ? withPlainJoins(structure) : structure;
    ExprToGraph.Encoded encoded =
        ExprToGraph.encodeNoting(said, each -> persistentId(each) != null, target);
    // What is carried along stays as it was; else equal structures shall give equal bytes.
    return encoded.isCarrying() ? super.dumps(encoded.graph()) : dumpsSharingTexts(encoded.graph());
  }

  /** 1.3 has no joins that are worked out when the statement is compiled. */
  private static @Nullable Object withPlainJoins(Object structure) {
    ResolvedJoins joins = new ResolvedJoins();
    return Structures.changed(structure, joins::rewrite);
  }

  /**
   * The same as JSON, for which {@code docs/json-form.md} is written: no series of SQLAlchemy's is
   * chosen before it is dumped.
   *
   * @throws dev.brine.error.UnsupportedConstructException if it holds an object that no Python
   *     value stands for
   * @throws dev.brine.error.JooqImportException if the jOOQ query cannot be imported without loss
   */
  public String toJson(Object obj) {
    Object structure = JooqImport.isQuery(obj) ? JooqImport.statement(obj) : obj;
    return JsonForm.write(structure, this::persistentId);
  }

  /**
   * The id of what is not part of a dump: tables, columns, mapped classes, sessions and engines. To
   * be overridden; null for everything else, which is written as it is.
   */
  @Override
  protected @Nullable Object persistentId(Object obj) {
    // Most of a graph: asking each for all that has an id would be a fifth of the work.
    PersistentId id = isPlain(obj) ? null : idOf(obj);
    if (id == null) {
      return super.persistentId(obj);
    }
    return isForPython2 ? id.text(PYTHON_2_PROTOCOL) : id.text();
  }

  /** The final classes come first, since to find that an object is no PyNode takes longest. */
  private static boolean isPlain(Object obj) {
    return obj instanceof Long
        || obj instanceof String
        || obj instanceof Boolean
        || obj instanceof PyNode;
  }

  private static @Nullable PersistentId idOf(Object obj) {
    if (obj instanceof Session || obj instanceof ScopedSession) {
      return new PersistentId.OfSession();
    }
    return obj instanceof Engine ? new PersistentId.OfEngine() : PersistentId.of(obj);
  }
}
