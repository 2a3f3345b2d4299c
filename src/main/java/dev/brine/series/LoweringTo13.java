package dev.brine.series;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.Assignment;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.Bundle;
import dev.brine.expr.Cast;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Constant;
import dev.brine.expr.Cte;
import dev.brine.expr.Delete;
import dev.brine.expr.DmlClauses;
import dev.brine.expr.ExpressionClauseList;
import dev.brine.expr.Frame;
import dev.brine.expr.FromClause;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Insert;
import dev.brine.expr.InsertFlavour;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Over;
import dev.brine.expr.Rewriter;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.StatementOptions;
import dev.brine.expr.TableValuedAlias;
import dev.brine.expr.UnaryExpression;
import dev.brine.expr.Update;
import dev.brine.expr.ValuesRow;
import dev.brine.schema.AnonymousName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says a structure in the words of 1.3, before it becomes a graph: the conditions of a statement
 * are one, a chain of operations is one operation after the other. What that series has no words
 * for is refused here. One for each structure; not thread-safe.
 */
final class LoweringTo13 extends Rewriter {

  /** What is dumped by itself; a SELECT of entities gives none of them in 1.3. */
  ClauseElement root(ClauseElement element) {
    Refusals.V1_3.checkIf(
        element instanceof Select select
            && select.options().orm().isOrm()
            && select.columns().stream().anyMatch(LoweringTo13::isEntity),
        "Orm.select");
    return rewrite(element);
  }

  private static boolean isEntity(ClauseElement column) {
    return column instanceof OrmEntity || column instanceof Bundle;
  }

  @Override
  protected @Nullable ClauseElement replacement(ClauseElement element) {
    Refusals.V1_3.check(element.getClass().getSimpleName());
    return null;
  }

  @Override
  protected StatementOptions options(StatementOptions options) {
    Refusals.V1_3.checkIf(!options.ctes().isEmpty(), "Statement.cte");
    return super.options(options);
  }

  @Override
  public ClauseElement visitSelect(Select select) {
    Refusals.V1_3.checkIf(select.tail().fetch() != null, "Tail.fetch");
    if (super.visitSelect(select) instanceof Select lowered) {
      return lowered.toBuilder()
          .where(tested(joined(lowered.where())))
          .having(tested(joined(lowered.having())))
          .build();
    }
    throw new AssertionError("a SELECT stays one");
  }

  /** Each is joined to those before it, the first to a constant that is true. */
  private static List<ColumnElement> joined(List<ColumnElement> conditions) {
    ColumnElement joined = Constant.TRUE;
    for (ColumnElement condition : conditions) {
      joined = Sql.and(joined, condition);
    }
    return conditions.isEmpty() ? conditions : List.of(joined);
  }

  /**
   * What the statement is to fulfil, in one expression, with parentheses where they are due. Only
   * where there are several does 1.3 ask whether each is true.
   */
  private static List<ColumnElement> oneCondition(List<ColumnElement> conditions) {
    return conditions.size() < 2 ? conditions : tested(List.of(Sql.and(conditions)));
  }

  /** Columns of unknown type among the conditions, to be asked there whether they are true. */
  private static List<ColumnElement> tested(List<ColumnElement> conditions) {
    return conditions.stream().map(LoweringTo13::tested).toList();
  }

  private static ColumnElement tested(ColumnElement condition) {
    if (condition instanceof BooleanClauseList list) {
      return new BooleanClauseList(list.operator(), tested(list.clauses()));
    }
    return UntypedConditions.isOne(condition) ? UntypedConditions.marked(condition) : condition;
  }

  @Override
  public ClauseElement visitUpdate(Update update) {
    check(update.clauses());
    if (super.visitUpdate(update) instanceof Update lowered) {
      return new Update(
          lowered.table(),
          lowered.values(),
          lowered.isOrdered(),
          oneCondition(lowered.where()),
          lowered.clauses());
    }
    throw new AssertionError("an UPDATE stays one");
  }

  @Override
  public ClauseElement visitDelete(Delete delete) {
    check(delete.clauses());
    if (super.visitDelete(delete) instanceof Delete lowered) {
      return new Delete(lowered.table(), oneCondition(lowered.where()), lowered.clauses());
    }
    throw new AssertionError("a DELETE stays one");
  }

  @Override
  public ClauseElement visitInsert(Insert insert) {
    check(insert.clauses());
    Refusals.V1_3.checkIf(insert.flavour() == InsertFlavour.SQLITE, "Insert.sqlite");
    ClauseElement lowered = super.visitInsert(insert);
    return lowered instanceof Insert rows && !rows.rows().isEmpty() ? byName(rows) : lowered;
  }

  /** The rows with the names of the columns that each value is for. */
  private static Insert byName(Insert insert) {
    List<ValuesRow> rows =
        insert.rows().stream()
            .map(row -> row instanceof ValuesRow.InOrder inOrder ? byName(inOrder, insert) : row)
            .toList();
    return insert.withValues(insert.values(), rows);
  }

  private static ValuesRow byName(ValuesRow.InOrder row, Insert insert) {
    List<ColumnRef> columns = insert.table().columns();
    if (columns.size() < row.values().size()) {
      throw new UnresolvedReferenceException(
          "no metadata tells the columns of a row that does not name them",
          "give the metadata that describes the table");
    }
    List<Assignment> assignments = new ArrayList<>();
    for (int i = 0; i < row.values().size(); i++) {
      assignments.add(Assignment.of(columns.get(i).key(), row.values().get(i)));
    }
    return new ValuesRow.OfColumns(assignments);
  }

  private static void check(DmlClauses clauses) {
    Refusals.V1_3.checkIf(clauses.sortsByParameterOrder(), "Dml.sorted");
    var defaults = clauses.returnDefaults();
    Refusals.V1_3.checkIf(defaults != null && defaults.supplemental() != null, "Dml.supplemental");
  }

  /** {@code a + b + c} is {@code (a + b) + c}; only the ends of a BETWEEN stay a list. */
  @Override
  public ClauseElement visitExpressionClauseList(ExpressionClauseList list) {
    if (list.operator() == StandardOperator.AND) {
      return super.visitExpressionClauseList(list);
    }
    List<ColumnElement> operands = columns(list.clauses());
    ColumnElement chained = operands.get(0);
    for (ColumnElement operand : operands.subList(1, operands.size())) {
      chained =
          new BinaryExpression(chained, list.operator(), operand, list.type(), null, Map.of());
    }
    return chained;
  }

  @Override
  public ClauseElement visitBinary(BinaryExpression binary) {
    check(binary.operator());
    return super.visitBinary(binary);
  }

  @Override
  public ClauseElement visitUnary(UnaryExpression unary) {
    check(unary.operator());
    return super.visitUnary(unary);
  }

  private static void check(dev.brine.expr.@Nullable Operator operator) {
    if (operator instanceof StandardOperator standard) {
      Refusals.V1_3.check(standard.pythonName());
    }
  }

  /** 1.3 keeps one column of each name, so that those behind are found in another place. */
  @Override
  public ClauseElement visitColumn(ColumnRef column) {
    boolean isByPlace = column.occurrence() > 0 || column.name() instanceof AnonymousName;
    FromClause table = column.table();
    Refusals.V1_3.checkIf(
        isByPlace
            && table != null
            && table.columns().stream().anyMatch(each -> each.occurrence() > 0),
        "Column.again");
    return super.visitColumn(column);
  }

  @Override
  public ClauseElement visitBindParameter(BindParameter bind) {
    Refusals.V1_3.checkIf(bind.isLiteralExecute(), "BindParameter.literalExecute");
    return bind;
  }

  /** Elsewhere than in a CAST some types are no more than how values are read. */
  @Override
  public ClauseElement visitCast(Cast cast) {
    Refusals.V1_3.check("Cast." + cast.type().name().pythonName());
    return super.visitCast(cast);
  }

  @Override
  public ClauseElement visitCte(Cte cte) {
    Refusals.V1_3.checkIf(cte.isNesting(), "Cte.nesting");
    return super.visitCte(cte);
  }

  @Override
  public ClauseElement visitFunction(FunctionCall function) {
    Refusals.V1_3.check(function.isGeneric() ? function.name().text() : "");
    return super.visitFunction(function);
  }

  @Override
  public ClauseElement visitOver(Over over) {
    Frame frame = over.frame();
    Refusals.V1_3.checkIf(frame != null && frame.unit() == Frame.Unit.GROUPS, "Frame.groups");
    Refusals.V1_3.checkIf(frame != null && frame.exclude() != null, "Frame.exclude");
    return super.visitOver(over);
  }

  @Override
  public ClauseElement visitTableValuedAlias(TableValuedAlias alias) {
    Refusals.V1_3.checkIf(alias.isLateral(), "TableValuedAlias.lateral");
    Refusals.V1_3.checkIf(
        alias.derivation() != TableValuedAlias.Derivation.NONE, "TableValuedAlias.derived");
    return super.visitTableValuedAlias(alias);
  }
}
