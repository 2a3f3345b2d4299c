package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Full text search in several columns: {@code MATCH (a, b) AGAINST (x IN BOOLEAN MODE)},
 * SQLAlchemy's {@code mysql.match}. Only MySQL and MariaDB can say it.
 *
 * @param against what is looked for
 */
public record MysqlMatch(
    List<ColumnElement> columns,
    ColumnElement against,
    boolean isBooleanMode,
    boolean isNaturalLanguage,
    boolean hasQueryExpansion)
    implements ColumnElement {

  public MysqlMatch {
    columns = List.copyOf(columns);
    Objects.requireNonNull(against, "against");
  }

  /** {@code match(*columns, against=against)}. */
  public static MysqlMatch of(Object against, ColumnElement... columns) {
    if (columns.length == 0) {
      throw new UsageException("columns are required", "name the columns of the FULLTEXT index");
    }
    ColumnElement operand = Coercions.expression(against).selfGroup(StandardOperator.MATCH);
    return new MysqlMatch(List.of(columns), operand, false, false, false);
  }

  public MysqlMatch inBooleanMode() {
    return new MysqlMatch(columns, against, true, isNaturalLanguage, hasQueryExpansion);
  }

  public MysqlMatch inNaturalLanguageMode() {
    return new MysqlMatch(columns, against, isBooleanMode, true, hasQueryExpansion);
  }

  public MysqlMatch withQueryExpansion() {
    return new MysqlMatch(columns, against, isBooleanMode, isNaturalLanguage, true);
  }

  /** SQLAlchemy gives it none. */
  @Override
  public SqlType type() {
    return Types.NULL;
  }

  @Override
  public ColumnElement selfGroup(Operator other) {
    return Groups.operated(this, StandardOperator.MATCH, other);
  }

  @Override
  public ColumnElement not() {
    return Grouping.of(this).not();
  }

  @Override
  public boolean isImplicitlyBoolean() {
    return true;
  }

  @Override
  public List<ClauseElement> children() {
    return Coercions.<ClauseElement>append(List.copyOf(columns), Stream.of(against));
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitMysqlMatch(this);
  }
}
