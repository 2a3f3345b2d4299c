package dev.brine.pickle;

import java.util.Objects;

/**
 * A reference to something outside the pickle by its persistent id, kept as it stood in the stream:
 * one instance for each occurrence. Immutable; compared by identity.
 */
public final class PyPersistent implements PyNode {

  private final Object id;

  public PyPersistent(Object id) {
    this.id = Objects.requireNonNull(id, "id");
  }

  /** A String or a {@link PyByteString} in all that SQLAlchemy writes; any graph in general. */
  public Object id() {
    return id;
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
