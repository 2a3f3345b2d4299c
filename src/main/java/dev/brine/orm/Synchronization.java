package dev.brine.orm;

import dev.brine.error.UsageException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Delete;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Select;
import dev.brine.expr.Update;
import dev.brine.mapping.Mapper;
import dev.brine.orm.compile.OrmCompiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the entities of a session in step with the rows that an UPDATE or DELETE of their class
 * changes: {@code synchronize_session} of SQLAlchemy's {@code BulkUDCompileState} (rel_2_0_58,
 * {@code orm/bulk_persistence.py}). Which entities are meant is told by the conditions alone
 * ({@code "evaluate"}), or by the keys that the database gives ({@code "fetch"}); {@code "auto"},
 * the default, does the one where it can, else the other; {@code False} does nothing.
 */
final class Synchronization {

  private static final String OPTION = "synchronize_session";

  private final Session session;
  private final DmlStatement<?> change;
  private final Mapper mapper;
  private @Nullable Evaluation condition;
  private boolean returnsKeys;
  private List<Object[]> keys = List.of();

  private Synchronization(Session session, DmlStatement<?> change, Mapper mapper) {
    this.session = session;
    this.change = change;
    this.mapper = mapper;
  }

  /**
   * What is to be done for a statement that is about to be sent; null for nothing.
   *
   * @throws UsageException if the statement says what is unknown, or wants its conditions to be
   *     told without the database and they cannot be
   */
  static @Nullable Synchronization of(
      Session session, DmlStatement<?> change, Map<String, ? extends @Nullable Object> values) {
    Mapper mapper = Changed.mapper(change);
    if (mapper == null || !(change instanceof Update || change instanceof Delete)) {
      return null;
    }
    Object how = change.clauses().options().executionOptions().getOrDefault(OPTION, "auto");
    if (Boolean.FALSE.equals(how)) {
      return null;
    }
    Synchronization made = new Synchronization(session, change, mapper);
    switch (String.valueOf(how)) {
      case "auto" -> made.prepareAny(values);
      case "evaluate" -> made.prepareEvaluation();
      case "fetch" -> made.prepareFetch(values);
      default ->
          throw new UsageException(
              "Valid strategies for session synchronization are 'auto', 'evaluate', 'fetch', False",
              "and not '" + how + "'");
    }
    return made;
  }

  private void prepareAny(Map<String, ? extends @Nullable Object> values) {
    try {
      condition = evaluated();
    } catch (Unevaluable unknown) {
      prepareFetch(values);
    }
  }

  private void prepareEvaluation() {
    try {
      condition = evaluated();
    } catch (Unevaluable unknown) {
      throw new UsageException(
          "Could not evaluate current criteria in Python: \"%s\". Specify 'fetch' or False for the synchronize_session execution option."
              .formatted(unknown.getMessage()),
          null,
          unknown);
    }
  }

  private Evaluation evaluated() throws Unevaluable {
    List<ColumnElement> conditions = new ArrayList<>(conditions());
    OrmEntity entity = change.table() instanceof OrmEntity given ? given : mapper.entity();
    conditions.addAll(OrmCompiler.loaderCriteria(change, entity));
    return new Evaluator(mapper).all(conditions);
  }

  private List<ColumnElement> conditions() {
    return change instanceof Update update ? update.where() : ((Delete) change).where();
  }

  /** Where the database does not tell what it changed it is asked beforehand. */
  private void prepareFetch(Map<String, ? extends @Nullable Object> values) {
    returnsKeys = session.bind().dialect().returnsRowsOf(change);
    if (!returnsKeys) {
      ClauseElement[] key = mapper.primaryKey().toArray(ClauseElement[]::new);
      MappedClass entity = mapper.entity();
      Select select =
          Statements.of(entity, LabelStyle.DISAMBIGUATE_ONLY, key)
              .selectFrom(entity)
              .where(conditions().toArray(ColumnElement[]::new));
      Select asked = Statements.with(select, change.clauses().options().orm().loaderOptions());
      keys = session.rawRows(asked, values);
    }
  }

  /** What is sent. */
  DmlStatement<?> statement() {
    return returnsKeys ? Changed.returningKeys(change) : change;
  }

  /** Whether the rows that the statement gives tell which there are. */
  boolean returnsKeys() {
    return returnsKeys;
  }

  /** Brings the entities in step once the statement ran. */
  void done(List<Object[]> returnedKeys) {
    Map<LoadedState, Boolean> matched = matched(returnsKeys ? returnedKeys : keys);
    if (change instanceof Update update) {
      new UpdatedEntities(mapper, update).apply(matched.keySet());
    } else {
      matched.forEach(this::deleted);
    }
  }

  /** The entities that were changed, and whether that is known for certain. */
  private Map<LoadedState, Boolean> matched(List<Object[]> changedKeys) {
    Map<LoadedState, Boolean> matched = new LinkedHashMap<>();
    if (condition == null) {
      for (Object[] key : changedKeys) {
        LoadedState state = session.identityMap().find(mapper, Arrays.asList(key));
        if (state != null) {
          matched.put(state, true);
        }
      }
      return matched;
    }
    for (LoadedState state : session.identityMap().states()) {
      if (state.mapper().isa(mapper) && !state.isExpired()) {
        Object holds = Objects.requireNonNull(condition).of(state);
        if (Boolean.TRUE.equals(holds) || holds == Evaluation.EXPIRED) {
          matched.put(state, holds != Evaluation.EXPIRED);
        }
      }
    }
    return matched;
  }

  private void deleted(LoadedState state, boolean isCertain) {
    if (isCertain) {
      session.identityMap().remove(state);
    } else {
      state.expireAll();
    }
  }
}
