package dev.brine.jooq;

import dev.brine.expr.Fetch;
import dev.brine.expr.GenerativeSelect;
import java.util.List;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.SelectQuery;
import org.jspecify.annotations.Nullable;

/** How many rows a query gives: LIMIT, OFFSET, and FETCH with ties or of a hundred. */
record LimitClause(
    @Nullable Field<? extends Number> limit,
    @Nullable Field<? extends Number> offset,
    boolean isPercent,
    boolean hasTies) {

  static final LimitClause NONE = new LimitClause(null, null, false, false);

  private static final String LIMIT = "fetch next";
  private static final String OFFSET = "offset";

  /** That of the query, or of its set operations if it has any. */
  static LimitClause of(org.jooq.Select<?> query) {
    return new LimitClause(
        query.$limit(), query.$offset(), query.$limitPercent(), query.$limitWithTies());
  }

  /** Whether this was printed as one, in standard SQL. */
  static boolean isIn(Printed printed) {
    List<String> keywords = printed.keywords();
    return keywords.contains(LIMIT) || keywords.contains(OFFSET);
  }

  // Nothing but numbers is accepted where they come from.
  @SuppressWarnings("unchecked")
  static LimitClause of(Printed printed) {
    List<String> keywords = printed.keywords();
    return new LimitClause(
        (Field<? extends Number>) printed.behind(LIMIT),
        (Field<? extends Number>) printed.behind(OFFSET),
        keywords.contains("percent"),
        keywords.contains("rows with ties"));
  }

  /** The statement with these limits, which the mirror is given too. */
  <S extends GenerativeSelect<S>> S on(S select, SelectQuery<Record> mirror, FieldImport fields) {
    S limited = select;
    if (limit != null) {
      mirror.addLimit(limit);
      mirror.setLimitPercent(isPercent);
      mirror.setWithTies(hasTies);
      limited = limited(limited, limit, fields);
    }
    if (offset != null) {
      mirror.addOffset(offset);
      Number number = number(offset);
      limited =
          number == null
              ? limited.offset(fields.read(offset).element())
              : limited.offset(number.longValue());
    }
    return limited;
  }

  private <S extends GenerativeSelect<S>> S limited(
      S select, Field<? extends Number> count, FieldImport fields) {
    Number number = number(count);
    if (isPercent || hasTies) {
      Fetch fetch =
          number == null ? Fetch.of(fields.read(count).element()) : Fetch.of(number.longValue());
      fetch = isPercent ? fetch.percent() : fetch;
      return select.fetch(hasTies ? fetch.withTies() : fetch);
    }
    return number == null
        ? select.limit(fields.read(count).element())
        : select.limit(number.longValue());
  }

  /** The number that a value is; null if it is an expression. */
  static @Nullable Number number(Field<?> field) {
    return field instanceof Param<?> param && param.getValue() instanceof Number number
        ? number
        : null;
  }
}
