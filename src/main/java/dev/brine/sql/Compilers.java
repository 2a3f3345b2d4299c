package dev.brine.sql;

/** The compilers of one statement, each for a kind of element. */
final class Compilers {

  final OperatorCompiler operators;
  final FromCompiler froms;
  final ColumnCompiler columns;
  final SelectCompiler selects;
  final CompoundCompiler compounds;
  final CteCompiler ctes;
  final LabelCompiler labels;
  final BindCompiler binds;
  final FunctionCompiler functions;
  final TextCompiler texts;
  final SpecialFromCompiler specialFroms;
  final LiteralRenderer literals;
  final DmlCompiler changes;
  final ConversionCompiler conversions;
  final WindowCompiler windows;

  Compilers(StatementCompiler statement, Compilation compilation) {
    this.operators = new OperatorCompiler(statement, compilation.rules());
    this.froms = new FromCompiler(statement, compilation);
    this.columns = new ColumnCompiler(statement, compilation);
    this.selects = new SelectCompiler(statement, compilation);
    this.compounds = new CompoundCompiler(statement, compilation, selects);
    this.ctes = new CteCompiler(statement, compilation, selects);
    this.labels = new LabelCompiler(statement, compilation);
    this.binds = new BindCompiler(statement, compilation);
    this.functions = new FunctionCompiler(statement, compilation);
    this.texts = new TextCompiler(statement, compilation);
    this.conversions = new ConversionCompiler(statement, compilation.rules());
    this.windows = new WindowCompiler(statement, compilation.rules());
    this.specialFroms = new SpecialFromCompiler(statement, compilation, froms, ctes);
    this.literals = new LiteralRenderer(compilation.rules(), compilation.options());
    this.changes = new DmlCompiler(statement, compilation);
  }
}
