package dev.brine.expr;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.schema.Name;
import dev.brine.schema.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two FROM elements and the condition that joins them: {@code a JOIN b ON …}. */
public record Join(
    FromClause left, FromClause right, ColumnElement onclause, boolean isOuter, boolean isFull)
    implements FromClause {

  public Join {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(onclause, "onclause");
  }

  /**
   * A join as {@code left.join(right, onclause)} makes it: a join on the right side is put in
   * parentheses.
   *
   * @param onclause the condition; null to find it by the foreign keys between the two
   * @throws dev.brine.error.UsageException if no condition is given and there is no foreign key
   *     between the two, or more than one
   */
  public static Join of(
      FromClause left,
      FromClause right,
      @Nullable ColumnElement onclause,
      boolean isOuter,
      boolean isFull) {
    FromClause grouped = right instanceof Join ? new FromGrouping(right) : right;
    ColumnElement condition =
        onclause == null ? ForeignKeyJoins.condition(left, grouped) : onclause.asCondition();
    return new Join(left, grouped, condition, isOuter, isFull);
  }

  /** Whether there are foreign keys between the two, one way or the other. */
  public static boolean canJoin(FromClause left, FromClause right) {
    return ForeignKeyJoins.exist(left, right);
  }

  @Override
  public List<ColumnRef> columns() {
    return Stream.concat(left.columns().stream(), right.columns().stream()).toList();
  }

  /**
   * The column of either side by its table's name and its key: {@code users_id}.
   *
   * @throws UnresolvedReferenceException if there is none
   */
  @Override
  public ColumnRef c(String key) {
    Map<String, ColumnRef> columns = new LinkedHashMap<>();
    columns().forEach(column -> columns.putIfAbsent(qualified(column), column));
    ColumnRef column = columns.get(key);
    if (column == null) {
      throw new UnresolvedReferenceException(
          "the join has no column '" + key + "'", NearestName.hint(key, columns.keySet()));
    }
    return column;
  }

  /** {@code select()}: a SELECT of the columns of both sides, by their names. */
  @Override
  public Select select() {
    return Select.of(left, right).selectFrom(this);
  }

  private static String qualified(ColumnRef column) {
    if (column.table() instanceof TableRef table) {
      return table.table().key().replace('.', '_') + "_" + column.key();
    }
    Name name = column.table() == null ? null : column.table().qualifier();
    return name == null ? column.key() : name.text() + "_" + column.key();
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(left, right, onclause);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitJoin(this);
  }
}
