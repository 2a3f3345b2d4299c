package dev.brine;

import dev.brine.codec.GraphToExpr;
import dev.brine.engine.Engine;
import dev.brine.envelope.Verifier;
import dev.brine.error.MalformedJsonException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UnverifiedDumpException;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.MappedProperty;
import dev.brine.json.JsonForm;
import dev.brine.json.References;
import dev.brine.orm.ScopedSession;
import dev.brine.orm.Session;
import dev.brine.pickle.Limit;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.schema.MetaData;
import dev.brine.shape.PersistentId;
import dev.brine.wrapping.Unwrapper;
import dev.brine.wrapping.Wrapped;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads query structures: the class {@code Deserializer} of {@code sqlalchemy.ext.serializer}. To
 * resolve ids in another way, override {@link #persistentLoad}. Thread-safe if that is.
 *
 * <p>{@link #loads} gives expressions; {@link #read} the graph of Python values below them, with
 * tables, columns, sessions and engines in the places of their ids.
 */
public class Deserializer extends PythonUnpickler {

  private final @Nullable MetaData metadata;
  private final @Nullable ScopedSession scopedSession;
  private final @Nullable Engine engine;
  private final ClassResolver classes;
  private final LoadOptions options;

  public Deserializer(
      @Nullable MetaData metadata, @Nullable ScopedSession scopedSession, @Nullable Engine engine) {
    this(
        LoadOptions.NONE
            .withMetadata(metadata)
            .withScopedSession(scopedSession)
            .withEngine(engine));
  }

  public Deserializer(LoadOptions options) {
    super(options.limits());
    this.options = options;
    this.metadata = options.metadata();
    this.scopedSession = options.scopedSession();
    this.engine = options.engine();
    this.classes = new ClassResolver(options.mappers(), options.loaderCriteria());
  }

  /**
   * What the dump holds: see {@link ExpressionSerializer}.
   *
   * @throws UnresolvedReferenceException if it refers to what was not given
   * @throws dev.brine.error.ForbiddenStatementException if the policy does not allow it
   * @throws UnverifiedDumpException if it is not signed as the verifier demands, or is signed and
   *     there is no verifier
   */
  @Override
  public Object loads(byte[] dump) {
    return load(unwrap(dump));
  }

  /**
   * A dump out of its wrappings, and verified.
   *
   * @throws UnverifiedDumpException if it is not signed as the verifier demands, or is signed and
   *     there is no verifier
   */
  final Wrapped unwrap(byte[] dump) {
    Wrapped wrapped =
        new Unwrapper(!options.unwraps(), options.limits(), options.verifier()).unwrap(dump);
    if (options.verifier() == null && wrapped.envelope() != null) {
      throw new UnverifiedDumpException(
          "the dump is in a signed envelope, and there is no key to verify it",
          "give LoadOptions a Verifier");
    }
    return wrapped;
  }

  /**
   * What the dump holds, which has been taken out of its wrappings. Where no metadata was given,
   * the tables that came with the dump take its place.
   *
   * <p>Without a verifier, what came in a signed envelope is loaded as if it came without.
   *
   * @throws UnresolvedReferenceException if it refers to what was not given
   * @throws UnverifiedDumpException if it is not signed as the verifier demands
   */
  public Object loads(Wrapped wrapped) {
    verify(wrapped);
    return load(wrapped);
  }

  /**
   * Makes sure that a dump is signed as it must be.
   *
   * @throws UnverifiedDumpException if not
   */
  final void verify(Wrapped wrapped) {
    Verifier verifier = options.verifier();
    if (verifier != null) {
      wrapped.verify(verifier);
    }
  }

  /** What a verified dump holds, or what was made of one. */
  final Object load(Wrapped wrapped) {
    if (JsonForm.isOne(wrapped.dump())) {
      return readJson(new String(wrapped.dump(), StandardCharsets.UTF_8));
    }
    MetaData tables = metadata == null ? wrapped.metadata() : null;
    Object graph =
        tables == null
            ? super.loads(wrapped.dump())
            : new EnvelopeUnpickler(tables).loads(wrapped.dump());
    return decode(graph);
  }

  private Object decode(Object graph) {
    return allowed(GraphToExpr.decode(graph, classes, options.limits()));
  }

  private Object allowed(Object loaded) {
    options.policy().check(loaded);
    return loaded;
  }

  /**
   * What {@link Serializer#toJson} wrote holds: see {@link ExpressionSerializer}.
   *
   * @throws MalformedJsonException if it is no JSON, or none of that form
   * @throws dev.brine.error.PickleLimitException if it exceeds a limit
   * @throws UnresolvedReferenceException if it refers to what was not given
   * @throws UnverifiedDumpException if there is a verifier that demands a signature: text has none
   */
  public Object fromJson(String json) {
    if (options.verifier() != null) {
      options.verifier().verifyUnsigned();
    }
    return readJson(json);
  }

  private Object readJson(String json) {
    if (json.length() > options.limits().of(Limit.MAX_BYTES)) {
      throw Limit.MAX_BYTES.exceeded("the JSON has more characters than", options.limits());
    }
    return allowed(JsonForm.read(json, new JsonReferences(), options.limits()));
  }

  /** The engine given; without one the engine of the session; without a session null. */
  public @Nullable Engine getEngine() {
    if (engine != null) {
      return engine;
    }
    return scopedSession == null ? null : scopedSession.session().bind();
  }

  /**
   * What an id stands for: a table or column of the metadata, a mapper, a mapped class, a mapped
   * attribute, the session, the engine. To be overridden.
   *
   * @throws UnresolvedReferenceException if the caller gave nothing to find it in
   */
  @Override
  protected Object persistentLoad(Object id) {
    PersistentId parsed = PersistentId.parse(id);
    if (parsed instanceof PersistentId.OfTable table) {
      return table.resolve(metadataFor(parsed));
    }
    if (parsed instanceof PersistentId.OfColumn column) {
      return column.resolve(metadataFor(parsed));
    }
    if (parsed instanceof PersistentId.OfSession) {
      return session();
    }
    return parsed instanceof PersistentId.OfEngine ? engine() : mapped(parsed);
  }

  /**
   * What an id of a mapped class or of an attribute stands for.
   *
   * @throws UnresolvedReferenceException if mappers were given and the class is none of theirs
   */
  final Object mapped(PersistentId id) {
    if (id instanceof PersistentId.OfMapper mapper) {
      return classes.mapped(mapper.mappedClass());
    }
    if (id instanceof PersistentId.OfMapperSelectable mapper) {
      return new MappedClass(classes.mapped(mapper.mappedClass()));
    }
    if (id instanceof PersistentId.OfMapperProperty property) {
      return new MappedProperty(
          new MappedClass(classes.mapped(property.mappedClass())), property.key());
    }
    if (id instanceof PersistentId.OfAttribute attribute) {
      return new MappedAttribute(
          new MappedClass(classes.mapped(attribute.mappedClass())), attribute.key());
    }
    return id;
  }

  /** The same ids stand for the same things in JSON. */
  private final class JsonReferences implements References {

    @Override
    public Object resolve(Object id) {
      return persistentLoad(id);
    }

    @Override
    public MappedEntity mapped(PyGlobal cls) {
      return classes.mapped(cls);
    }

    @Override
    public MappedEntity mappedOrBase(PyGlobal cls) {
      return classes.mappedOrBase(cls);
    }
  }

  private MetaData metadataFor(PersistentId id) {
    if (metadata == null) {
      throw new UnresolvedReferenceException(
          "the dump refers to '%s' and no metadata was given".formatted(id.text()),
          "give loads() the metadata that holds the table");
    }
    return metadata;
  }

  private Session session() {
    if (scopedSession == null) {
      throw new UnresolvedReferenceException(
          "the dump refers to a session and none was given", "give loads() a ScopedSession");
    }
    return scopedSession.session();
  }

  private Engine engine() {
    Engine found = getEngine();
    if (found == null) {
      throw new UnresolvedReferenceException(
          "the dump refers to an engine and none was given",
          "give loads() an engine, or a session that has one");
    }
    return found;
  }

  /** Finds tables and columns among those that came with the dump; all else as ever. */
  private final class EnvelopeUnpickler extends PythonUnpickler {

    private final MetaData tables;

    EnvelopeUnpickler(MetaData tables) {
      super(options.limits());
      this.tables = tables;
    }

    @Override
    protected Object persistentLoad(Object id) {
      PersistentId parsed = PersistentId.parse(id);
      if (parsed instanceof PersistentId.OfTable table && isListed(table.key())) {
        return table.resolve(tables);
      }
      return parsed instanceof PersistentId.OfColumn column && isListed(column.tableKey())
          ? column.resolve(tables)
          : Deserializer.this.persistentLoad(id);
    }

    /** The senders known list the tables of the outermost FROM, not those of subqueries. */
    private boolean isListed(String key) {
      return tables.findTable(key) != null;
    }
  }
}
