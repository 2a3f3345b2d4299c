package dev.brine.codec;

import dev.brine.expr.Assignment;
import dev.brine.expr.ValuesRow;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyTuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes columns and what they are set to. */
final class AssignmentWriter {

  private final ExprToGraph out;

  AssignmentWriter(ExprToGraph out) {
    this.out = out;
  }

  PyDict dict(List<Assignment> assignments) {
    PyDict dict = new PyDict();
    assignments.forEach(each -> dict.put(column(each), value(each.value())));
    return dict;
  }

  PyList pairs(List<Assignment> assignments) {
    List<Object> pairs = new ArrayList<>();
    assignments.forEach(each -> pairs.add(PyTuple.of(column(each), value(each.value()))));
    return new PyList(pairs);
  }

  Object row(ValuesRow row) {
    if (row instanceof ValuesRow.OfColumns columns) {
      return dict(columns.assignments());
    }
    ValuesRow.InOrder inOrder = (ValuesRow.InOrder) row;
    List<Object> values = new ArrayList<>();
    inOrder.values().forEach(value -> values.add(value(value)));
    return inOrder.isTuple() ? PyTuple.of(values) : new PyList(values);
  }

  private Object column(Assignment assignment) {
    return assignment.column() == null
        ? Objects.requireNonNull(assignment.name())
        : out.element(assignment.column());
  }

  Object value(@Nullable Object value) {
    return out.elementOrValue(value);
  }
}
