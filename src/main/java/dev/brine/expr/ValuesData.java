package dev.brine.expr;

import dev.brine.error.UsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a VALUES.
 *
 * @param declared the columns, which say the types of the values
 * @param chunks what each call of {@code data()} added: rows of elements and plain values
 * @param hasLiteralBinds whether the values are written into the text
 */
public record ValuesData(
    List<ColumnRef> declared, List<List<List<@Nullable Object>>> chunks, boolean hasLiteralBinds) {

  public ValuesData {
    declared = List.copyOf(declared);
    chunks = chunks.stream().map(ValuesData::rows).toList();
    int width = declared.size();
    for (List<List<@Nullable Object>> chunk : chunks) {
      for (List<@Nullable Object> row : chunk) {
        if (row.size() != width) {
          throw new UsageException(
              "Wrong number of elements for %d-tuple: %s".formatted(width, row),
              "give each row one value for each column");
        }
      }
    }
  }

  private static List<List<@Nullable Object>> rows(List<List<@Nullable Object>> rows) {
    return rows.stream().map(ValuesData::row).toList();
  }

  private static List<@Nullable Object> row(List<@Nullable Object> row) {
    return Collections.unmodifiableList(new ArrayList<>(row));
  }

  ValuesData plus(Collection<? extends List<?>> rows) {
    List<List<List<@Nullable Object>>> all = new ArrayList<>(chunks);
    List<List<@Nullable Object>> added = new ArrayList<>();
    rows.forEach(row -> added.add(canonical(row)));
    all.add(added);
    return new ValuesData(declared, all, hasLiteralBinds);
  }

  private static List<@Nullable Object> canonical(List<?> row) {
    List<@Nullable Object> values = new ArrayList<>();
    row.forEach(
        value -> values.add(value instanceof ClauseElement ? value : ValueTypes.canonical(value)));
    return values;
  }

  ValuesData withLiteralBinds() {
    return new ValuesData(declared, chunks, true);
  }

  /** The rows as elements: a value becomes a parameter of its column's type. */
  public List<List<ColumnElement>> rows() {
    List<List<ColumnElement>> rows = new ArrayList<>();
    for (List<List<@Nullable Object>> chunk : chunks) {
      chunk.forEach(row -> rows.add(elements(row)));
    }
    return rows;
  }

  private List<ColumnElement> elements(List<@Nullable Object> row) {
    List<ColumnElement> elements = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      ColumnElement element =
          value instanceof ColumnElement given ? given : parameter(value, declared.get(i));
      elements.add(element.selfGroup(StandardOperator.COMMA));
    }
    return elements;
  }

  private static ColumnElement parameter(@Nullable Object value, ColumnRef column) {
    if (value == null) {
      return Constant.NULL;
    }
    return BindParameter.unique(
        "param", value, column.type().isNull() ? ValueTypes.of(value) : column.type());
  }

  List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(declared);
    chunks.stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .filter(ClauseElement.class::isInstance)
        .map(ClauseElement.class::cast)
        .forEach(children::add);
    return List.copyOf(children);
  }
}
