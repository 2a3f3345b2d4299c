package dev.brine.sql;

import dev.brine.expr.AsBoolean;
import dev.brine.expr.CollectionAggregate;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementNames;
import dev.brine.expr.Grouping;
import dev.brine.expr.Label;
import dev.brine.expr.LabelName;
import dev.brine.expr.Opaque;
import dev.brine.expr.ScalarFunctionColumn;
import dev.brine.expr.SelectedColumn;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.TableValuedColumn;
import dev.brine.expr.TextClause;
import dev.brine.expr.UnaryExpression;
import dev.brine.schema.QuotedName;
import dev.brine.schema.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns and labels. */
final class ColumnCompiler {

  /** All columns there are, as the database knows them. */
  private static final String STAR = "*";

  private final StatementCompiler compiler;
  private final Compilation compilation;

  ColumnCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
  }

  Fragment column(ColumnRef column) {
    LabelName name = compilation.elementNames().columnName(column);
    QuotedName printed = compilation.names().printed(NameMap.Kind.COLUMN, name);
    String result = column.isLiteral() ? column.name().text() : printed.text();
    if (compiler.scope().isResult()) {
      addResult(result, column.type(), otherNames(column));
    }
    String text = column.isLiteral() ? result : quote(printed);
    if (isOfInsertedRow(column)) {
      return Fragment.of("VALUES(" + text + ")");
    }
    String table = tablePrefix(column);
    return Fragment.of(table + text);
  }

  @SuppressWarnings("ReferenceEquality") // another alias of that name is another alias
  private boolean isOfInsertedRow(ColumnRef column) {
    return column.table() != null && column.table() == compiler.scope().change().insertedRow();
  }

  private String tablePrefix(ColumnRef column) {
    if (compiler.scope().is(Scope.Place.BARE_COLUMNS)) {
      return "";
    }
    if (column.table() instanceof Opaque opaque) {
      // Its name is not known, and without it the SQL would mean another column.
      compiler.visitOpaque(opaque);
    }
    ChangeScope change = compiler.scope().change();
    String given = column.table() == null ? null : change.nameFor(column.table());
    if (given != null) {
      return given + ".";
    }
    Qualifying qualifying = change.qualifying();
    LabelName name = ElementNames.tableName(column.table());
    if (name == null || qualifying == Qualifying.NONE) {
      return "";
    }
    QuotedName schema = column.table() == null ? null : compilation.schema(column.table());
    if (schema != null && !schema.text().isEmpty()) {
      return compilation.rules().identifiers().quoteSchema(schema) + "." + tableName(name) + ".";
    }
    SelectState select = compilation.stack().top().select();
    LabelName other = select == null ? null : select.ambiguousName(name.text());
    return tableName(other == null ? name : other) + ".";
  }

  private String tableName(LabelName name) {
    return quote(compilation.names().printed(NameMap.Kind.ALIAS, name));
  }

  private String quote(QuotedName name) {
    return compilation.rules().identifiers().quote(name);
  }

  /** What a function gives, or a row of a table, goes by the name of its FROM element. */
  Fragment tableValued(TableValuedColumn column) {
    return Fragment.of(
        bare(LabelName.of(column.name()), column.type()), compilation.rules().columnValue());
  }

  /** {@code (f(x)).field}; SQLAlchemy takes it for two columns of the result. */
  Fragment field(ScalarFunctionColumn column) {
    if (compiler.scope().isResult()) {
      compilation.resultForm(ResultForm.LITERAL);
    }
    Fragment call = compiler.compile(column.function());
    return Fragment.of("(", call, ").", bare(LabelName.of(column.name()), column.type()));
  }

  private Fragment bare(LabelName name, SqlType type) {
    QuotedName printed = compilation.names().printed(NameMap.Kind.COLUMN, name);
    if (compiler.scope().isResult()) {
      addResult(printed.text(), type, Set.of());
    }
    return Fragment.of(quote(printed));
  }

  /** What a text that gives the column may call it instead. */
  private Set<String> otherNames(ColumnRef column) {
    LabelName qualified = compilation.elementNames().qualified(column);
    return qualified == null || qualified.isTemplate()
        ? Set.of(column.key())
        : new HashSet<>(List.of(column.key(), qualified.text()));
  }

  private void addResult(String name, SqlType type, Set<String> otherNames) {
    if (name.equals(STAR)) {
      compilation.resultForm(ResultForm.AD_HOC_TEXT);
    }
    compilation.resultColumns().add(new ResultColumn(name, type, otherNames));
  }

  @SuppressWarnings("ReferenceEquality") // a label is printed by name for itself, not its equals
  Fragment label(Label label) {
    Scope scope = compiler.scope();
    ColumnElement element = label.element().selfGroup(StandardOperator.AS);
    if (scope.isInColumns() && !scope.isInLabel()) {
      return labelled(element, LabelName.of(label.name()), label.type());
    }
    if (scope.printedByName() == label) {
      return Fragment.of(
          quote(compilation.names().printed(NameMap.Kind.COLUMN, LabelName.of(label.name()))));
    }
    return compiler.compile(
        element, scope.inColumns(false).inLabel(false).result(false).printedByName(null));
  }

  /** {@code element AS name}. */
  private Fragment labelled(ColumnElement element, LabelName name, SqlType type) {
    QuotedName printed = compilation.names().printed(NameMap.Kind.COLUMN, name);
    Scope outside = compiler.scope();
    if (outside.isResult()) {
      addResult(printed.text(), type, Set.of());
    }
    Scope inside = outside.inColumns(true).inLabel(true).result(false).printedByName(null);
    return Fragment.of(compiler.compile(element, inside), " AS ", quote(printed));
  }

  /**
   * An element of a select list, with a label where it needs one.
   *
   * @param isFrom whether something selects from the SELECT
   */
  Fragment selected(SelectedColumn column, Scope outside, boolean isFrom) {
    return selected(column, outside, isFrom, outside.isResult());
  }

  /**
   * As above.
   *
   * @param isFetched whether what is selected comes to the program, so that types may have a say in
   *     how it does
   */
  Fragment selected(SelectedColumn column, Scope outside, boolean isFrom, boolean isFetched) {
    if (outside.isResult() && isLiteral(column.element())) {
      compilation.resultForm(ResultForm.LITERAL);
    }
    Scope inside = outside.inColumns(true).with(Scope.Place.BARE_COLUMNS, false);
    ColumnElement element =
        isFetched
            ? compilation
                .options()
                .renderers()
                .typeExpressions()
                .fetched(column.element(), compilation.dialect())
            : column.element();
    LabelName label =
        element.equals(column.element()) ? label(column, isFrom) : labelOfFetched(column);
    return label == null
        ? compiler.compile(element, inside)
        : compiler.within(inside, () -> labelled(element, label, type(column.element())));
  }

  private LabelName labelOfFetched(SelectedColumn column) {
    if (column.element() instanceof Label label) {
      return LabelName.of(label.name());
    }
    if (column.required() != null) {
      return column.required();
    }
    LabelName fallback = column.fallback();
    return (fallback == null ? compilation.elementNames().anonymous(column.element()) : fallback)
        .shortened();
  }

  /** Whether it is SQL text, which may be more than one column. */
  private static boolean isLiteral(ColumnElement element) {
    if (element instanceof Label label) {
      return isLiteral(label.element());
    }
    return element instanceof Grouping grouping
        ? isLiteral(grouping.element())
        : element instanceof ColumnRef column && column.isLiteral();
  }

  private SqlType type(ColumnElement element) {
    return element instanceof Opaque opaque
        ? compilation.options().renderers().type(opaque)
        : element.type();
  }

  private @Nullable LabelName label(SelectedColumn column, boolean isFrom) {
    if (column.element() instanceof Label) {
      return null;
    }
    if (column.required() != null) {
      return column.required();
    }
    return needsLabel(column.element(), isFrom)
        ? Objects.requireNonNull(column.fallback()).shortened()
        : null;
  }

  /** Whether a value has no name that every database gives it, or may be selected by its name. */
  private boolean needsLabel(ColumnElement element, boolean isFrom) {
    if (element instanceof ColumnRef column) {
      return isFrom && !column.isLiteral() && column.table() != null;
    }
    if (element instanceof TextClause) {
      return false;
    }
    if (element instanceof AsBoolean asBoolean) {
      return isFrom || !compilation.rules().hasBooleans() || isUnnamed(asBoolean.element());
    }
    if (element instanceof UnaryExpression unary) {
      return isFrom || isUnnamed(unary.element());
    }
    if (element instanceof CollectionAggregate aggregate) {
      return isUnnamed(aggregate.element());
    }
    return compilation.elementNames().predictable(element) == null;
  }

  private static boolean isUnnamed(ColumnElement element) {
    ColumnElement bare = element;
    while (bare instanceof Grouping grouping) {
      bare = grouping.element();
    }
    return !(bare instanceof ColumnRef
        || bare instanceof Label
        || bare instanceof TableValuedColumn
        || bare instanceof ScalarFunctionColumn);
  }
}
