package dev.brine.sql;

import dev.brine.expr.ElementNames;
import java.util.ArrayList;
import java.util.List;

/** What is gathered while one statement is compiled. Not thread-safe. */
final class Compilation {

  private final Dialect dialect;
  private final CompileOptions options;
  private final NameMap names;
  private final BindTable binds;
  private final ElementNames elementNames = new ElementNames();
  private final CompileStack stack = new CompileStack();
  private final CteTable ctes = new CteTable();
  private final List<ResultColumn> resultColumns = new ArrayList<>();

  Compilation(Dialect dialect, CompileOptions options) {
    this.dialect = dialect;
    this.options = options;
    this.names = new NameMap(dialect.rules().maxIdentifierLength());
    this.binds = new BindTable(names);
  }

  Dialect dialect() {
    return dialect;
  }

  DialectRules rules() {
    return dialect.rules();
  }

  CompileOptions options() {
    return options;
  }

  NameMap names() {
    return names;
  }

  BindTable binds() {
    return binds;
  }

  CompileStack stack() {
    return stack;
  }

  CteTable ctes() {
    return ctes;
  }

  ElementNames elementNames() {
    return elementNames;
  }

  List<ResultColumn> resultColumns() {
    return resultColumns;
  }
}
