package dev.brine.sql;

import dev.brine.expr.BindParameter;
import dev.brine.expr.Case;
import dev.brine.expr.Cast;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Tuple;
import dev.brine.expr.TypeCoerce;
import java.util.IdentityHashMap;

/** Values chosen, converted or put together. Not thread-safe; one for each compilation. */
final class ConversionCompiler {

  private final StatementCompiler compiler;
  private final DialectRules rules;
  private final IdentityHashMap<TypeCoerce, ColumnElement> coerced = new IdentityHashMap<>();

  ConversionCompiler(StatementCompiler compiler, DialectRules rules) {
    this.compiler = compiler;
    this.rules = rules;
  }

  Fragment choice(Case choice) {
    Fragment value =
        choice.value() == null
            ? Fragment.EMPTY
            : Fragment.of(compiler.compile(choice.value()), " ");
    Fragment whens = Fragment.join("", choice.whens(), this::when);
    Fragment otherwise =
        choice.otherwise() == null
            ? Fragment.EMPTY
            : Fragment.of("ELSE ", compiler.compile(choice.otherwise()), " ");
    return Fragment.of("CASE ", value, whens, otherwise, "END");
  }

  private Fragment when(Case.When when) {
    return Fragment.of(
        "WHEN ",
        compiler.compile(when.condition()),
        " THEN ",
        compiler.compile(when.result()),
        " ");
  }

  Fragment cast(Cast cast) {
    return cast.isTry()
        ? rules.tryCast(compiler, cast)
        : rules.cast(compiler, cast.element(), cast.type());
  }

  /** A parameter becomes another one, the same each time. */
  Fragment coerce(TypeCoerce coerce) {
    return compiler.compile(coerced.computeIfAbsent(coerce, ConversionCompiler::typed));
  }

  private static ColumnElement typed(TypeCoerce coerce) {
    return coerce.element() instanceof BindParameter bind
        ? bind.withType(coerce.type()).apart()
        : coerce.element();
  }

  Fragment tuple(Tuple tuple) {
    return Fragment.of("(", Fragment.join(", ", tuple.clauses(), compiler::compile), ")");
  }
}
