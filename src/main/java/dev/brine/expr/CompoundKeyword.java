package dev.brine.expr;

/** What puts two SELECTs together: SQLAlchemy's {@code _CompoundSelectKeyword}. */
public enum CompoundKeyword {
  UNION("UNION"),
  UNION_ALL("UNION ALL"),
  EXCEPT("EXCEPT"),
  EXCEPT_ALL("EXCEPT ALL"),
  INTERSECT("INTERSECT"),
  INTERSECT_ALL("INTERSECT ALL");

  private final String spelling;

  CompoundKeyword(String spelling) {
    this.spelling = spelling;
  }

  /** As it is written in SQL, and as the value of Python's enum. */
  public String spelling() {
    return spelling;
  }
}
