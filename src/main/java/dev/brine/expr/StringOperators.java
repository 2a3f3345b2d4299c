package dev.brine.expr;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Patterns. {@code like} takes a pattern as SQL has it; {@code contains}, {@code startsWith} and
 * {@code endsWith} put the percent signs around it, and with {@link Escape} keep those within from
 * being taken for placeholders. The methods with an {@code i} ignore case.
 */
public sealed interface StringOperators permits ColumnOperators {

  default ColumnElement like(Object pattern) {
    return like(pattern, null);
  }

  /** {@code like(pattern, escape=escape)}. */
  default ColumnElement like(Object pattern, @Nullable String escape) {
    return Comparisons.like(self(), StandardOperator.LIKE, pattern, escape);
  }

  default ColumnElement notLike(Object pattern) {
    return notLike(pattern, null);
  }

  default ColumnElement notLike(Object pattern, @Nullable String escape) {
    return Comparisons.like(self(), StandardOperator.NOT_LIKE, pattern, escape);
  }

  default ColumnElement ilike(Object pattern) {
    return ilike(pattern, null);
  }

  default ColumnElement ilike(Object pattern, @Nullable String escape) {
    return Comparisons.like(self(), StandardOperator.ILIKE, pattern, escape);
  }

  default ColumnElement notIlike(Object pattern) {
    return notIlike(pattern, null);
  }

  default ColumnElement notIlike(Object pattern, @Nullable String escape) {
    return Comparisons.like(self(), StandardOperator.NOT_ILIKE, pattern, escape);
  }

  default ColumnElement contains(Object part) {
    return contains(part, Escape.NONE);
  }

  default ColumnElement contains(Object part, Escape escape) {
    return escape.compare(self(), StandardOperator.CONTAINS, part);
  }

  default ColumnElement icontains(Object part) {
    return icontains(part, Escape.NONE);
  }

  default ColumnElement icontains(Object part, Escape escape) {
    return escape.compare(self(), StandardOperator.ICONTAINS, part);
  }

  default ColumnElement startsWith(Object prefix) {
    return startsWith(prefix, Escape.NONE);
  }

  default ColumnElement startsWith(Object prefix, Escape escape) {
    return escape.compare(self(), StandardOperator.STARTSWITH, prefix);
  }

  default ColumnElement istartsWith(Object prefix) {
    return istartsWith(prefix, Escape.NONE);
  }

  default ColumnElement istartsWith(Object prefix, Escape escape) {
    return escape.compare(self(), StandardOperator.ISTARTSWITH, prefix);
  }

  default ColumnElement endsWith(Object suffix) {
    return endsWith(suffix, Escape.NONE);
  }

  default ColumnElement endsWith(Object suffix, Escape escape) {
    return escape.compare(self(), StandardOperator.ENDSWITH, suffix);
  }

  default ColumnElement iendsWith(Object suffix) {
    return iendsWith(suffix, Escape.NONE);
  }

  default ColumnElement iendsWith(Object suffix, Escape escape) {
    return escape.compare(self(), StandardOperator.IENDSWITH, suffix);
  }

  /** {@code collate(name)}: compared and ordered by this collation. */
  default ColumnElement collate(String name) {
    return Patterns.collate(self(), name);
  }

  /** {@code match(other)}: full text search, as the database has it. */
  default ColumnElement match(Object pattern) {
    return Patterns.match(self(), pattern, Map.of());
  }

  /**
   * {@code match(other, option=value)}: {@code postgresql_regconfig}, {@code mysql_boolean_mode}.
   */
  default ColumnElement match(Object pattern, String option, Object value) {
    return Patterns.match(self(), pattern, Map.of(option, value));
  }

  /** {@code regexp_match(pattern)}. */
  default ColumnElement regexpMatch(Object pattern) {
    return regexpMatch(pattern, null);
  }

  /** {@code regexp_match(pattern, flags)}. */
  default ColumnElement regexpMatch(Object pattern, @Nullable String flags) {
    return Patterns.regexpMatch(self(), pattern, flags);
  }

  /** {@code regexp_replace(pattern, replacement)}. */
  default ColumnElement regexpReplace(Object pattern, Object replacement) {
    return regexpReplace(pattern, replacement, null);
  }

  /** {@code regexp_replace(pattern, replacement, flags)}. */
  default ColumnElement regexpReplace(Object pattern, Object replacement, @Nullable String flags) {
    return Patterns.regexpReplace(self(), pattern, replacement, flags);
  }

  /**
   * {@code concat(other)}: {@code ||}, which {@link ArithmeticOperators#plus} of strings is too.
   */
  default ColumnElement concat(Object other) {
    return Operations.operate(self(), StandardOperator.CONCAT, other);
  }

  private ColumnElement self() {
    return (ColumnElement) this;
  }
}
