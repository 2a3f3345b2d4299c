package dev.brine.sql;

import dev.brine.expr.BindParameter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spells parts as text in a parameter style. */
final class SqlText {

  private final ParamStyle style;
  private final BindNames bindNames;

  SqlText(Dialect dialect, CompileOptions options) {
    this.style = dialect.paramStyle(options.paramStyle());
    this.bindNames = dialect.rules().bindNames();
  }

  String render(List<SqlPart> parts, List<NamedBind> binds) {
    Map<String, Integer> numbers = numbers(parts, binds);
    StringBuilder sql = new StringBuilder();
    parts.forEach(part -> append(part, numbers, sql));
    return sql.toString();
  }

  private void append(SqlPart part, Map<String, Integer> numbers, StringBuilder sql) {
    if (part instanceof SqlPart.Text text) {
      sql.append(style.doublesPercents() ? text.text().replace("%", "%%") : text.text());
    } else if (part instanceof SqlPart.Bind bind) {
      sql.append(placeholder(bind, numbers)).append(bind.cast());
    } else if (part instanceof SqlPart.ExpandingBind bind) {
      sql.append("__[POSTCOMPILE_").append(bindNames.written(bind.name(), bind.parameter()));
      if (!bind.around().isNothing()) {
        sql.append("~~");
        bind.around().before().forEach(piece -> append(piece, numbers, sql));
        sql.append("~~REPL~~");
        bind.around().behind().forEach(piece -> append(piece, numbers, sql));
        sql.append("~~");
      }
      sql.append("]");
    }
  }

  private String placeholder(SqlPart.Bind bind, Map<String, Integer> numbers) {
    return bind.parameter().isLiteralExecute()
        ? postcompile(bind.name(), bind.parameter())
        : style.placeholder(
            bindNames.written(bind.name(), bind.parameter()), numbers.getOrDefault(bind.name(), 0));
  }

  private String postcompile(String name, BindParameter parameter) {
    return "__[POSTCOMPILE_" + bindNames.written(name, parameter) + "]";
  }

  /** Parameters that are there only after the statement was expanded take no number. */
  private Map<String, Integer> numbers(List<SqlPart> parts, List<NamedBind> binds) {
    Map<String, Integer> numbers = new HashMap<>();
    if (style.isNumeric()) {
      Set<String> postcompiled = postcompiledNames(parts);
      for (NamedBind bind : binds) {
        if (!postcompiled.contains(bind.name())) {
          numbers.putIfAbsent(bind.name(), numbers.size() + 1);
        }
      }
    }
    return numbers;
  }

  private static Set<String> postcompiledNames(List<SqlPart> parts) {
    Set<String> names = new HashSet<>();
    for (SqlPart part : parts) {
      if (part instanceof SqlPart.ExpandingBind bind) {
        names.add(bind.name());
      } else if (part instanceof SqlPart.Bind bind && bind.parameter().isLiteralExecute()) {
        names.add(bind.name());
      }
    }
    return names;
  }
}
