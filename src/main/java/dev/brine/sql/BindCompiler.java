package dev.brine.sql;

import dev.brine.codec.EnumMembers;
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
    compilation.rules().requireSendable(parameter.type());
    if (scope.hasLiteralBinds()) {
      return literal(parameter);
    }
    NamedBind bind = compilation.binds().add(parameter, scope.is(Scope.Place.LITERAL_EXECUTE));
    BindParameter settled = bind.parameter();
    String cast = compilation.rules().bindCast(settled.type(), compilation.options().forServer());
    return settled.isExpanding()
        ? Fragment.of("(", new SqlPart.ExpandingBind(bind.name(), settled, cast), ")")
        : Fragment.of(
            new SqlPart.Bind(bind.name(), settled, settled.isLiteralExecute() ? "" : cast));
  }

  private Fragment literal(BindParameter parameter) {
    Object value = EnumMembers.of(parameter.value(), parameter.type());
    if (value == null) {
      return Fragment.of(parameter.isExpanding() ? "(NULL)" : "NULL");
    }
    if (!parameter.isExpanding()) {
      return Fragment.of(literals.render(value, parameter.type()));
    }
    ExpandedList list =
        new ExpandedList(
            compilation.rules(),
            parameter,
            ExpandedList.items(parameter.key().text(), parameter.value()));
    return Fragment.of("(", list.literal(literals), ")");
  }
}
