package dev.brine.series;

import java.util.Locale;
import java.util.Objects;

/**
 * Something that SQLAlchemy left out when it wrote a dump, without an error, so that the dump is
 * not what was dumped. Immutable.
 *
 * @param kind what is missing
 * @param isCertain whether nothing else can explain what is there, but that what was dumped never
 *     worked; else it is most likely so
 * @param where the attribute, class or alias it is missing at
 */
public record Loss(Kind kind, boolean isCertain, String where) {

  public Loss {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(where, "where");
  }

  /** What SQLAlchemy leaves out (rel_2_0_58). */
  public enum Kind {
    /**
     * {@code _AttributeStrategyLoad.__getstate__} (orm/strategy_options.py) empties the criteria,
     * and the expression is one of them.
     */
    WITH_EXPRESSION(
        "the expression of with_expression(%s, …)",
        "the attribute will not be loaded; give the option again after loading"),

    /** The same method keeps a class that {@code of_type()} names, and drops an alias. */
    OPTION_OF_TYPE(
        "the alias that of_type() named in the loader option on %s",
        "the option loads the class itself; give it again after loading"),

    /**
     * {@code PathRegistry.serialize} (orm/path_registry.py) writes the class in the place of its
     * alias; a statement that selects the alias alone then refuses the option.
     */
    OPTION_ON_ALIAS(
        "that the loader option on %s is on an alias of the class",
        "SQLAlchemy and Brine refuse to compile it; remove the option, and give it again after"
            + " loading"),

    /**
     * {@code QueryableAttribute.__reduce__} (orm/attributes.py) writes neither what {@code
     * of_type()} nor what {@code and_()} gave; an alias in use is then left without its join.
     */
    JOIN_OF_TYPE(
        "that the join along %s was to an alias, of_type(…)",
        "the query is another one; write join(alias, attribute), which dumps keep, and dump again");

    private final String what;
    private final String hint;

    Kind(String what, String hint) {
      this.what = what;
      this.hint = hint;
    }

    /** Its name for programs: {@code "with_expression"}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** For people, one sentence without an end. */
  public String message() {
    return "SQLAlchemy %s %s"
        .formatted(isCertain ? "lost" : "probably lost", kind.what.formatted(where));
  }

  /** What follows, and what to do. */
  public String hint() {
    return kind.hint;
  }
}
