package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Affix;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromHint;
import dev.brine.expr.IndependentCte;
import dev.brine.schema.SqlType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one statement: keeps where in it the element stands that is being compiled. Not
 * thread-safe; one for each compilation.
 */
final class StatementCompiler extends ElementDispatch implements ElementCompiler {

  private final Compilation compilation;
  private final Compilers compilers;
  private Scope scope = Scope.TOP;

  StatementCompiler(Compilation compilation) {
    this.compilation = compilation;
    this.compilers = new Compilers(this, compilation);
  }

  @Override
  StatementCompiler statement() {
    return this;
  }

  @Override
  Compilers compilers() {
    return compilers;
  }

  @Override
  Compilation compilation() {
    return compilation;
  }

  Fragment compileRoot(ClauseElement element) {
    return compile(element, Scope.TOP.literalBinds(compilation.options().literalBinds()));
  }

  @Override
  public Fragment compile(ClauseElement element) {
    try {
      return element.accept(this);
    } catch (CompileException e) {
      compilation.failedIn(element);
      throw e;
    }
  }

  @Override
  public Fragment compileApart(ClauseElement element) {
    return compile(element, Scope.TOP);
  }

  @Override
  public Fragment compileLiterally(ClauseElement element) {
    return compile(element, scope.literalExecute());
  }

  @Override
  public boolean isForServer() {
    return compilation.options().forServer();
  }

  @Override
  public boolean isSubquery() {
    return compilation.stack().depth() > 1;
  }

  Fragment compile(ClauseElement element, Scope inside) {
    return within(inside, () -> compile(element));
  }

  /** Runs something with the elements it compiles standing elsewhere. */
  <T> T within(Scope inside, Supplier<T> compile) {
    Scope outside = scope;
    scope = inside;
    try {
      return compile.get();
    } finally {
      scope = outside;
    }
  }

  /** Where the element that is being compiled stands. */
  Scope scope() {
    return scope;
  }

  @Override
  public Fragment binary(BinaryExpression binary, String operator) {
    return compilers.operators.infix(binary, operator, false);
  }

  @Override
  public Fragment eagerlyGroupedBinary(BinaryExpression binary, String operator) {
    return compilers.operators.infix(binary, operator, true);
  }

  @Override
  public Fragment cast(ColumnElement element, SqlType type) {
    return compilation.rules().cast(this, element, type);
  }

  @Override
  public String literal(@Nullable Object value, SqlType type) {
    return compilers.literals.render(value, type);
  }

  /** What stands behind FROM but is neither a table nor a SELECT. */
  SpecialFromCompiler specialFroms() {
    return compilers.specialFroms;
  }

  /** Columns between SELECT and FROM, which may be given a label. */
  ColumnCompiler columns() {
    return compilers.columns;
  }

  /** CTEs that a statement has whether it refers to them or not. */
  void independentCtes(List<IndependentCte> independent) {
    compilers.ctes.independent(independent);
  }

  /** What is written for this dialect behind a keyword. */
  Fragment affixes(List<Affix> affixes) {
    return compilers.selects.affixes(affixes);
  }

  /** Whether something is written that was said for this dialect alone. */
  boolean isMeant(String dialect) {
    return compilers.selects.isMeant(dialect);
  }

  /** What a hint says, with the name of what it is about filled in. */
  String hintText(FromHint hint) {
    return compilers.froms.hintText(hint);
  }

  /** What a hint says that names nothing. */
  String hintText(String hint) {
    return compilers.froms.asSeen(hint);
  }

  @Override
  public Fragment nameOf(ClauseElement from) {
    return compile(
        from, scope.with(Scope.Place.NAME_ONLY, true).with(Scope.Place.BARE_TABLES, true));
  }
}
