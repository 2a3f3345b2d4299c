package dev.brine.orm;

import dev.brine.engine.Connection;
import dev.brine.engine.CursorResult;
import dev.brine.engine.Engine;
import dev.brine.error.CompileException;
import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Query;
import dev.brine.expr.QueryChanges;
import dev.brine.expr.QuerySession;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperRegistry;
import dev.brine.orm.compile.LoadPath;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.orm.compile.RowPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with the database: SQLAlchemy's {@code Session}. The first statement begins a
 * transaction, which lasts until {@link #commit()}, {@link #rollback()} or {@link #close()}; the
 * session may then be used on.
 *
 * <p>Statements about mapped classes give entities. There is one {@link Entity} for a row; what it
 * loaded stays as it is until a statement says {@code populate_existing}, or {@link #expire},
 * {@link #commit()} or {@link #rollback()} forget it, after which it is loaded anew when it is
 * asked for. Closing the session takes its entities away from it: they keep what they have loaded.
 * Entities are read; they are changed by statements.
 *
 * <p>What the values of records are is said at {@link Connection}.
 *
 * <p>Not thread-safe; see {@link ScopedSession}.
 */
public final class Session implements QuerySession, AutoCloseable {

  private final Connection connection;
  private final @Nullable MapperRegistry mappers;
  private final IdentityMap identityMap = new IdentityMap();
  private final SessionChanges changes = new SessionChanges(this);

  /** One that knows of no mapped classes but those in its statements. */
  public Session(Engine engine) {
    this(engine, null);
  }

  /**
   * One whose statements are about these classes.
   *
   * @param mappers what dumps are loaded with that are loaded with this session; null for none
   */
  public Session(Engine engine, @Nullable MapperRegistry mappers) {
    connection = engine.connect();
    this.mappers = mappers;
  }

  /** The mapped classes it was given; null if it was given none. */
  public @Nullable MapperRegistry mappers() {
    return mappers;
  }

  /** The engine whose connections it uses: {@code get_bind()}. */
  public Engine bind() {
    return connection.engine();
  }

  /** What its statements run on: {@code connection()}. */
  public Connection connection() {
    return connection;
  }

  /** A query of entities and values that runs on this session: {@code query(User)}. */
  public Query query(ClauseElement... entities) {
    return Query.of(entities).withSession(this);
  }

  /**
   * The entity with this primary key, from the session if that has it: {@code get(User, 5)}.
   *
   * @param primaryKey its values, in the order of {@link Mapper#primaryKey}
   * @return null if there is none
   */
  public @Nullable Entity get(Mapper mapper, @Nullable Object... primaryKey) {
    return new EntityGet(this, mapper).get(Arrays.asList(primaryKey));
  }

  /** Runs a statement and fetches all its rows. */
  public Result<Record> execute(Statement statement) {
    return execute(statement, Map.of());
  }

  /**
   * Runs a statement and fetches all its rows. An entity is one column of the record, an {@link
   * Entity}.
   *
   * @param values by the names of the statement's bind parameters; they override its own
   * @throws UsageException if a parameter lacks its value, or a {@code select()} repeats entities
   *     for collections that are joined: see {@link #executeUnique}
   * @throws CompileException if the database's dialect cannot say the statement
   * @throws DatabaseException if the database refuses it
   */
  public Result<Record> execute(
      Statement statement, Map<String, ? extends @Nullable Object> values) {
    return records(fetched(statement, values).checked());
  }

  /** The same, each row once: {@code execute(statement).unique()}. */
  public Result<Record> executeUnique(Statement statement) {
    return executeUnique(statement, Map.of());
  }

  /** The same, each row once, with values. */
  public Result<Record> executeUnique(
      Statement statement, Map<String, ? extends @Nullable Object> values) {
    return records(fetched(statement, values).unique());
  }

  /**
   * Whether a statement gives an entity once for each member of a collection that is joined, so
   * that it is run by {@link #executeUnique}; a Query tells the rows apart by itself.
   */
  public boolean repeatsEntities(Statement statement) {
    return !(statement instanceof Query) && OrmCompiler.compile(statement).repeatsEntities();
  }

  /** The rows of any statement; those of a Query once where entities are among them. */
  EntityRows fetched(Statement statement, Map<String, ? extends @Nullable Object> values) {
    if (statement instanceof DmlStatement<?> change) {
      return changes.fetched(change, values);
    }
    LoadSettings settings = Statements.settings(statement);
    EntityRows rows = load(statement, null, settings, values);
    if (!(statement instanceof Query) || !rows.hasEntities()) {
      return rows;
    }
    if (settings.chunk() == 0) {
      return rows.unique();
    }
    boolean isUnnoticed = rows.rows().isEmpty() && !refusesChunksAtOnce(statement);
    if (Statements.isReadInChunksByQuery(statement) || isUnnoticed) {
      return rows;
    }
    throw new UsageException(
        "Can't use the ORM yield_per feature in conjunction with unique()",
        "call yield_per() of the query rather than set the execution option");
  }

  /** Others notice it when they compare the first row. */
  private static boolean refusesChunksAtOnce(Statement statement) {
    return OrmCompiler.compile(statement).parts().stream()
        .anyMatch(
            part ->
                part instanceof RowPart.OfEntity entity
                    && entity.plan().mapper().release().refusesChunksAtOnce());
  }

  Result<Record> records(EntityRows rows) {
    return EntityRecords.of(connection.dsl(), rows);
  }

  /** Changes rows, with the values that the statement holds. */
  public CursorResult executeUpdate(DmlStatement<?> statement) {
    return executeUpdate(statement, Map.of());
  }

  /**
   * Changes rows: see {@link Connection#executeUpdate(DmlStatement, Map)}. An UPDATE or DELETE of a
   * mapped class brings the entities of the session in step with the rows, as the execution option
   * {@code synchronize_session} says: {@code "evaluate"} by what the conditions say of them, {@code
   * "fetch"} by the keys that the database tells, {@code "auto"}, which is the default, by the one
   * if it can, else by the other; {@code false} not at all.
   *
   * @param values of a mapped class by the names of its attributes
   * @throws UsageException if {@code "evaluate"} is wanted of what only the database can tell
   */
  public CursorResult executeUpdate(
      DmlStatement<?> statement, Map<String, ? extends @Nullable Object> values) {
    return changes.run(statement, values);
  }

  /**
   * Changes rows for each set of values: see {@link Connection#executeMany}. Of a mapped class the
   * values are by the names of attributes: an INSERT adds a row for each set, to all tables of the
   * class, and leaves out what is None; an UPDATE changes the rows whose primary keys the sets
   * name.
   */
  public CursorResult executeMany(
      DmlStatement<?> statement, List<? extends Map<String, ? extends @Nullable Object>> sets) {
    return changes.runAll(statement, sets);
  }

  /** The first member of each row. */
  public List<@Nullable Object> scalars(Statement statement) {
    return firsts(fetched(statement, Map.of()).checked());
  }

  /** The first member of each row, each row once: {@code execute(statement).unique().scalars()}. */
  public List<@Nullable Object> scalarsUnique(Statement statement) {
    return firsts(fetched(statement, Map.of()).unique());
  }

  private static List<@Nullable Object> firsts(EntityRows rows) {
    List<@Nullable Object> firsts = new ArrayList<>();
    rows.rows().forEach(row -> firsts.add(row.get(0)));
    return firsts;
  }

  /** The first member of the first row; null if there is no row. */
  public @Nullable Object scalar(Statement statement) {
    List<@Nullable Object> firsts = scalars(statement);
    return firsts.isEmpty() ? null : firsts.get(0);
  }

  /**
   * A statement as a jOOQ query that has not run yet, without entities: {@link Connection#query}.
   */
  public ResultQuery<Record> query(
      Statement statement, Map<String, ? extends @Nullable Object> values) {
    return connection.query(OrmCompiler.compile(statement).statement(), values);
  }

  @Override
  public List<@Nullable Object> fetch(Query query) {
    return EntityRecords.rows(connection.dsl(), fetched(query, Map.of()));
  }

  @Override
  public Stream<@Nullable Object> stream(Query query) {
    LoadSettings settings = Statements.settings(query);
    return settings.chunk() == 0
        ? fetch(query).stream()
        : new Fetch(this, new Loading(this, query, null, settings, Map.of())).stream();
  }

  @Override
  public @Nullable Object get(Query query, @Nullable Object... primaryKey) {
    return EntityGet.of(this, query).get(Arrays.asList(primaryKey));
  }

  @Override
  public long update(Query query, Map<?, ?> values, Object synchronizeSession) {
    return executeUpdate(QueryChanges.update(query, values, synchronizeSession), query.params())
        .rowcount();
  }

  @Override
  public long delete(Query query, Object synchronizeSession) {
    return executeUpdate(QueryChanges.delete(query, synchronizeSession), query.params()).rowcount();
  }

  @Override
  public @Nullable Object first(@Nullable Object row) {
    return row instanceof Record record ? record.get(0) : row;
  }

  /**
   * The rows of a statement as entities and values.
   *
   * @param start the way to its entity, for a statement that loads what another left; else null
   */
  EntityRows load(
      Statement statement,
      @Nullable LoadPath start,
      LoadSettings settings,
      Map<String, ? extends @Nullable Object> values) {
    return new Fetch(this, new Loading(this, statement, start, settings, values)).all();
  }

  /** The rows of a statement of Core. */
  List<Object[]> rawRows(Select select) {
    return rawRows(select, Map.of());
  }

  /** The same, with values for its parameters. */
  List<Object[]> rawRows(Select select, Map<String, ? extends @Nullable Object> values) {
    return connection
        .query(OrmCompiler.compile(select).statement(), values)
        .fetch()
        .map(Record::intoArray);
  }

  IdentityMap identityMap() {
    return identityMap;
  }

  /** Whether an entity still belongs to the session. */
  boolean isOpenFor(LoadedState state) {
    return identityMap.find(state.mapper(), state.identity()) == state;
  }

  /** Forgets what an entity has loaded; it is loaded anew when it is asked for. */
  public void expire(Entity entity) {
    if (entity.state() instanceof LoadedState state && isOpenFor(state)) {
      state.expireAll();
    }
  }

  /** Forgets what all entities have loaded. */
  public void expireAll() {
    identityMap.states().forEach(LoadedState::expireAll);
  }

  /** Takes all entities away from the session: {@code expunge_all()}. */
  public void expungeAll() {
    identityMap.clear();
  }

  /** jOOQ itself, inside this session's transaction; transactions remain the session's. */
  public DSLContext dsl() {
    return connection.dsl();
  }

  public boolean inTransaction() {
    return connection.inTransaction();
  }

  /**
   * Begins a transaction now rather than with the first statement.
   *
   * @throws UsageException if there is one already
   */
  public void begin() {
    connection.begin();
  }

  /** Makes permanent what was done; without a transaction nothing. Entities are expired. */
  public void commit() {
    boolean ends = inTransaction();
    connection.commit();
    if (ends) {
      expireAll();
    }
  }

  /**
   * Undoes what was done since the last commit; without a transaction nothing. Expires entities.
   */
  public void rollback() {
    boolean ends = inTransaction();
    connection.rollback();
    if (ends) {
      expireAll();
    }
  }

  /** Rolls back what was not committed, gives the connection back, and lets the entities go. */
  @Override
  public void close() {
    connection.close();
    identityMap.clear();
  }
}
