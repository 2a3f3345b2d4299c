package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementNames;
import dev.brine.expr.FromClause;
import dev.brine.expr.TableRef;
import dev.brine.pickle.DeepStack;
import dev.brine.schema.ColumnDefault;
import dev.brine.schema.QuotedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is gathered while one statement is compiled. Not thread-safe. */
final class Compilation {

  /** How deep elements that users taught may be nested within one another. */
  private static final int MOST_CUSTOM = 50;

  private static final int CUSTOM_ON_DEEP_STACK = 5;

  private final Dialect dialect;
  private final CompileOptions options;
  private final NameMap names;
  private final BindTable binds;
  private final ElementNames elementNames;
  private final CompileStack stack = new CompileStack();
  private final CteTable ctes;
  private final List<ResultColumn> resultColumns = new ArrayList<>();
  private final Map<String, ColumnDefault> defaults = new LinkedHashMap<>();
  private @Nullable Change change;
  private boolean isGrouped;
  private int customDepth;
  private final List<ClauseElement> failed = new ArrayList<>();
  private ResultForm resultForm = ResultForm.ORDERED;

  Compilation(Dialect dialect, CompileOptions options) {
    this.dialect = dialect;
    this.options = options;
    this.elementNames = new ElementNames(options.renderers()::name);
    this.names = new NameMap(dialect.rules().maxIdentifierLength());
    this.ctes = new CteTable(dialect.rules());
    this.binds = new BindTable(names);
  }

  /**
   * Runs what users write of an element of a class of their own. What is in it was not looked at
   * before, so that it may be deep, or contain itself.
   *
   * @throws CompileException if such elements are nested deeper than {@link #MOST_CUSTOM}
   */
  Fragment withinCustom(Supplier<Fragment> render) {
    if (customDepth >= MOST_CUSTOM) {
      throw new CompileException(
          "elements of classes of your own are nested deeper than " + MOST_CUSTOM,
          "look for one that contains itself");
    }
    customDepth++;
    try {
      // Each may have parts that nearly need a stack of their own.
      return customDepth == CUSTOM_ON_DEEP_STACK ? DeepStack.call(render) : render.get();
    } finally {
      customDepth--;
    }
  }

  /** Notes an element that cannot be compiled, before those around it. */
  void failedIn(ClauseElement element) {
    failed.add(element);
  }

  /** What could not be compiled, from the inside out. */
  List<ClauseElement> failed() {
    return failed;
  }

  /** Defaults that parameters get when the statement runs, by their names. */
  Map<String, ColumnDefault> defaults() {
    return defaults;
  }

  /** Notes that rows are grouped, so that the database compares expressions with one another. */
  void noteGrouping() {
    isGrouped = true;
  }

  boolean isGrouped() {
    return isGrouped;
  }

  /** Notes what the statement changes, of which there is one at the top. */
  void noteChange(DmlStatement<?> statement, ReturningPlan plan) {
    change = Change.of(statement, plan);
  }

  /** What the statement changes; null where it changes nothing. */
  @Nullable Change change() {
    return change;
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

  /** The schema that is written for that of a table; only those of metadata are translated. */
  @Nullable QuotedName schema(FromClause from) {
    QuotedName own = from.schema();
    return from instanceof TableRef ? options.schemas().schema(own) : own;
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

  ResultForm resultForm() {
    return resultForm;
  }

  /** Says that the columns hide more than was known before. */
  void resultForm(ResultForm form) {
    if (form.compareTo(resultForm) > 0) {
      resultForm = form;
    }
  }
}
