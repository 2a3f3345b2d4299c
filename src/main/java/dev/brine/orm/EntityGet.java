package dev.brine.orm;

import dev.brine.error.UsageException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Mapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entity by its primary key: {@code Session.get} and {@code Query.get} of SQLAlchemy. */
final class EntityGet {

  private final Session session;
  private final Mapper mapper;
  private final Select select;
  private final LoadSettings settings;

  EntityGet(Session session, Mapper mapper) {
    this(
        session, mapper, Statements.of(mapper, mapper.release().keyLabels()), LoadSettings.DEFAULT);
  }

  private EntityGet(Session session, Mapper mapper, Select select, LoadSettings settings) {
    this.session = session;
    this.mapper = mapper;
    this.select = select;
    this.settings = settings;
  }

  /** For the class of a query, with its loader options. */
  static EntityGet of(Session session, Query query) {
    requireNoCriteria(query);
    List<ClauseElement> columns = query.clauses().columns();
    if (columns.size() == 1
        && columns.get(0) instanceof OrmEntity entity
        && entity.entity() instanceof Mapper mapper) {
      Select select =
          Statements.with(
              Statements.of(mapper, mapper.release().keyLabels()),
              Statements.options(query).orm().loaderOptions());
      return new EntityGet(session, mapper, select, Statements.settings(query));
    }
    throw new UsageException("get() can only be used against a single mapped class.");
  }

  private static void requireNoCriteria(Query query) {
    Select clauses = query.clauses();
    boolean isPlain =
        query.statement() == null
            && clauses.where().isEmpty()
            && clauses.from().isEmpty()
            && clauses.setupJoins().isEmpty()
            && clauses.limit() == null
            && clauses.offset() == null
            && clauses.groupBy().isEmpty();
    if (!isPlain) {
      throw new UsageException(
          "Query.get() being called on a Query with existing criterion.",
          "filter by the primary key, and ask for oneOrNone()");
    }
  }

  /** {@code get({"id": 5})}: by the names of the attributes. */
  private List<@Nullable Object> inOrder(Map<?, ?> named) {
    List<@Nullable Object> key = new ArrayList<>();
    for (ColumnElement column : mapper.primaryKey()) {
      ColumnProperty property = mapper.propertyOf(column);
      if (property == null || !named.containsKey(property.key())) {
        throw new UsageException(
            "Incorrect names of values in identifier to formulate primary key for session.get();"
                + " primary key attribute names are "
                + names());
      }
      key.add(named.get(property.key()));
    }
    return key;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (ColumnElement column : mapper.primaryKey()) {
      ColumnProperty property = mapper.propertyOf(column);
      names.add(property == null ? column.toString() : property.key());
    }
    return names;
  }

  @Nullable Entity get(List<@Nullable Object> given) {
    List<@Nullable Object> key =
        given.size() == 1 && given.get(0) instanceof Map<?, ?> named ? inOrder(named) : given;
    int expected = mapper.primaryKey().size();
    if (key.size() != expected) {
      throw new UsageException(
          "Incorrect number of values in identifier to formulate primary key for session.get();"
              + " primary key columns are "
              + names(),
          "give " + expected + (expected == 1 ? " value" : " values"));
    }
    LoadedState known = session.identityMap().find(mapper, key);
    if (known != null && !settings.populatesExisting()) {
      if (!known.expired().isEmpty()) {
        ColumnRefresh.loadExpired(known);
      }
      return known.mapper().isa(mapper) ? known.entity() : null;
    }
    EntityRows rows =
        session.load(select.where(GetClause.of(mapper, key)), null, settings, Map.of()).unique();
    return rows.rows().isEmpty() ? null : (Entity) rows.rows().get(0).get(0);
  }
}
