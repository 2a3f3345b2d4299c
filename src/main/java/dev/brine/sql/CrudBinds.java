package dev.brine.sql;

import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.LabelName;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.ColumnDefault;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of columns: named by them, and typed by them. SQLAlchemy's {@code
 * _create_bind_param} and {@code _handle_values_anonymous_param} (rel_2_0_58, {@code sql/crud.py}).
 */
final class CrudBinds {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final boolean isInCte;

  CrudBinds(StatementCompiler compiler, Compilation compilation, boolean isInCte) {
    this.compiler = compiler;
    this.compilation = compilation;
    this.isInCte = isInCte;
  }

  /** A parameter whose value must be given when the statement runs. */
  Fragment required(String name, DmlColumn column) {
    return compileOwn(BindParameter.required(key(name, column), column.type()));
  }

  /** The same, which literal values or not does not change. */
  Fragment requiredAsParameter(String name, DmlColumn column) {
    return compiler.within(compiler.scope().literalBinds(false), () -> required(name, column));
  }

  /** A plain value under a column's name; in a CTE under a name of its own. */
  Fragment plain(String name, @Nullable Object value, DmlColumn column) {
    return compileOwn(
        isInCte
            ? BindParameter.unique("param", value, column.type())
            : BindParameter.named(key(name, column), value, column.type()));
  }

  /** A plain value under a name made up. */
  Fragment anonymous(@Nullable Object value, SqlType type) {
    return compiler.compile(BindParameter.unique("param", value, type));
  }

  /** A parameter that gets a column's default when the statement runs. */
  Fragment ofDefault(String name, ColumnDefault value, DmlColumn column) {
    return compiler.compile(elementOfDefault(name, value, column));
  }

  /** The same as an element. */
  BindParameter elementOfDefault(String name, ColumnDefault value, DmlColumn column) {
    BindParameter parameter = BindParameter.named(key(name, column), null, column.type());
    compilation.defaults().put(name, value);
    compilation.binds().own(parameter);
    return parameter;
  }

  /** A column's own name, and whether it is always in quotes; any other name may be either. */
  private static QuotedName key(String name, DmlColumn column) {
    return column.ref().name() instanceof QuotedName own
            && own.quoting() == Quoting.ALWAYS
            && own.text().equals(name)
        ? own
        : Name.of(name);
  }

  private Fragment compileOwn(BindParameter parameter) {
    compilation.binds().own(parameter);
    return compiler.compile(parameter);
  }

  /** A parameter of the statement, which takes the column's name if it has none of its own. */
  Fragment given(BindParameter parameter, String name, DmlColumn column) {
    BindParameter typed = typed(parameter, column.type());
    if (isInCte || !parameter.isUnique() || !(parameter.key() instanceof AnonymousName anonymous)) {
      return compiler.compile(typed);
    }
    QuotedName key = key(name, column);
    if (key.quoting() == Quoting.ALWAYS) {
      return compileOwn(BindParameter.named(key, typed.value(), typed.type()));
    }
    compilation.names().assign(NameMap.Kind.BIND, LabelName.of(anonymous), key);
    return compiler.compile(typed);
  }

  /** Any expression; a parameter whose type is not known takes the column's. */
  Fragment expression(ColumnElement element, SqlType type) {
    ColumnElement typed = element instanceof BindParameter bind ? typed(bind, type) : element;
    return compiler.compile(Objects.requireNonNull(typed.selfGroup()));
  }

  private static BindParameter typed(BindParameter parameter, SqlType type) {
    return parameter.type().isNull() ? parameter.withType(type) : parameter;
  }
}
