package dev.brine.expr;

/**
 * What makes two values in SQL the same one, as a Python object is the same as itself: a column is
 * one with its table and key, anything else with the node. Public for the compiler's sake.
 */
public final class ElementKey {

  private final Object owner;
  private final String member;
  private final int occurrence;

  private ElementKey(Object owner, String member, int occurrence) {
    this.owner = owner;
    this.member = member;
    this.occurrence = occurrence;
  }

  public static ElementKey of(ColumnElement element) {
    return element instanceof ColumnRef column && column.table() != null
        ? new ElementKey(column.table().identity(), column.key(), column.occurrence())
        : new ElementKey(element, "", 0);
  }

  public static ElementKey of(FromClause from) {
    return new ElementKey(from.identity(), "", 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ElementKey key
        && key.owner == owner
        && key.member.equals(member)
        && key.occurrence == occurrence;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(owner) * 31 + member.hashCode();
  }
}
