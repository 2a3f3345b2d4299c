package dev.brine.sql;

import dev.brine.expr.BindParameter;

/** Bound parameters. */
final class BindCompiler {

  private final Compilation compilation;
  private final LiteralRenderer literals;

  BindCompiler(Compilation compilation) {
    this.compilation = compilation;
    this.literals = new LiteralRenderer(compilation.rules());
  }

  Fragment compile(BindParameter parameter, Scope scope) {
    if (scope.hasLiteralBinds()) {
      return literal(parameter);
    }
    if (scope.change().executesLiterally() && !parameter.isLiteralExecute()) {
      return compile(compilation.binds().literallyExecuted(parameter), scope);
    }
    String name = compilation.binds().add(parameter);
    String cast = compilation.rules().bindCast(parameter.type(), compilation.options().bindCasts());
    return parameter.isExpanding()
        ? Fragment.of("(", new SqlPart.ExpandingBind(name, parameter, cast), ")")
        : Fragment.of(new SqlPart.Bind(name, parameter, parameter.isLiteralExecute() ? "" : cast));
  }

  private Fragment literal(BindParameter parameter) {
    if (parameter.value() == null) {
      return Fragment.of(parameter.isExpanding() ? "(NULL)" : "NULL");
    }
    if (!parameter.isExpanding()) {
      return Fragment.of(literals.render(parameter.value(), parameter.type()));
    }
    ExpandedList list =
        new ExpandedList(
            compilation.rules(),
            parameter,
            ExpandedList.items(parameter.key().text(), parameter.value()));
    return Fragment.of("(", list.literal(literals), ")");
  }
}
