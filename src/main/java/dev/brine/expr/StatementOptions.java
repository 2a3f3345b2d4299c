package dev.brine.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What any statement may carry beside its clauses: SQLAlchemy's {@code HasPrefixes}, {@code
 * HasSuffixes}, {@code HasHints}, {@code HasCTE} and {@code Executable} (rel_2_0_52, {@code
 * sql/selectable.py}, {@code sql/base.py}).
 *
 * @param prefixes what stands behind the first keyword
 * @param suffixes what stands at the end
 * @param hints about tables
 * @param statementHints at the end of the statement
 * @param ctes those that it has whether it refers to them or not
 * @param executionOptions how Python is to run it, as plain values; they change no SQL
 * @param orm what the ORM must know
 */
public record StatementOptions(
    List<Affix> prefixes,
    List<Affix> suffixes,
    List<FromHint> hints,
    List<StatementHint> statementHints,
    List<IndependentCte> ctes,
    Map<String, @Nullable Object> executionOptions,
    OrmOptions orm) {

  /** Nothing. */
  public static final StatementOptions NONE =
      new StatementOptions(
          List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), OrmOptions.NONE);

  public StatementOptions {
    prefixes = List.copyOf(prefixes);
    suffixes = List.copyOf(suffixes);
    hints = List.copyOf(hints);
    statementHints = List.copyOf(statementHints);
    ctes = List.copyOf(ctes);
    Objects.requireNonNull(orm, "orm");
    executionOptions = Collections.unmodifiableMap(new LinkedHashMap<>(executionOptions));
  }

  public StatementOptions withPrefixes(Affix... added) {
    return new StatementOptions(
        Coercions.append(prefixes, Stream.of(added)),
        suffixes,
        hints,
        statementHints,
        ctes,
        executionOptions,
        orm);
  }

  public StatementOptions withSuffixes(Affix... added) {
    return new StatementOptions(
        prefixes,
        Coercions.append(suffixes, Stream.of(added)),
        hints,
        statementHints,
        ctes,
        executionOptions,
        orm);
  }

  public StatementOptions withHint(FromHint added) {
    return new StatementOptions(
        prefixes,
        suffixes,
        Coercions.append(hints, Stream.of(added)),
        statementHints,
        ctes,
        executionOptions,
        orm);
  }

  public StatementOptions withStatementHint(StatementHint added) {
    return new StatementOptions(
        prefixes,
        suffixes,
        hints,
        Coercions.append(statementHints, Stream.of(added)),
        ctes,
        executionOptions,
        orm);
  }

  public StatementOptions withCtes(IndependentCte... added) {
    return new StatementOptions(
        prefixes,
        suffixes,
        hints,
        statementHints,
        Coercions.append(ctes, Stream.of(added)),
        executionOptions,
        orm);
  }

  public StatementOptions withExecutionOptions(Map<String, ? extends @Nullable Object> added) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(executionOptions);
    all.putAll(added);
    return new StatementOptions(prefixes, suffixes, hints, statementHints, ctes, all, orm);
  }

  /** {@code options(…)}. */
  public StatementOptions withLoaderOptions(ExecutableOption... added) {
    return withOrm(orm.withLoaderOptions(Coercions.append(orm.loaderOptions(), Stream.of(added))));
  }

  /** The same with something else for the ORM to know. */
  public StatementOptions withOrm(OrmOptions changed) {
    return new StatementOptions(
        prefixes, suffixes, hints, statementHints, ctes, executionOptions, changed);
  }

  /** The elements among them. */
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>();
    prefixes.forEach(prefix -> children.add(prefix.text()));
    suffixes.forEach(suffix -> children.add(suffix.text()));
    hints.forEach(hint -> children.add(hint.from()));
    ctes.forEach(cte -> children.add(cte.cte()));
    children.addAll(orm.children());
    return children;
  }
}
