package dev.brine.orm;

import dev.brine.engine.Engine;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Query;
import dev.brine.mapping.MapperRegistry;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One {@link Session} for each thread, made when it is first asked for: SQLAlchemy's {@code
 * scoped_session}. Thread-safe; the sessions are not.
 */
public final class ScopedSession {

  private final Supplier<Session> factory;
  private final @Nullable MapperRegistry mappers;

  // Not static: each of these objects has its own sessions.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Session> sessions = new ThreadLocal<>();

  private ScopedSession(Supplier<Session> factory, @Nullable MapperRegistry mappers) {
    this.factory = factory;
    this.mappers = mappers;
  }

  /** Sessions on this engine. */
  public static ScopedSession of(Engine engine) {
    return of(() -> new Session(engine));
  }

  /** Sessions made by this factory, which is called once for each thread. */
  public static ScopedSession of(Supplier<Session> factory) {
    return new ScopedSession(Objects.requireNonNull(factory, "factory"), null);
  }

  /** Sessions on this engine, for these classes, with which dumps are then loaded too. */
  public static ScopedSession of(Engine engine, MapperRegistry mappers) {
    return new ScopedSession(() -> new Session(engine, mappers), mappers);
  }

  /** The mapped classes of its sessions; null if they were given none. */
  public @Nullable MapperRegistry mappers() {
    return mappers;
  }

  /** This thread's session. */
  public Session session() {
    Session session = sessions.get();
    if (session == null) {
      session = factory.get();
      sessions.set(session);
    }
    return session;
  }

  /** A query that runs on this thread's session: {@code Session.query(User)}. */
  public Query query(ClauseElement... entities) {
    return session().query(entities);
  }

  /**
   * Closes this thread's session, if there is one; the next call of {@link #session()} makes
   * another.
   */
  public void remove() {
    Session session = sessions.get();
    sessions.remove();
    if (session != null) {
      session.close();
    }
  }
}
