package dev.brine.orm;

import dev.brine.expr.ExecutableOption;
import dev.brine.mapping.Entity;
import dev.brine.mapping.EntityState;
import dev.brine.mapping.Mapper;
import dev.brine.orm.compile.LoadPath;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session knows of one of its entities: SQLAlchemy's {@code InstanceState} (rel_2_0_58,
 * {@code orm/state.py}), as far as reading goes.
 */
final class LoadedState implements EntityState {

  private final Session session;
  private final Mapper mapper;
  private final IdentityKey key;
  private final List<@Nullable Object> identity;
  private final Entity entity;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  /** Attributes that the next access of any of them loads, all by one statement. */
  private final Set<String> expired = new LinkedHashSet<>();

  /** Attributes of which a query said how they are loaded, against the mapping. */
  private final Map<String, OwnLoad> own = new HashMap<>();

  private @Nullable Loading lastLoading;
  private boolean isExpired;
  private LoadPath path;
  private List<ExecutableOption> options = List.of();

  LoadedState(Session session, Mapper mapper, List<@Nullable Object> identity) {
    this.session = session;
    this.mapper = mapper;
    this.identity = Collections.unmodifiableList(identity);
    key = IdentityKey.of(mapper, identity);
    path = LoadPath.of(mapper);
    entity = new Entity(mapper, this);
  }

  /** How one attribute of this very entity is loaded. */
  @FunctionalInterface
  interface OwnLoad {
    @Nullable Object load(LoadedState state);
  }

  Session session() {
    return session;
  }

  Mapper mapper() {
    return mapper;
  }

  IdentityKey key() {
    return key;
  }

  Entity entity() {
    return entity;
  }

  @Override
  public Map<String, @Nullable Object> values() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public List<@Nullable Object> identity() {
    return identity;
  }

  @Override
  public @Nullable Object load(Entity asked, String attribute) {
    return new AttributeAccess(this).load(attribute);
  }

  boolean has(String attribute) {
    return values.containsKey(attribute);
  }

  @Nullable Object value(String attribute) {
    return values.get(attribute);
  }

  void put(String attribute, @Nullable Object value) {
    values.put(attribute, value);
    expired.remove(attribute);
    isExpired = false;
  }

  /** Forgets a value; with {@code isExpired} the next refresh brings it. */
  void drop(String attribute, boolean isExpired) {
    values.remove(attribute);
    if (isExpired) {
      expired.add(attribute);
    }
  }

  void expire(String attribute) {
    expired.add(attribute);
  }

  Set<String> expired() {
    return expired;
  }

  @Nullable OwnLoad own(String attribute) {
    return own.get(attribute);
  }

  void loadBy(String attribute, OwnLoad load) {
    values.remove(attribute);
    own.put(attribute, load);
  }

  /** Loads the attribute as the mapping says. */
  void loadAsMapped(String attribute) {
    values.remove(attribute);
    own.remove(attribute);
  }

  /** Forgets all that was loaded; the next access asks the database: {@code expire()}. */
  void expireAll() {
    values.clear();
    own.clear();
    isExpired = true;
    mapper.columnAttrs().stream()
        .filter(property -> !property.deferred() && !property.options().queryExpression())
        .forEach(property -> expired.add(property.key()));
  }

  /** Whether nothing is known of it but its key. */
  boolean isExpired() {
    return isExpired;
  }

  /** The load that met it last. */
  boolean isMetBy(Loading loading) {
    return lastLoading == loading;
  }

  void metBy(Loading loading) {
    lastLoading = loading;
  }

  /** By which way it was reached, for options that say how its attributes are loaded. */
  LoadPath path() {
    return path;
  }

  List<ExecutableOption> options() {
    return options;
  }

  void reachedBy(LoadPath way) {
    path = way;
  }

  void reachedBy(LoadPath way, List<ExecutableOption> propagated) {
    path = way;
    options = propagated;
  }

  @Override
  public String toString() {
    return entity.toString();
  }
}
