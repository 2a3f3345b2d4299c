package dev.brine.conformance;

import static dev.brine.expr.Functions.func;

import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.sql.CustomRenderers;
import dev.brine.sql.Dialect;
import dev.brine.sql.TypeExpression;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The counterparts of the types with {@code bind_expression()} and {@code column_expression()} that
 * the tests make, as a user would register those of his own.
 */
final class TypesOfTests {

  /** Where the plugin puts the classes that are made inside of functions. */
  private static final String CLASSES = "test.sql.test_type_expressions._ExprFixture_";

  private static final TypeExpression INSIDE = functions("inside_bind", "inside_colexpr");
  private static final TypeExpression OUTSIDE = functions("outside_bind", "outside_colexpr");

  static final CustomRenderers RENDERERS =
      CustomRenderers.NONE.withExpressions(
          Map.of(
              CLASSES + "_fixture_locals_MyString",
              functions("lower", "lower"),
              CLASSES + "_type_decorator_outside_fixture_locals_MyString",
              OUTSIDE,
              CLASSES + "_type_decorator_inside_fixture_locals_MyInsideString",
              INSIDE,
              CLASSES + "_type_decorator_both_fixture_locals_MyString",
              expression(
                  bind -> func("outside_bind", func("inside_bind", bind)),
                  column -> func("outside_colexpr", func("inside_colexpr", column)))));

  private TypesOfTests() {}

  private static TypeExpression functions(String ofBind, String ofColumn) {
    return expression(bind -> func(ofBind, bind), column -> func(ofColumn, column));
  }

  private static TypeExpression expression(
      UnaryOperator<ColumnElement> ofBind, UnaryOperator<ColumnElement> ofColumn) {
    return new TypeExpression() {
      @Override
      public ColumnElement bindExpression(BindParameter bind, Dialect dialect) {
        return ofBind.apply(bind);
      }

      @Override
      public ColumnElement columnExpression(ColumnElement column, Dialect dialect) {
        return ofColumn.apply(column);
      }
    };
  }
}
