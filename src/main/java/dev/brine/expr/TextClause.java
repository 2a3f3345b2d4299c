package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.NearestName;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL that somebody wrote: SQLAlchemy's {@code TextClause}. It may stand as a statement, as a
 * value, as a condition and behind FROM. It is printed as it stands, but {@code :name} is a bind
 * parameter and {@code \:} a colon.
 *
 * @param text never made of user input
 * @param binds the parameters by the names they have in the text
 * @param options execution options; it has no others
 */
public record TextClause(String text, Map<String, BindParameter> binds, StatementOptions options)
    implements ColumnElement, FromClause, Statement {

  /**
   * {@code :name}, but not {@code ::type} nor {@code \:name}: {@code TextClause._bind_params_regex}
   * of rel_2_0_52, sql/elements.py, where a word is what Python takes for one.
   */
  public static final Pattern BIND =
      Pattern.compile("(?<![:\\p{L}\\p{N}_\\\\]):([\\p{L}\\p{N}_]+)(?![:\\p{L}\\p{N}_])");

  public TextClause {
    Objects.requireNonNull(text, "text");
    binds = Collections.unmodifiableMap(new LinkedHashMap<>(binds));
    Objects.requireNonNull(options, "options");
  }

  /** Text whose parameters have no values yet. */
  public static TextClause of(String text) {
    Map<String, BindParameter> binds = new LinkedHashMap<>();
    Matcher matcher = BIND.matcher(text);
    while (matcher.find()) {
      binds.put(matcher.group(1), BindParameter.required(matcher.group(1), Types.NULL));
    }
    return new TextClause(text, binds, StatementOptions.NONE);
  }

  /** {@code execution_options(…)}. */
  public TextClause executionOptions(Map<String, ? extends @Nullable Object> added) {
    return new TextClause(text, binds, options.withExecutionOptions(added));
  }

  /**
   * {@code bindparams(bindparam(…), …)}: parameters with types, values and options of their own in
   * place of those of the same names.
   *
   * @throws UsageException if the text has no such parameter
   */
  public TextClause bindparams(BindParameter... given) {
    Map<String, BindParameter> changed = new LinkedHashMap<>(binds);
    for (BindParameter bind : given) {
      String name =
          bind.key() instanceof AnonymousName anonymous ? anonymous.base() : bind.key().text();
      existing(name);
      changed.put(name, bind);
    }
    return new TextClause(text, changed, options);
  }

  /**
   * {@code bindparams(name=value)}: a value for one parameter.
   *
   * @throws UsageException if the text has no such parameter
   */
  public TextClause bindparam(String name, @Nullable Object value) {
    BindParameter existing = existing(name);
    Object canonical = ValueTypes.canonical(value);
    SqlType type = existing.type().isNull() ? ValueTypes.of(canonical) : existing.type();
    Map<String, BindParameter> changed = new LinkedHashMap<>(binds);
    changed.put(name, existing.withValue(canonical).withType(type));
    return new TextClause(text, changed, options);
  }

  private BindParameter existing(String name) {
    BindParameter bind = binds.get(name);
    if (bind == null) {
      throw new UsageException(
          "this text has no parameter '" + name + "'", NearestName.hint(name, binds.keySet()));
    }
    return bind;
  }

  /**
   * {@code columns(column, …)}: this text as a SELECT that gives these columns in this order, which
   * says their types and lets it be selected from.
   */
  public TextualSelect columns(ColumnElement... columns) {
    return columns(List.of(columns), Map.of());
  }

  /** {@code columns(name=type, …)}: as {@link #columns(ColumnElement...)}, but found by name. */
  public TextualSelect columns(Map<String, SqlType> types) {
    return columns(List.of(), types);
  }

  /** {@code columns(column, …, name=type, …)}; with types, all are found by name. */
  public TextualSelect columns(List<? extends ColumnElement> columns, Map<String, SqlType> types) {
    return TextualSelect.of(this, columns, types);
  }

  @Override
  public SqlType type() {
    return Types.NULL;
  }

  /** What it gives when it stands behind FROM is not known. */
  @Override
  public List<ColumnRef> columns() {
    return List.of();
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return against == StandardOperator.IN ? Grouping.of(this) : this;
  }

  @Override
  public List<ClauseElement> children() {
    return List.copyOf(binds.values());
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitText(this);
  }
}
