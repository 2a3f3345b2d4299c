package dev.brine.sql;

import dev.brine.codec.EnumMembers;
import dev.brine.error.UsageException;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.sql.SqlPart.ExpandingBind;
import java.util.ArrayList;
import java.util.List;

/** Bound parameters. */
final class BindCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final LiteralRenderer literals;

  BindCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
    this.literals = new LiteralRenderer(compilation.rules(), compilation.options());
  }

  Fragment compile(BindParameter parameter, Scope scope) {
    if (!scope.is(Scope.Place.PLAIN_BINDS)) {
      TypeExpressions types = compilation.options().renderers().typeExpressions();
      ColumnElement wrapped = types.bound(parameter, compilation.dialect());
      if (!wrapped.equals(parameter)) {
        return wrapped(parameter, wrapped, scope);
      }
    }
    compilation.rules().requireSendable(parameter.type());
    return scope.hasLiteralBinds()
        ? literal(parameter, SqlPart.Around.NOTHING)
        : bind(parameter, scope);
  }

  private Fragment bind(BindParameter parameter, Scope scope) {
    NamedBind bind = compilation.binds().add(parameter, scope.is(Scope.Place.LITERAL_EXECUTE));
    BindParameter settled = bind.parameter();
    // What is written out is no parameter of JDBC's, but SQLAlchemy casts some of it all the same.
    boolean isSent = compilation.options().forServer() && !settled.isLiteralExecute();
    String cast = compilation.rules().bindCast(settled.type(), isSent);
    return settled.isExpanding()
        ? expanding(new ExpandingBind(bind.name(), settled, cast, SqlPart.Around.NOTHING))
        : Fragment.of(new SqlPart.Bind(bind.name(), settled, cast));
  }

  private static Fragment expanding(ExpandingBind bind) {
    return Fragment.of("(", bind, ")");
  }

  /** What a type writes around its values, it writes around each of a list. */
  private Fragment wrapped(BindParameter parameter, ColumnElement wrapped, Scope scope) {
    boolean isLiteral = scope.hasLiteralBinds();
    Scope inside =
        scope
            .with(Scope.Place.PLAIN_BINDS, true)
            .with(Scope.Place.LITERAL_BINDS, isLiteral && !parameter.isExpanding());
    Fragment written = compiler.compile(wrapped, inside);
    if (!parameter.isExpanding()) {
      return written;
    }
    List<SqlPart> parts = written.parts();
    int place = place(parts, parameter);
    ExpandingBind bind = (ExpandingBind) parts.get(place);
    SqlPart.Around around =
        new SqlPart.Around(
            withoutLast(parts.subList(0, place)),
            withoutFirst(parts.subList(place + 1, parts.size())));
    return isLiteral
        ? literal(parameter, around)
        : expanding(new ExpandingBind(bind.name(), bind.parameter(), bind.cast(), around));
  }

  private static int place(List<SqlPart> parts, BindParameter parameter) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (parts.get(i) instanceof ExpandingBind) {
        return i;
      }
    }
    throw new UsageException(
        "what the type of the bind parameter '%s' writes around its values does not hold them"
            .formatted(parameter.key().text()),
        "let bindExpression(…) answer something with the parameter in it");
  }

  /** Without the parenthesis that opens a list. */
  private static List<SqlPart> withoutLast(List<SqlPart> parts) {
    List<SqlPart> changed = new ArrayList<>(parts);
    int last = parts.size() - 1;
    String text = ((SqlPart.Text) parts.get(last)).text();
    changed.set(last, new SqlPart.Text(text.substring(0, text.length() - 1)));
    return changed;
  }

  /** Without the parenthesis that closes a list. */
  private static List<SqlPart> withoutFirst(List<SqlPart> parts) {
    List<SqlPart> changed = new ArrayList<>(parts);
    changed.set(0, new SqlPart.Text(((SqlPart.Text) parts.get(0)).text().substring(1)));
    return changed;
  }

  private Fragment literal(BindParameter parameter, SqlPart.Around around) {
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
            around,
            ExpandedList.items(parameter.key().text(), parameter.value()));
    return Fragment.of("(", Fragment.of(list.literal(literals).toArray()), ")");
  }
}
