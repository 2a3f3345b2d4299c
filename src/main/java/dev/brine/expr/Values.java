package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows written into the statement, as something to select from: {@code (VALUES (1, 'a'), (2, 'b'))
 * AS name (id, text)}. SQLAlchemy's {@code Values}.
 *
 * @param name anonymous if it was given none
 * @param naming what its name is used for
 * @param isLateral whether it may refer to FROM elements before it
 * @param ctes CTEs that the statement has for its sake: {@code add_cte()}
 */
public record Values(
    ValuesData data, Name name, Naming naming, boolean isLateral, List<IndependentCte> ctes)
    implements FromClause, Statement {

  /** What the name of a VALUES is used for. */
  public enum Naming {
    /** Nothing: it was given none. */
    UNNAMED,
    /** It stands behind the rows, but not before the columns: one in LATERAL without a name. */
    BEHIND,
    /** It stands behind the rows, and before the columns wherever they occur. */
    NAMED
  }

  public Values {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(naming, "naming");
    ctes = List.copyOf(ctes);
  }

  /** Without CTEs of its own. */
  public Values(ValuesData data, Name name, Naming naming, boolean isLateral) {
    this(data, name, naming, isLateral, List.of());
  }

  static Values of(List<ColumnRef> columns) {
    return new Values(
        new ValuesData(columns, List.of(), false),
        AnonymousName.fresh("anon"),
        Naming.UNNAMED,
        false);
  }

  /** {@code values(…, name=name)}. */
  public Values named(String given) {
    return new Values(data, Name.of(given), Naming.NAMED, isLateral, ctes);
  }

  /** {@code values(…, literal_binds=True)}: with the values written into the text. */
  public Values withLiteralBinds() {
    return new Values(data.withLiteralBinds(), name, naming, isLateral, ctes);
  }

  /** {@code data([row, …])}: more rows, each a value or an element for each column. */
  public Values data(List<? extends List<?>> rows) {
    return new Values(data.plus(rows), name, naming, isLateral, ctes);
  }

  /** {@code alias()}: under a made-up name. */
  @Override
  public Values alias() {
    return new Values(data, AnonymousName.fresh("anon"), Naming.NAMED, isLateral, ctes);
  }

  @Override
  public Values alias(String given) {
    return named(given);
  }

  @Override
  public Values lateral() {
    return new Values(data, name, naming == Naming.UNNAMED ? Naming.BEHIND : naming, true, ctes);
  }

  @Override
  public Values lateral(String given) {
    return new Values(
        data, Name.of(given), naming == Naming.NAMED ? naming : Naming.BEHIND, true, ctes);
  }

  /** {@code add_cte(…)}: CTEs that the statement has whether it refers to them or not. */
  public Values addCte(Cte... added) {
    return withCtes(false, added);
  }

  /** {@code add_cte(…, nest_here=True)}: CTEs written with the statement that these rows are in. */
  public Values addCteNestedHere(Cte... added) {
    return withCtes(true, added);
  }

  private Values withCtes(boolean isNestedHere, Cte... added) {
    List<IndependentCte> all = new ArrayList<>(ctes);
    for (Cte cte : added) {
      all.add(new IndependentCte(cte, isNestedHere));
    }
    return new Values(data, name, naming, isLateral, all);
  }

  /** {@code scalar_values()}: the rows in parentheses, to stand among values. */
  public ScalarValues scalarValues() {
    return new ScalarValues(data);
  }

  @Override
  public @Nullable Name qualifier() {
    return naming == Naming.NAMED ? name : null;
  }

  @Override
  public List<ColumnRef> columns() {
    return data.declared().stream().map(column -> column.of(this)).toList();
  }

  @Override
  public List<ColumnElement> selectedColumns() {
    return new ArrayList<>(data.declared());
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(data.children());
    ctes.forEach(each -> children.add(each.cte()));
    return children;
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitValues(this);
  }
}
