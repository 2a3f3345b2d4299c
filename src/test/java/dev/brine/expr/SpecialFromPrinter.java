package dev.brine.expr;

import static dev.brine.expr.ValuePrinter.value;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints what is selected from besides tables and subqueries, as {@code printer.py} does. */
final class SpecialFromPrinter {

  private final Function<ClauseElement, String> tree;

  SpecialFromPrinter(Function<ClauseElement, String> tree) {
    this.tree = tree;
  }

  String scalarValues(ScalarValues values) {
    return "scalar_values(" + data(values.data()) + ")";
  }

  private String data(ValuesData data) {
    String rows =
        data.chunks().stream()
            .flatMap(List::stream)
            .map(row -> row.stream().map(this::cell).collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(", ", "[", "]"));
    return many(data.declared())
        + ", "
        + rows
        + TreePrinter.flag(data.hasLiteralBinds(), ", literal_binds");
  }

  private String cell(@Nullable Object value) {
    return value instanceof ClauseElement element ? tree.apply(element) : value(value);
  }

  String tableSample(TableSample sample) {
    String seed = sample.seed() == null ? "" : ", seed " + tree.apply(sample.seed());
    return "sample(%s, %s, %s%s)"
        .formatted(
            tree.apply(sample.element()),
            TreePrinter.name(sample.name()),
            tree.apply(sample.sampling()),
            seed);
  }

  String tableValuedAlias(TableValuedAlias alias) {
    return "valued(%s, %s%s%s%s)"
        .formatted(
            tree.apply(alias.element()),
            TreePrinter.name(alias.name()),
            TreePrinter.flag(alias.isLateral(), ", lateral"),
            switch (alias.derivation()) {
              case NONE -> "";
              case NAMES -> ", derived";
              case NAMES_AND_TYPES -> ", derived with types";
            },
            TreePrinter.flag(alias.joinsImplicitly(), ", joins implicitly"));
  }

  String tableValuedFunction(TableValuedFunction function) {
    return "table(%s, %s%s)"
        .formatted(
            tree.apply(function.call()).replaceFirst(", NullType(, generic)?\\)$", "$1)"),
            many(function.declared()),
            TreePrinter.flag(function.hasOrdinality(), ", with ordinality"));
  }

  String values(Values values) {
    return "values(%s, %s%s%s)"
        .formatted(
            data(values.data()),
            TreePrinter.name(values.name()),
            switch (values.naming()) {
              case UNNAMED -> ", unnamed";
              case BEHIND -> ", named behind";
              case NAMED -> "";
            },
            TreePrinter.flag(values.isLateral(), ", lateral"));
  }

  private String many(List<? extends ClauseElement> elements) {
    return elements.stream()
        .map(element -> tree.apply(element))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
