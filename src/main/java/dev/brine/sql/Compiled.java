package dev.brine.sql;

import dev.brine.error.UsageException;
import dev.brine.expr.BindParameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement in SQL: its text in pieces, its parameters and the columns it gives. Immutable, as
 * far as the values in it are, and thread-safe.
 */
public final class Compiled {

  private final Dialect dialect;
  private final CompileOptions options;
  private final List<SqlPart> parts;
  private final List<NamedBind> binds;
  private final Outcome outcome;
  private final Map<String, @Nullable Object> given;

  /** The text once it was asked for, unless the values are part of it. */
  private @Nullable String text;

  Compiled(
      Dialect dialect,
      CompileOptions options,
      List<SqlPart> parts,
      List<NamedBind> binds,
      Outcome outcome,
      Map<String, ? extends @Nullable Object> given) {
    this.dialect = dialect;
    this.options = options;
    this.parts = List.copyOf(parts);
    this.binds = List.copyOf(binds);
    this.outcome = outcome;
    this.given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  public Dialect dialect() {
    return dialect;
  }

  /**
   * The pieces of the text; a list that is not yet written out is an {@link SqlPart.ExpandingBind}.
   */
  public List<SqlPart> parts() {
    return parts;
  }

  /** The columns of the result, in order; empty if this is no SELECT, or none but text. */
  public List<ResultColumn> resultColumns() {
    return outcome.columns();
  }

  /** What running it changes; null for a statement that changes nothing, such as a SELECT. */
  public @Nullable Change change() {
    return outcome.change();
  }

  /** How they are found in what the database gives. */
  public ResultForm resultForm() {
    return outcome.form();
  }

  /** The text, as Python's {@code str(compiled)}. */
  public String sql() {
    String sql = text;
    if (sql == null) {
      Compiled settled = settled();
      sql = new SqlText(dialect, options).render(settled.parts, settled.binds);
      text = options.renderPostcompile() && isOfItsValues() ? null : sql;
    }
    return sql;
  }

  /**
   * Values by name, in the order in which the parameters are met: Python's {@code compiled.params}.
   * A parameter that needs a value and has none is there with null; see {@link #missing()}.
   */
  public Map<String, @Nullable Object> params() {
    Map<String, @Nullable Object> params = new LinkedHashMap<>();
    for (NamedBind bind : settled().binds) {
      String key =
          options.renderPostcompile()
              ? bind.name()
              : dialect.rules().bindNames().written(bind.name(), bind.parameter());
      params.put(key, value(bind));
    }
    return Collections.unmodifiableMap(params);
  }

  /** {@link #params()} for people to read: see {@link CompiledBind#shown()}. */
  public Map<String, @Nullable Object> shownParams() {
    Map<String, @Nullable Object> params = new LinkedHashMap<>(params());
    positional().forEach(bind -> params.replace(bind.name(), bind.shown()));
    return Collections.unmodifiableMap(params);
  }

  /** The names of the parameters that must be given a value before the statement can be run. */
  public List<String> missing() {
    return binds.stream()
        .filter(bind -> bind.parameter().isRequired() && !isGiven(bind))
        .map(NamedBind::name)
        .distinct()
        .toList();
  }

  /**
   * The parameters in the order of the placeholders; each occurrence is an entry of its own, but
   * not for the numeric styles, where a placeholder says which entry it means.
   */
  public List<CompiledBind> positional() {
    Compiled settled = settled();
    List<NamedBind> order =
        dialect.paramStyle(options.paramStyle()).isNumeric()
            ? distinct(settled.binds)
            : occurrences(settled.parts);
    return order.stream()
        .map(bind -> new CompiledBind(bind.name(), value(bind), bind.parameter().type()))
        .toList();
  }

  private static List<NamedBind> distinct(List<NamedBind> binds) {
    Map<String, NamedBind> byName = new LinkedHashMap<>();
    binds.forEach(bind -> byName.put(bind.name(), bind));
    return List.copyOf(byName.values());
  }

  private static List<NamedBind> occurrences(List<SqlPart> parts) {
    List<NamedBind> found = new ArrayList<>();
    for (SqlPart part : parts) {
      if (part instanceof SqlPart.Bind bind) {
        found.add(new NamedBind(bind.name(), bind.parameter()));
      } else if (part instanceof SqlPart.ExpandingBind bind) {
        found.add(new NamedBind(bind.name(), bind.parameter()));
      }
    }
    return found;
  }

  /**
   * This statement with values for its named parameters.
   *
   * @param values by the name the parameter was made with; a null value is SQL's NULL; names of no
   *     parameter are passed over, as in Python
   * @throws UsageException if a parameter still lacks its value
   * @throws dev.brine.error.UnsupportedConstructException if a column is to get what only Python
   *     can make up
   */
  public Compiled withValues(Map<String, ? extends @Nullable Object> values) {
    return withValues(values, DefaultFunctions.STANDARD);
  }

  /**
   * The same, with Java counterparts of the Python functions that columns get their values from;
   * each that is needed is called now.
   */
  public Compiled withValues(
      Map<String, ? extends @Nullable Object> values, DefaultFunctions functions) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(given);
    if (!outcome.defaults().isEmpty()) {
      Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
      binds.forEach(bind -> parameters.put(bind.name(), value(bind)));
      parameters.keySet().removeAll(outcome.defaults().keySet());
      parameters.putAll(values);
      all.putAll(DefaultValues.of(outcome.defaults(), values, parameters, functions));
    }
    all.putAll(values);
    Compiled filled = holding(all);
    filled.refuseMissing();
    return filled;
  }

  /**
   * Whether rows are grouped somewhere in it: then the database compares expressions, and one with
   * a parameter in it is another one each time, unless both say that the parameter is the same.
   */
  public boolean isGrouped() {
    return outcome.isGrouped();
  }

  /**
   * The same as if the statement had been written with these values.
   *
   * @param values by the names of parameters; those of no parameter are passed over, and the others
   *     keep the values they were written with
   */
  public Compiled holding(Map<String, ? extends @Nullable Object> values) {
    Compiled holding = new Compiled(dialect, options, parts, binds, outcome, values);
    holding.text = text;
    return holding;
  }

  /** Whether its text depends on the values: that of an IN, or where a value is part of it. */
  public boolean isOfItsValues() {
    return binds.stream()
        .map(NamedBind::parameter)
        .anyMatch(parameter -> parameter.isExpanding() || parameter.isLiteralExecute());
  }

  /**
   * This statement ready to be run: each list is written out as one parameter for each item,
   * literally executed values are text, and each parameter holds its value. Its {@link #parts()}
   * are {@link SqlPart.Text} and {@link SqlPart.Bind} alone.
   */
  public Compiled expanded() {
    return new Postcompile(this).expand();
  }

  /** What text and parameters are made from: the expanded statement if that was asked for. */
  private Compiled settled() {
    if (!options.renderPostcompile()) {
      return this;
    }
    if (isOfItsValues()) {
      refuseMissing();
    }
    return expanded();
  }

  private void refuseMissing() {
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      throw new UsageException(
          "a value is required for bind parameter '" + String.join("', '", missing) + "'",
          "give it when the statement is run");
    }
  }

  Outcome outcome() {
    return outcome;
  }

  CompileOptions options() {
    return options;
  }

  List<NamedBind> binds() {
    return binds;
  }

  private boolean isGiven(NamedBind bind) {
    return given.containsKey(bind.parameter().key().text()) || given.containsKey(bind.name());
  }

  /** The value given for a parameter, or the one it was made with. */
  @Nullable Object value(NamedBind bind) {
    BindParameter parameter = bind.parameter();
    String key = parameter.key().text();
    if (given.containsKey(key)) {
      return given.get(key);
    }
    return given.containsKey(bind.name()) ? given.get(bind.name()) : parameter.value();
  }

  @Override
  public String toString() {
    return sql();
  }
}
