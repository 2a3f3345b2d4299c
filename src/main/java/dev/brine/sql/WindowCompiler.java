package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Frame;
import dev.brine.expr.FunctionFilter;
import dev.brine.expr.Over;
import dev.brine.expr.Sql;
import dev.brine.expr.WithinGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Functions over a window or some of the rows. */
final class WindowCompiler {

  private static final Pattern EXCLUDE =
      Pattern.compile("CURRENT ROW|GROUP|TIES|NO OTHERS", Pattern.CASE_INSENSITIVE);

  private final StatementCompiler compiler;
  private final DialectRules rules;

  WindowCompiler(StatementCompiler compiler, DialectRules rules) {
    this.compiler = compiler;
    this.rules = rules;
  }

  Fragment over(Over over) {
    Fragment function = compiler.compile(over.element());
    // SQLAlchemy numbers the parameters of the frame before those of the rest.
    Fragment frame = over.frame() == null ? Fragment.EMPTY : frame(over.frame());
    List<Fragment> window = new ArrayList<>();
    addClause("PARTITION BY ", over.partitionBy(), window);
    addClause("ORDER BY ", over.orderBy(), window);
    window.add(frame);
    return Fragment.of(function, " OVER (", Fragment.join(" ", window, part -> part), ")");
  }

  private void addClause(String keyword, List<ColumnElement> elements, List<Fragment> window) {
    if (!elements.isEmpty()) {
      window.add(Fragment.of(keyword, list(elements)));
    }
  }

  private Fragment list(List<ColumnElement> elements) {
    return Fragment.join(", ", elements, compiler::compile);
  }

  private Fragment frame(Frame frame) {
    return Fragment.of(
        frame.unit() + " BETWEEN ",
        bound(frame.start(), "PRECEDING"),
        " AND ",
        bound(frame.end(), "FOLLOWING"),
        frame.exclude() == null ? "" : " EXCLUDE " + phrase(frame.exclude()));
  }

  /** {@code IdentifierPreparer.validate_sql_phrase} (rel_2_1_0b3, sql/compiler.py). */
  private static String phrase(String exclude) {
    if (!EXCLUDE.matcher(exclude).matches()) {
      throw new CompileException(
          "Unexpected SQL phrase: '%s' (matching against '^(?:%s)$')".formatted(exclude, EXCLUDE),
          "exclude CURRENT ROW, GROUP, TIES or NO OTHERS");
    }
    return exclude;
  }

  private Fragment bound(Frame.Bound bound, String direction) {
    if (bound instanceof Frame.Offset offset) {
      long distance = offset.distance();
      BindParameter number = Sql.literal(Math.abs(distance));
      Scope scope = compiler.scope();
      return Fragment.of(
          compiler.compile(number, rules.writesFramesOut() ? scope.literalExecute() : scope),
          distance < 0 ? " PRECEDING" : " FOLLOWING");
    }
    return Fragment.of(bound == Frame.Named.CURRENT_ROW ? "CURRENT ROW" : "UNBOUNDED " + direction);
  }

  Fragment withinGroup(WithinGroup within) {
    return Fragment.of(
        compiler.compile(within.element()),
        " WITHIN GROUP (ORDER BY ",
        list(within.orderBy()),
        ")");
  }

  Fragment filter(FunctionFilter filter) {
    return Fragment.of(
        compiler.compile(filter.element()),
        " FILTER (WHERE ",
        compiler.compile(filter.criterion()),
        ")");
  }
}
