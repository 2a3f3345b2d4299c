package dev.brine.sql;

/** How bound parameters stand in SQL text: the {@code paramstyle} of Python's PEP 249. */
public enum ParamStyle {
  /** {@code :name}. */
  NAMED(false, false),
  /** {@code ?}. */
  QMARK(true, false),
  /** {@code %(name)s}. */
  PYFORMAT(false, true),
  /** {@code %s}. */
  FORMAT(true, true),
  /** {@code :1}. */
  NUMERIC(true, false),
  /** {@code $1}; SQLAlchemy's addition to the PEP. */
  NUMERIC_DOLLAR(true, false);

  private final boolean positional;
  private final boolean doublesPercents;

  ParamStyle(boolean positional, boolean doublesPercents) {
    this.positional = positional;
    this.doublesPercents = doublesPercents;
  }

  /** Whether values are given as a list in the order of the placeholders rather than by name. */
  public boolean isPositional() {
    return positional;
  }

  /** Whether the driver formats the text, so that a percent sign in it must be written twice. */
  public boolean doublesPercents() {
    return doublesPercents;
  }

  /** Whether placeholders carry a number, so that one parameter met twice is sent once. */
  public boolean isNumeric() {
    return this == NUMERIC || this == NUMERIC_DOLLAR;
  }

  /**
   * The placeholder of a parameter.
   *
   * @param name the parameter's name, with special characters already replaced
   * @param number its number from 1 on; used by the numeric styles only
   */
  String placeholder(String name, int number) {
    return switch (this) {
      case NAMED -> ":" + name;
      case QMARK -> "?";
      case PYFORMAT -> "%(" + name + ")s";
      case FORMAT -> "%s";
      case NUMERIC -> ":" + number;
      case NUMERIC_DOLLAR -> "$" + number;
    };
  }
}
