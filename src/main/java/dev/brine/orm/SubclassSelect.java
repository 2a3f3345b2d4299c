package dev.brine.orm;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.Rewriter;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a class with inherited tables has in the lower of them, selected without the base
 * table: {@code Mapper._optimized_get_statement} (rel_2_0_58, {@code orm/mapper.py}).
 */
final class SubclassSelect extends Rewriter {

  private final LoadedState state;
  private final Set<Object> tables;
  private boolean isMissing;

  private SubclassSelect(LoadedState state, Set<Object> tables) {
    this.state = state;
    this.tables = tables;
  }

  /** The statement; null if the base table is needed. */
  static @Nullable Select of(LoadedState state, List<ColumnProperty> properties) {
    Mapper mapper = state.mapper();
    Set<Object> tables = new HashSet<>();
    for (ColumnProperty property : properties) {
      property.columns().forEach(column -> tables(column, tables));
    }
    if (tables.contains(mapper.baseMapper().localTable().identity())) {
      return null;
    }
    List<Mapper> line = new ArrayList<>(mapper.toRoot());
    Collections.reverse(line);
    List<ColumnElement> conditions = new ArrayList<>();
    boolean isStarted = false;
    for (Mapper each : line) {
      FromClause table = each.localTable();
      if (tables.contains(table.identity())) {
        isStarted = true;
      } else if (!(table instanceof TableRef)) {
        return null;
      }
      ColumnElement condition = each.inheritCondition();
      if (isStarted && !each.isSingle() && condition != null) {
        conditions.add(condition);
        tables.add(table.identity());
      }
    }
    if (conditions.isEmpty()) {
      return null;
    }
    SubclassSelect rewriter = new SubclassSelect(state, tables);
    conditions.set(0, rewriter.column(conditions.get(0)));
    return rewriter.isMissing
        ? null
        : new Select.Builder()
            .columns(ColumnRefresh.columns(properties))
            .where(List.of(Sql.and(conditions)))
            .labelStyle(LabelStyle.TABLENAME_PLUS_COL)
            .build();
  }

  private static void tables(ClauseElement element, Set<Object> found) {
    if (element instanceof ColumnRef column && column.table() != null) {
      found.add(column.table().identity());
    }
    element.children().forEach(child -> tables(child, found));
  }

  @Override
  public ClauseElement visitBinary(BinaryExpression binary) {
    if (binary.left() instanceof ColumnRef left && binary.right() instanceof ColumnRef right) {
      if (isOutside(left)) {
        return sides(binary, bound(left, right), right);
      }
      if (isOutside(right)) {
        return sides(binary, left, bound(right, left));
      }
    }
    return super.visitBinary(binary);
  }

  private static BinaryExpression sides(
      BinaryExpression binary, ColumnElement left, ColumnElement right) {
    return new BinaryExpression(
        left, binary.operator(), right, binary.type(), binary.negate(), binary.modifiers());
  }

  private boolean isOutside(ColumnRef column) {
    return column.table() == null || !tables.contains(column.table().identity());
  }

  private BindParameter bound(ColumnRef column, ColumnRef other) {
    ColumnProperty property = state.mapper().propertyOf(column);
    Object value = property == null ? null : state.value(property.key());
    isMissing |= value == null;
    return BindParameter.unique("param", value, other.type());
  }
}
