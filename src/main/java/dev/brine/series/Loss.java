package dev.brine.series;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that SQLAlchemy left out when it wrote a dump, without an error, so that the dump is
 * not what was dumped; or that means something else in the series it is moved to. Immutable.
 *
 * @param kind what is missing, or means something else
 * @param isCertain whether nothing else can explain what is there, but that what was dumped never
 *     worked; else it is most likely so
 * @param where the attribute, class, alias or expression it is about
 */
public record Loss(Kind kind, boolean isCertain, String where) {

  public Loss {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(where, "where");
  }

  /** What SQLAlchemy leaves out, or changed the meaning of (rel_2_0_58). */
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
        "the query is another one; write join(alias, attribute), which dumps keep, and dump again"),

    /**
     * {@code SQLCompiler.visit_truediv_binary} (sql/compiler.py), new in 2.0, casts what integers
     * are divided by; up to 1.4 the database divides them as they are.
     */
    TRUE_DIVISION(
        Series.V2_0,
        "%s, which up to 1.4 most databases round if both are integers, and not from 2.0 on",
        "cast one of the two, or accept what the other series makes of it"),

    /**
     * {@code Select._columns_plus_names} of rel_1_3_24 (sql/selectable.py) leaves out what it met
     * before, which 1.4 does not.
     */
    REPEATED_COLUMN(
        Series.V1_4,
        "how many columns are fetched: %s stands among them more than once; up to 1.3 it is fetched"
            + " once, from 1.4 on each time",
        "select it once, or give it a label where it stands again");

    private final @Nullable Series since;
    private final String what;
    private final String hint;

    Kind(String what, String hint) {
      this(null, what, hint);
    }

    Kind(@Nullable Series since, String what, String hint) {
      this.since = since;
      this.what = what;
      this.hint = hint;
    }

    /** Whether a series has the later of the two meanings. */
    boolean isSince(Series series) {
      return since != null && series.compareTo(since) >= 0;
    }

    /** Its name for programs: {@code "with_expression"}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** For people, one sentence without an end. */
  public String message() {
    String what = kind.what.formatted(where);
    if (kind.since == null) {
      return "SQLAlchemy %s %s".formatted(isCertain ? "lost" : "probably lost", what);
    }
    return "the move %s %s".formatted(isCertain ? "changes" : "may change", what);
  }

  /** What follows, and what to do. */
  public String hint() {
    return kind.hint;
  }
}
