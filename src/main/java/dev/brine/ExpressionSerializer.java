package dev.brine;

import dev.brine.engine.Engine;
import dev.brine.orm.ScopedSession;
import dev.brine.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Query structures to bytes and back: the module {@code sqlalchemy.ext.serializer}. The bytes are
 * Python's own; either side reads what the other wrote. Thread-safe.
 *
 * <p>What can be dumped and loaded: a statement, an expression, a FROM element ({@link
 * dev.brine.expr.ClauseElement}), a {@link dev.brine.schema.Table} or {@link
 * dev.brine.schema.Column} by itself, a type ({@link dev.brine.schema.SqlType}), and a List or Map
 * of those. Tables, columns, sessions and engines are not part of the bytes; on loading they come
 * from the caller. A Python class that is not known is carried along as {@link
 * dev.brine.expr.Opaque}.
 */
public final class ExpressionSerializer {

  private ExpressionSerializer() {}

  /** {@code dumps(obj)}: for SQLAlchemy 2.0 at protocol 5. */
  public static byte[] dumps(Object obj) {
    return dumps(obj, DumpOptions.DEFAULT);
  }

  /** {@code dumps(obj, protocol)}. */
  public static byte[] dumps(Object obj, int protocol) {
    return dumps(obj, DumpOptions.DEFAULT.withProtocol(protocol));
  }

  /**
   * The bytes that the chosen series loads.
   *
   * @throws dev.brine.error.UnsupportedConstructException if something in it cannot be said there
   */
  public static byte[] dumps(Object obj, DumpOptions options) {
    return new Serializer(options).dumps(obj);
  }

  /** {@code loads(data)}: of a dump that refers to nothing outside itself. */
  public static Object loads(byte[] data) {
    return loads(data, LoadOptions.NONE);
  }

  /** {@code loads(data, metadata)}. */
  public static Object loads(byte[] data, @Nullable MetaData metadata) {
    return loads(data, metadata, null, null);
  }

  /** {@code loads(data, metadata, scoped_session)}: with the session's mapped classes. */
  public static Object loads(
      byte[] data, @Nullable MetaData metadata, @Nullable ScopedSession scopedSession) {
    return loads(data, metadata, scopedSession, null);
  }

  /**
   * {@code loads(data, metadata, scoped_session, engine)}. The mapped classes are those that the
   * session was given.
   *
   * @throws dev.brine.error.MalformedPickleException if the bytes are no sound dump
   * @throws dev.brine.error.UnsafePickleException if they ask for what is never done
   * @throws dev.brine.error.PickleLimitException if they exceed a limit
   * @throws dev.brine.error.UnresolvedReferenceException if they refer to what was not given
   */
  public static Object loads(
      byte[] data,
      @Nullable MetaData metadata,
      @Nullable ScopedSession scopedSession,
      @Nullable Engine engine) {
    return new Deserializer(metadata, scopedSession, engine).loads(data);
  }

  /** {@code loads(data)} with whatever it needs, the mapped classes among it; errors as above. */
  public static Object loads(byte[] data, LoadOptions options) {
    return new Deserializer(options).loads(data);
  }

  /**
   * The structure as JSON to read and to keep, without loss: {@code docs/json-form.md}. Whatever
   * can be dumped can be written so.
   */
  public static String toJson(Object obj) {
    return new Serializer().toJson(obj);
  }

  /** What {@link #toJson} wrote, with the tables of the metadata. */
  public static Object fromJson(String json, @Nullable MetaData metadata) {
    return fromJson(json, LoadOptions.NONE.withMetadata(metadata));
  }

  /**
   * What {@link #toJson} wrote, as {@link #loads(byte[], LoadOptions)} gives it.
   *
   * @throws dev.brine.error.MalformedJsonException if it is no JSON, or none of that form
   * @throws dev.brine.error.PickleLimitException if it exceeds a limit
   * @throws dev.brine.error.UnresolvedReferenceException if it refers to what was not given
   */
  public static Object fromJson(String json, LoadOptions options) {
    return new Deserializer(options).fromJson(json);
  }
}
