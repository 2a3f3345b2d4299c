package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints statements that change rows, as {@code printer.py} does. */
final class ChangePrinter {

  private final Function<ClauseElement, String> tree;

  ChangePrinter(Function<ClauseElement, String> tree) {
    this.tree = tree;
  }

  String insert(Insert insert) {
    List<String> parts = new ArrayList<>();
    parts.add(tree.apply(insert.table()));
    if (insert.flavour() != InsertFlavour.STANDARD) {
      parts.add("of " + insert.flavour().name().toLowerCase(Locale.ROOT));
    }
    if (insert.values() != null) {
      parts.add("values=" + assignments(insert.values()));
    }
    if (!insert.rows().isEmpty()) {
      parts.add(insert.rows().stream().map(this::row).collect(joining("rows=[", "]")));
    }
    if (insert.select() != null) {
      parts.add("names=" + insert.selectNames());
      parts.add("select=" + tree.apply(insert.select()));
      parts.add("defaults=" + (insert.includesDefaults() ? "True" : "False"));
    }
    if (insert.isInline()) {
      parts.add("inline");
    }
    if (insert.onConflict() != null) {
      parts.add(onConflict(insert.onConflict()));
    }
    return "insert(" + rest(parts, insert.clauses()) + ")";
  }

  String update(Update update) {
    List<String> parts = new ArrayList<>();
    parts.add(tree.apply(update.table()));
    if (update.values() != null) {
      parts.add((update.isOrdered() ? "ordered=" : "values=") + assignments(update.values()));
    }
    addMany(parts, "where", update.where());
    return "update(" + rest(parts, update.clauses()) + ")";
  }

  String delete(Delete delete) {
    List<String> parts = new ArrayList<>();
    parts.add(tree.apply(delete.table()));
    addMany(parts, "where", delete.where());
    return "delete(" + rest(parts, delete.clauses()) + ")";
  }

  private String rest(List<String> parts, DmlClauses clauses) {
    addMany(parts, "returning", clauses.returning());
    if (clauses.sortsByParameterOrder()) {
      parts.add("sorted");
    }
    ReturnDefaults defaults = clauses.returnDefaults();
    if (defaults != null) {
      parts.add("return_defaults");
      addMany(parts, "return_columns", defaults.columns() == null ? List.of() : defaults.columns());
    }
    clauses.dialectOptions().forEach((name, value) -> parts.add(name + "=" + value));
    clauses
        .options()
        .executionOptions()
        .forEach((name, value) -> parts.add("option " + name + "=" + value));
    return String.join(", ", parts);
  }

  private void addMany(List<String> parts, String key, List<? extends ClauseElement> elements) {
    if (!elements.isEmpty()) {
      parts.add(elements.stream().map(tree).collect(joining(key + "=[", "]")));
    }
  }

  private static Collector<CharSequence, ?, String> joining(String start, String end) {
    return Collectors.joining(", ", start, end);
  }

  private String assignments(List<Assignment> assignments) {
    return assignments.stream()
        .map(each -> target(each) + ": " + value(each.value()))
        .collect(joining("{", "}"));
  }

  private String target(Assignment assignment) {
    return assignment.column() == null
        ? String.valueOf(assignment.name())
        : tree.apply(assignment.column());
  }

  private String value(@Nullable Object value) {
    return value instanceof ClauseElement element ? tree.apply(element) : ValuePrinter.value(value);
  }

  private String row(ValuesRow row) {
    return row instanceof ValuesRow.OfColumns columns
        ? assignments(columns.assignments())
        : ((ValuesRow.InOrder) row).values().stream().map(this::value).collect(joining("(", ")"));
  }

  private String onConflict(OnConflict clause) {
    if (clause instanceof OnConflict.DoNothing nothing) {
      return "do_nothing(" + target(nothing.target()) + ")";
    }
    if (clause instanceof OnConflict.DuplicateKeyUpdate update) {
      return (update.isOrdered() ? "ordered_duplicate(" : "duplicate(")
          + assignments(update.set())
          + ")";
    }
    OnConflict.DoUpdate update = (OnConflict.DoUpdate) clause;
    return "do_update(%s, %s%s)"
        .formatted(
            target(update.target()),
            assignments(update.set()),
            update.where() == null ? "" : ", where " + tree.apply(update.where()));
  }

  private String target(OnConflict.Target target) {
    List<Object> elements = target.elements();
    String what =
        elements == null
            ? String.valueOf(target.constraint()).replace("null", "any")
            : elements.stream()
                .map(
                    each -> each instanceof ClauseElement element ? tree.apply(element) : each + "")
                .collect(joining("[", "]"));
    return target.where() == null ? what : what + " where " + tree.apply(target.where());
  }
}
