package dev.brine.jooq;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Sql;
import dev.brine.expr.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Row;
import org.jooq.RowN;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of rows that jOOQ's object model has no kind for: IN, BETWEEN and IS DISTINCT FROM. As
 * PostgreSQL has them all, what jOOQ visits when it prints one for it are its operands.
 */
// jOOQ's accessors give wildcards that only jOOQ can match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class PrintedRowImport {

  private static final SQLDialect DIALECT = SQLDialect.POSTGRES;

  private static final Set<String> WORDS =
      Set.of(
          "in",
          "not in",
          "between and",
          "not between and",
          "between symmetric and",
          "not between symmetric and",
          "");

  /** What a row is compared by, in lower case, and with what. */
  private record Parts(Row left, String words, List<Printed> operands) {}

  /**
   * A row that was read.
   *
   * @param values those of its parts, null for what is no value
   */
  private record RowTwin(Tuple element, RowN mirror, List<@Nullable Object> values) {}

  private final FieldImport fields;
  private final Function<Select<?>, SubqueryImport.SelectTwin> selects;

  PrintedRowImport(FieldImport fields, Function<Select<?>, SubqueryImport.SelectTwin> selects) {
    this.fields = fields;
    this.selects = selects;
  }

  /** Any condition is asked, so that those of the object model must go first. */
  void register(Handlers<Twin<Condition>> handlers) {
    handlers.onWhere(
        Condition.class, part -> parts((Condition) part) != null, condition -> read(condition));
  }

  private Twin<Condition> read(Condition condition) {
    Parts parts = Objects.requireNonNull(parts(condition));
    RowTwin left = row(parts.left());
    Printed operand = parts.operands().get(0);
    return switch (parts.words()) {
      case "in" ->
          operand.part() instanceof Select<?> query
              ? in(left, selects.apply(query))
              : in(left, rows(operand.children()));
      case "not in" ->
          operand.part() instanceof Select<?> query
              ? notIn(left, selects.apply(query))
              : notIn(left, rows(operand.children()));
      case "" -> distinct(condition, left, rows(parts.operands()).get(0));
      default -> between(parts.words(), left, rows(parts.operands()));
    };
  }

  private static @Nullable Parts parts(Condition condition) {
    Printed printed = Printed.of(condition, DIALECT);
    while (printed.children().size() == 1) {
      printed = printed.children().get(0);
    }
    List<Printed> children = printed.children();
    if (children.isEmpty() || !(children.get(0).part() instanceof Row left)) {
      return null;
    }
    List<Printed> operands =
        children.stream().skip(1).filter(each -> each.keyword().isEmpty()).toList();
    String words = String.join(" ", printed.keywords());
    return !operands.isEmpty() && WORDS.contains(words) ? new Parts(left, words, operands) : null;
  }

  private RowTwin row(Row row) {
    List<Twin<Field>> read = fields.readAll(row.$fields());
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      Object operand = FieldImport.operand(row.$fields().get(i), read.get(i));
      values.add(operand instanceof ColumnElement ? null : operand);
    }
    Tuple element = Sql.tuple(FieldImport.elements(read));
    return new RowTwin(element, DSL.row((Object[]) FieldImport.mirrors(read)), values);
  }

  private List<RowTwin> rows(List<Printed> printed) {
    return printed.stream().map(each -> row((Row) Objects.requireNonNull(each.part()))).toList();
  }

  private static Twin<Condition> in(RowTwin left, SubqueryImport.SelectTwin select) {
    return new Twin<>(left.element().in(select.element()), left.mirror().in(select.mirror()));
  }

  private static Twin<Condition> notIn(RowTwin left, SubqueryImport.SelectTwin select) {
    return new Twin<>(left.element().notIn(select.element()), left.mirror().notIn(select.mirror()));
  }

  private static Twin<Condition> in(RowTwin left, List<RowTwin> rows) {
    return new Twin<>(left.element().in(operands(rows)), left.mirror().in(mirrors(rows)));
  }

  private static Twin<Condition> notIn(RowTwin left, List<RowTwin> rows) {
    return new Twin<>(left.element().notIn(operands(rows)), left.mirror().notIn(mirrors(rows)));
  }

  /** Rows of nothing but values are sent as values, which each database is given in its own way. */
  private static List<?> operands(List<RowTwin> rows) {
    boolean isOfValues = rows.stream().noneMatch(row -> row.values().contains(null));
    return isOfValues
        ? rows.stream().map(RowTwin::values).toList()
        : rows.stream().map(RowTwin::element).toList();
  }

  private static List<RowN> mirrors(List<RowTwin> rows) {
    return rows.stream().map(RowTwin::mirror).toList();
  }

  private static Twin<Condition> between(String words, RowTwin value, List<RowTwin> bounds) {
    RowTwin low = bounds.get(0);
    RowTwin high = bounds.get(1);
    ColumnElement element = value.element();
    RowN mirror = value.mirror();
    return switch (words) {
      case "between and" ->
          new Twin<>(
              element.between(low.element(), high.element()),
              mirror.between(low.mirror()).and(high.mirror()));
      case "not between and" ->
          new Twin<>(
              element.notBetween(low.element(), high.element()),
              mirror.notBetween(low.mirror()).and(high.mirror()));
      case "between symmetric and" ->
          new Twin<>(
              element.betweenSymmetric(low.element(), high.element()),
              mirror.betweenSymmetric(low.mirror()).and(high.mirror()));
      default ->
          new Twin<>(
              element.betweenSymmetric(low.element(), high.element()).not(),
              mirror.notBetweenSymmetric(low.mirror()).and(high.mirror()));
    };
  }

  /** The words between the rows are no parts: only the whole text tells which they are. */
  private static Twin<Condition> distinct(Condition condition, RowTwin left, RowTwin right) {
    Condition same = left.mirror().isNotDistinctFrom(right.mirror());
    return text(condition).equals(text(same))
        ? new Twin<>(left.element().isNotDistinctFrom(right.element()), same)
        : new Twin<>(
            left.element().isDistinctFrom(right.element()),
            left.mirror().isDistinctFrom(right.mirror()));
  }

  private static String text(Condition condition) {
    return DSL.using(DIALECT).renderInlined(condition);
  }
}
