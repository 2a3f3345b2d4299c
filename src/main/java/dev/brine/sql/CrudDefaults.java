package dev.brine.sql;

import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Sql;
import dev.brine.schema.ColumnDefault;
import dev.brine.schema.ColumnDefaults;
import dev.brine.schema.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What columns become of which a statement says nothing: {@code _append_param_insert_hasdefault}
 * and its siblings (rel_2_0_58, {@code sql/crud.py}).
 */
final class CrudDefaults {

  private final StatementCompiler compiler;
  private final ReturningPlan plan;
  private final CrudBinds binds;
  private final CrudTargets targets;
  private final DmlRules rules;

  CrudDefaults(
      StatementCompiler compiler,
      Compilation compilation,
      ReturningPlan plan,
      CrudBinds binds,
      CrudTargets targets) {
    this.compiler = compiler;
    this.plan = plan;
    this.binds = binds;
    this.targets = targets;
    this.rules = compilation.rules().dml();
  }

  /** A column that an INSERT leaves out. */
  void insert(DmlColumn column, List<CrudValue> values) {
    ColumnDefault given = column.defaults().onInsert();
    if (column.isPrimaryKey() && plan.needsKeys()) {
      insertKey(column, given, values);
    } else if (given != null) {
      Fragment value = value(column, given, column.key());
      if (value != null) {
        values.add(new CrudValue(column, targets.bare(column), value));
        if (!isFilledInByClient(given) && plan.returnsDefault(column)) {
          plan.returnAlso(column.ref());
        }
      }
    } else if (plan.returnsDefault(column)) {
      plan.returnAlso(column.ref());
    }
  }

  private void insertKey(DmlColumn column, @Nullable ColumnDefault given, List<CrudValue> values) {
    if (plan.returnsKeys()) {
      insertReturnedKey(column, given, values);
    } else if (isExecutedBefore(column, given)) {
      ColumnDefault before =
          given == null ? new ColumnDefault.Callable("the column's own sequence") : given;
      values.add(
          new CrudValue(
              column, targets.bare(column), binds.ofDefault(column.key(), before, column)));
    }
  }

  private void insertReturnedKey(
      DmlColumn column, @Nullable ColumnDefault given, List<CrudValue> values) {
    if (given == null) {
      if (column.isNumbered() || column.defaults().hasServerDefault()) {
        plan.returnAlso(column.ref());
      }
      return;
    }
    Fragment value = value(column, given, column.key());
    if (value != null) {
      values.add(new CrudValue(column, targets.bare(column), value));
    }
    if (!isFilledInByClient(given)) {
      plan.returnAlso(column.ref());
    }
  }

  /** Whether a key must be made before the INSERT, since it cannot be fetched after it. */
  private boolean isExecutedBefore(DmlColumn column, @Nullable ColumnDefault given) {
    if (given != null) {
      return !(given instanceof ColumnDefault.NextValue next) || isUsed(next.sequence());
    }
    return column.isNumbered()
        && !rules.can(DmlFeature.LAST_ROW_ID)
        && rules.can(DmlFeature.NUMBERS_BY_SEQUENCES);
  }

  boolean isUsed(Sequence sequence) {
    return rules.can(DmlFeature.SEQUENCES)
        && !(sequence.isOptional() && rules.can(DmlFeature.SEQUENCES_ARE_OPTIONAL));
  }

  private static boolean isFilledInByClient(ColumnDefault given) {
    return given instanceof ColumnDefault.Scalar || given instanceof ColumnDefault.Callable;
  }

  /** A default as it is written; null for a sequence that the database has no use for. */
  @Nullable Fragment value(DmlColumn column, ColumnDefault given, String parameter) {
    if (given instanceof ColumnDefault.NextValue next) {
      return isUsed(next.sequence()) ? compiler.compile(Sql.nextValue(next.sequence())) : null;
    }
    if (given instanceof ColumnDefault.Expression expression) {
      return compiler.compile(((ColumnElement) expression.element()).selfGroup());
    }
    return binds.ofDefault(parameter, given, column);
  }

  /** A default as it is selected; null for a sequence that the database has no use for. */
  @Nullable ColumnElement selected(DmlColumn column, ColumnDefault given) {
    if (given instanceof ColumnDefault.NextValue next) {
      return isUsed(next.sequence()) ? Sql.nextValue(next.sequence()) : null;
    }
    if (given instanceof ColumnDefault.Expression expression) {
      return ((ColumnElement) expression.element()).selfGroup();
    }
    return binds.elementOfDefault(column.key(), given, column);
  }

  /** A column that an UPDATE leaves alone. */
  void update(DmlColumn column, List<CrudValue> values) {
    ColumnDefaults all = column.defaults();
    ColumnDefault given = all.onUpdate();
    if (given != null && !(given instanceof ColumnDefault.NextValue)) {
      Fragment value = value(column, given, column.key());
      if (value != null) {
        values.add(new CrudValue(column, targets.bare(column), value));
      }
      if (!isFilledInByClient(given) && plan.returnsDefault(column)) {
        plan.returnAlso(column.ref());
      }
    } else if (all.isUpdatedByServer()
        ? plan.returnsDefault(column)
        : plan.returnsUnchanged(column)) {
      plan.returnAlso(column.ref());
    }
  }

  /** A column that is left alone of a table besides the first one, of which others are set. */
  void updateOther(DmlColumn column, ColumnKey key, List<CrudValue> values) {
    ColumnDefault given = column.defaults().onUpdate();
    if (given != null && !(given instanceof ColumnDefault.NextValue)) {
      Fragment target = targets.expression(column.ref());
      Fragment value = value(column, given, key.parameter());
      if (value != null) {
        values.add(new CrudValue(column, target, value));
      }
    }
  }

  /** A column that was given a value, whose key or result may have to be fetched all the same. */
  void noteGiven(DmlColumn column, @Nullable Object given, boolean isInsert) {
    if (mayBeNull(given)) {
      boolean isNumbered = rules.can(DmlFeature.NULL_KEY_IS_NUMBERED) && column.isNumbered();
      returnIf(isInsert && isNumbered && plan.returnsKeys(), column);
    } else if (isExpression(given)) {
      boolean isKey = isInsert && column.isPrimaryKey();
      returnIf(isKey ? plan.returnsKeys() : plan.returnsDefault(column), column);
    }
  }

  private static boolean mayBeNull(@Nullable Object given) {
    return given instanceof BindParameter bind
        ? bind.value() == null
        : !(given instanceof ColumnElement);
  }

  private static boolean isExpression(@Nullable Object given) {
    return given instanceof ColumnElement && !(given instanceof BindParameter);
  }

  private void returnIf(boolean isReturned, DmlColumn column) {
    if (isReturned) {
      plan.returnAlso(column.ref());
    }
  }
}
