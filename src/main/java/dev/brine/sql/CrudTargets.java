package dev.brine.sql;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementNames;
import dev.brine.expr.LabelName;

/** How columns are written where they are set. */
final class CrudTargets {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final DmlTables tables;

  CrudTargets(StatementCompiler compiler, Compilation compilation, DmlTables tables) {
    this.compiler = compiler;
    this.compilation = compilation;
    this.tables = tables;
  }

  /** The name of a column alone. */
  Fragment name(DmlColumn column) {
    return Fragment.of(quoted(column));
  }

  private String quoted(DmlColumn column) {
    return compilation
        .rules()
        .identifiers()
        .quote(compilation.names().printed(NameMap.Kind.COLUMN, LabelName.of(column.ref().name())));
  }

  /** A column of the table: its name, after that of the table where the dialect needs it. */
  Fragment bare(DmlColumn column) {
    IdentifierPreparer identifiers = compilation.rules().identifiers();
    String name = quoted(column);
    LabelName table = ElementNames.tableName(column.ref().table());
    return tables.showsTables() && table != null
        ? Fragment.of(
            identifiers.quote(compilation.names().printed(NameMap.Kind.ALIAS, table)) + "." + name)
        : Fragment.of(name);
  }

  /** Anything else that is set. */
  Fragment expression(ColumnElement element) {
    // Even where values are written out, what is set is not.
    Scope scope = compiler.scope().literalBinds(false);
    return compiler.compile(
        element, tables.showsTables() ? scope : scope.qualifying(Qualifying.NONE));
  }
}
