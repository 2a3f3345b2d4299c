package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.List;
import java.util.Objects;

/**
 * What a function gives, as something to select from: {@code json_each(…) AS name}. SQLAlchemy's
 * {@code TableValuedAlias}, made by {@link FunctionCall#tableValued} and {@link
 * FunctionCall#alias()}.
 *
 * @param element a {@link TableValuedFunction}, a {@link FunctionCall}, or another alias of one
 * @param isLateral whether it may refer to FROM elements before it
 * @param derivation how its columns are named behind its name
 * @param joinsImplicitly whether SQLAlchemy need not warn that nothing joins it
 */
public record TableValuedAlias(
    FromClause element,
    Name name,
    boolean isLateral,
    Derivation derivation,
    boolean joinsImplicitly)
    implements AliasedReturnsRows {

  /** Whether the names of the columns are written behind the alias: {@code AS name(a, b)}. */
  public enum Derivation {
    NONE,
    NAMES,
    NAMES_AND_TYPES
  }

  public TableValuedAlias {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(derivation, "derivation");
  }

  static TableValuedAlias of(FromClause function, Name name) {
    return new TableValuedAlias(function, name, false, Derivation.NONE, false);
  }

  /** The same under this name: {@code table_valued(…, name=name)}. */
  public TableValuedAlias named(String other) {
    return new TableValuedAlias(element, Name.of(other), isLateral, derivation, joinsImplicitly);
  }

  /** The same with one more column, which counts the rows: {@code with_ordinality=column}. */
  public TableValuedAlias withOrdinality(String column) {
    if (!(element instanceof TableValuedFunction function)) {
      throw new UsageException(
          "only a table-valued function counts its rows", "call tableValued() before");
    }
    return new TableValuedAlias(
        function.withOrdinality(column), name, isLateral, derivation, joinsImplicitly);
  }

  /** The same, which needs no join: {@code joins_implicitly=True}. */
  public TableValuedAlias joiningImplicitly() {
    return new TableValuedAlias(element, name, isLateral, derivation, true);
  }

  /** {@code render_derived()}: with the names of its columns, as PostgreSQL wants them. */
  public TableValuedAlias renderDerived() {
    return derived(AliasNames.fresh(element), Derivation.NAMES);
  }

  /** {@code render_derived(name=name)}. */
  public TableValuedAlias renderDerived(String other) {
    return derived(Name.of(other), Derivation.NAMES);
  }

  /** {@code render_derived(name=name, with_types=True)}: with names and types. */
  public TableValuedAlias renderDerivedWithTypes(String other) {
    return derived(Name.of(other), Derivation.NAMES_AND_TYPES);
  }

  /** {@code render_derived(with_types=True)}. */
  public TableValuedAlias renderDerivedWithTypes() {
    return derived(AliasNames.fresh(element), Derivation.NAMES_AND_TYPES);
  }

  private TableValuedAlias derived(Name other, Derivation how) {
    return new TableValuedAlias(element, other, false, how, joinsImplicitly);
  }

  /** {@code column}: all that the function gives, as one value. */
  public TableValuedColumn column() {
    return new TableValuedColumn(this, functionType());
  }

  private SqlType functionType() {
    if (element instanceof TableValuedAlias inner) {
      return inner.functionType();
    }
    return element instanceof FunctionCall call
        ? call.type()
        : SqlType.of(TypeName.TABLE_VALUE_TYPE);
  }

  @Override
  public TableValuedAlias alias() {
    return alias(AliasNames.fresh(this), false);
  }

  @Override
  public TableValuedAlias alias(String other) {
    return alias(Name.of(other), false);
  }

  @Override
  public TableValuedAlias lateral() {
    return alias(AliasNames.fresh(this), true);
  }

  @Override
  public TableValuedAlias lateral(String other) {
    return alias(Name.of(other), true);
  }

  private TableValuedAlias alias(Name other, boolean inLateral) {
    return new TableValuedAlias(this, other, inLateral, derivation, joinsImplicitly);
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTableValuedAlias(this);
  }
}
