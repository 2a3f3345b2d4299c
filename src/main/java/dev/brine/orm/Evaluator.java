package dev.brine.orm;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Constant;
import dev.brine.expr.Grouping;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.Tuple;
import dev.brine.expr.UnaryExpression;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns conditions on the attributes of a class into what they are for a loaded entity of it:
 * SQLAlchemy's {@code _EvaluatorCompiler} (rel_2_0_58, {@code orm/evaluator.py}), which knows as
 * little as this does.
 */
final class Evaluator {

  private final Mapper mapper;

  Evaluator(Mapper mapper) {
    this.mapper = mapper;
  }

  /** Whether all of the conditions hold. */
  Evaluation all(List<ColumnElement> conditions) throws Unevaluable {
    return and(evaluations(conditions));
  }

  Evaluation of(ClauseElement element) throws Unevaluable {
    if (element instanceof Grouping grouping) {
      return of(grouping.element());
    }
    if (element instanceof AnnotatedColumn annotated) {
      OrmEntity parent = annotated.annotations().parentEntity();
      return annotated.element() instanceof ColumnRef column
          ? attribute(parent, column)
          : of(annotated.element());
    }
    if (element instanceof ColumnRef column) {
      return attribute(null, column);
    }
    if (element instanceof BindParameter bind) {
      Object value = bind.value();
      return state -> value;
    }
    if (element instanceof Constant constant) {
      Boolean truth = constant == Constant.NULL ? null : (Boolean) (constant == Constant.TRUE);
      return state -> truth;
    }
    return compound(element);
  }

  private Evaluation compound(ClauseElement element) throws Unevaluable {
    if (element instanceof BooleanClauseList list) {
      List<Evaluation> parts = evaluations(list.clauses());
      return list.operator() == StandardOperator.AND ? and(parts) : or(parts);
    }
    if (element instanceof BinaryExpression binary) {
      return binary(binary);
    }
    if (element instanceof UnaryExpression unary && unary.operator() == StandardOperator.INV) {
      Evaluation inner = of(unary.element());
      return state -> {
        Object value = inner.of(state);
        return value == null || value == Evaluation.EXPIRED ? value : (Object) !isTrue(value);
      };
    }
    if (element instanceof Tuple tuple) {
      return tuple(evaluations(tuple.clauses()));
    }
    throw new Unevaluable("Cannot evaluate " + element.getClass().getSimpleName());
  }

  private List<Evaluation> evaluations(List<ColumnElement> elements) throws Unevaluable {
    List<Evaluation> evaluations = new ArrayList<>();
    for (ColumnElement each : elements) {
      evaluations.add(of(each));
    }
    return evaluations;
  }

  /** A column tells its class where it was written as an attribute; no dump keeps that. */
  private Evaluation attribute(@Nullable OrmEntity parent, ColumnRef column) throws Unevaluable {
    if (parent == null) {
      String table =
          column.table() == null || column.table().qualifier() == null
              ? ""
              : Objects.requireNonNull(column.table().qualifier()).text() + ".";
      throw new Unevaluable("Cannot evaluate column: " + table + column.name().text());
    }
    Mapper owner = (Mapper) parent.entity();
    if (!mapper.isa(owner)) {
      throw new Unevaluable("Can't evaluate criteria against alternate class " + owner.className());
    }
    ColumnProperty property = owner.propertyOf(column);
    if (property == null) {
      throw new Unevaluable("Cannot evaluate expression: " + column.name().text());
    }
    String key = property.key();
    return state -> state.has(key) ? state.value(key) : Evaluation.EXPIRED;
  }

  private static Evaluation and(List<Evaluation> parts) {
    return state -> {
      for (Evaluation each : parts) {
        Object value = each.of(state);
        if (value == Evaluation.EXPIRED || value == null) {
          return value;
        }
        if (!isTrue(value)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Evaluation or(List<Evaluation> parts) {
    return state -> {
      boolean hasNull = false;
      for (Evaluation each : parts) {
        Object value = each.of(state);
        if (value == Evaluation.EXPIRED) {
          return value;
        }
        if (value != null && isTrue(value)) {
          return true;
        }
        hasNull |= value == null;
      }
      return hasNull ? null : (Object) false;
    };
  }

  private static Evaluation tuple(List<Evaluation> parts) {
    return state -> {
      List<@Nullable Object> values = new ArrayList<>();
      for (Evaluation each : parts) {
        Object value = each.of(state);
        if (value == Evaluation.EXPIRED || value == null) {
          return value;
        }
        values.add(value);
      }
      return Collections.unmodifiableList(values);
    };
  }

  private static boolean isTrue(Object value) {
    return Boolean.TRUE.equals(value)
        || (value instanceof Number number && number.doubleValue() != 0);
  }

  private Evaluation binary(BinaryExpression binary) throws Unevaluable {
    Evaluation left = of(binary.left());
    Evaluation right = of(binary.right());
    if (binary.operator() == StandardOperator.IS || binary.operator() == StandardOperator.IS_NOT) {
      boolean wanted = binary.operator() == StandardOperator.IS;
      return state -> {
        Object one = left.of(state);
        Object other = right.of(state);
        return one == Evaluation.EXPIRED || other == Evaluation.EXPIRED
            ? Evaluation.EXPIRED
            : (Object) (PythonOperators.isEqual(one, other) == wanted);
      };
    }
    PythonOperators.Binary operation =
        PythonOperators.find(binary.operator(), binary.left().type(), binary.right().type());
    if (operation == null) {
      throw new Unevaluable(
          "Cannot evaluate BinaryExpression with operator "
              + binary.operator().toString().toLowerCase(Locale.ROOT));
    }
    return straight(operation, left, right);
  }

  private static Evaluation straight(
      PythonOperators.Binary operation, Evaluation left, Evaluation right) {
    return state -> {
      Object one = left.of(state);
      Object other = right.of(state);
      if (one == Evaluation.EXPIRED || other == Evaluation.EXPIRED) {
        return Evaluation.EXPIRED;
      }
      return one == null || other == null ? null : operation.of(one, other);
    };
  }
}
