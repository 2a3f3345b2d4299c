package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of a SQL function: SQLAlchemy's {@code Function} and {@code GenericFunction}.
 *
 * @param packageNames the packages before its name: {@code ["pkg"]} of {@code func.pkg.f()}
 * @param arguments what stands between the parentheses, commas aside
 * @param isGeneric whether it is one of the functions that SQLAlchemy has a class for, such as
 *     {@code count}
 */
public record FunctionCall(
    Name name,
    List<String> packageNames,
    List<ColumnElement> arguments,
    SqlType type,
    boolean isGeneric)
    implements ColumnElement, FromClause, WindowFunction {

  public FunctionCall {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    packageNames = List.copyOf(packageNames);
    arguments = List.copyOf(arguments);
  }

  /** The function that SQLAlchemy has a class for; null if it has none. */
  public @Nullable GenericFunction generic() {
    return isGeneric ? GenericFunction.byExactName(name.text()) : null;
  }

  /** {@code within_group(…)}: the values it picks from, in their order. */
  public WithinGroup withinGroup(Object... orderBy) {
    return WithinGroup.of(this, orderBy);
  }

  /**
   * {@code aggregate_order_by(…)}: of its rows in this order. Only dumps for 2.1 can say it.
   *
   * @throws IllegalArgumentException without an element to order by
   */
  public FunctionOrderBy aggregateOrderBy(Object... orderBy) {
    return new FunctionOrderBy(this, Coercions.byList(orderBy));
  }

  /** An array is put in parentheses before an index. */
  @Override
  public ColumnElement selfGroup(Operator against) {
    return against == StandardOperator.GETITEM && type.affinity() == TypeName.ARRAY
        ? Grouping.of(this)
        : Groups.plain(this, against);
  }

  /**
   * {@code table_valued(column, …)}: as a table with these columns.
   *
   * @param columns names, or columns with their types
   */
  public TableValuedAlias tableValued(Object... columns) {
    List<ColumnRef> declared =
        Stream.of(columns)
            .map(each -> each instanceof ColumnRef column ? column : Sql.column((String) each))
            .toList();
    return TableValuedAlias.of(
        new TableValuedFunction(this, declared, false), AliasNames.fresh(this));
  }

  /** {@code column_valued()}: as a table of one column, which is selected. */
  public TableValuedColumn columnValued() {
    return alias().column();
  }

  /** {@code column_valued(name)}. */
  public TableValuedColumn columnValued(String alias) {
    return alias(alias).column();
  }

  /** {@code scalar_table_valued(name)}: one field of what it gives. */
  public ScalarFunctionColumn scalarTableValued(String field) {
    return scalarTableValued(field, Types.NULL);
  }

  /** {@code scalar_table_valued(name, type)}. */
  public ScalarFunctionColumn scalarTableValued(String field, SqlType fieldType) {
    return new ScalarFunctionColumn(this, Name.of(field), fieldType);
  }

  /** {@code as_comparison(left_index, right_index)}: as a comparison of two of its arguments. */
  public FunctionAsBinary asComparison(int leftIndex, int rightIndex) {
    return new FunctionAsBinary(this, leftIndex, rightIndex);
  }

  /** {@code alias()}: as something to select from, under a made-up name. */
  @Override
  public TableValuedAlias alias() {
    return TableValuedAlias.of(this, AliasNames.fresh(this));
  }

  @Override
  public TableValuedAlias alias(String given) {
    return TableValuedAlias.of(this, Name.of(given));
  }

  /** The value it gives, under a name that is made up when it is compiled. */
  @Override
  public List<ColumnRef> columns() {
    return List.of(new ColumnRef(null, AnonymousName.of(0, "anon"), name.text(), type, false));
  }

  @Override
  public List<ClauseElement> children() {
    return List.copyOf(arguments);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitFunction(this);
  }
}
