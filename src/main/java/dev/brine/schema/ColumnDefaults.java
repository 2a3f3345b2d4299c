package dev.brine.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a column comes from if a statement does not give it.
 *
 * @param onInsert {@code default=}; null for none
 * @param onUpdate {@code onupdate=}; null for none
 * @param server what the database itself has for an INSERT
 * @param isUpdatedByServer whether the database changes it with each UPDATE: {@code
 *     server_onupdate=}
 */
public record ColumnDefaults(
    @Nullable ColumnDefault onInsert,
    @Nullable ColumnDefault onUpdate,
    Server server,
    boolean isUpdatedByServer,
    Autoincrement autoincrement) {

  /** What the database itself gives a column that an INSERT leaves out. */
  public enum Server {
    /** Nothing but NULL. */
    NONE,
    /** {@code server_default=}, or the expression of a computed column. */
    DEFAULT,
    /** {@code Identity()}. */
    IDENTITY
  }

  /** Of a column that has none. */
  public static final ColumnDefaults NONE =
      new ColumnDefaults(null, null, Server.NONE, false, Autoincrement.AUTO);

  public ColumnDefaults {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(autoincrement, "autoincrement");
  }

  public boolean hasServerDefault() {
    return server != Server.NONE;
  }

  /** Whether nothing but a sequence is there to make up values for an INSERT. */
  boolean leaveRoomForNumbers() {
    return (onInsert == null || onInsert instanceof ColumnDefault.NextValue)
        && server != Server.DEFAULT;
  }

  /** {@code Column(default=…)}. */
  public ColumnDefaults onInsert(@Nullable ColumnDefault changed) {
    return new ColumnDefaults(changed, onUpdate, server, isUpdatedByServer, autoincrement);
  }

  /** {@code Column(onupdate=…)}. */
  public ColumnDefaults onUpdate(@Nullable ColumnDefault changed) {
    return new ColumnDefaults(onInsert, changed, server, isUpdatedByServer, autoincrement);
  }

  /** {@code Column(server_default=…)} and what is like it. */
  public ColumnDefaults server(Server changed) {
    return new ColumnDefaults(onInsert, onUpdate, changed, isUpdatedByServer, autoincrement);
  }

  /** {@code Column(server_onupdate=…)}. */
  public ColumnDefaults updatedByServer(boolean changed) {
    return new ColumnDefaults(onInsert, onUpdate, server, changed, autoincrement);
  }

  /** {@code Column(autoincrement=…)}. */
  public ColumnDefaults autoincrement(Autoincrement changed) {
    return new ColumnDefaults(onInsert, onUpdate, server, isUpdatedByServer, changed);
  }
}
