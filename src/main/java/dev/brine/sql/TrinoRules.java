package dev.brine.sql;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ColumnElement;
import dev.brine.schema.TypeName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trino, as its own dialect for SQLAlchemy writes it (trino 0.340.0, {@code compiler.py}). */
final class TrinoRules extends DialectRules {

  private static final DmlRules DML =
      new DmlRules("trino", Set.of(DmlFeature.MANY_ROWS, DmlFeature.CTE_FOLLOWS_INSERT));

  TrinoRules() {
    super("trino", new IdentifierPreparer("\"", ReservedWords.TRINO), new TrinoTypeCompiler());
  }

  @Override
  DmlRules dml() {
    return DML;
  }

  @Override
  boolean hasBooleans() {
    return true;
  }

  @Override
  String booleanText(boolean value) {
    return value ? "true" : "false";
  }

  @Override
  LiteralTypes literalTypes() {
    return LiteralTypes.TRINO;
  }

  /** Its dialect has no words for an item that is not wanted as JSON. */
  @Override
  Fragment jsonItem(ElementCompiler c, BinaryExpression binary, boolean byPath) {
    if (binary.type().affinity() != TypeName.JSON_) {
      throw unsupported(binary.operator());
    }
    return Fragment.of(
        "JSON_EXTRACT(", c.compile(binary.left()), ", ", c.compile(binary.right()), ")");
  }

  @Override
  Fragment limit(ElementCompiler c, @Nullable ColumnElement limit, @Nullable ColumnElement offset) {
    return Fragment.of(
        offset == null ? Fragment.EMPTY : Fragment.of("\nOFFSET ", c.compile(offset)),
        limit == null ? Fragment.EMPTY : Fragment.of("\nLIMIT ", c.compile(limit)));
  }
}
