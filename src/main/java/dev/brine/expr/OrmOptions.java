package dev.brine.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ORM must know of a statement: SQLAlchemy's {@code _propagate_attrs}, {@code
 * _with_options}, {@code _compile_options}, {@code load_options} and {@code
 * _memoized_select_entities} (rel_2_0_58, {@code sql/base.py}, {@code orm/context.py}).
 *
 * @param isOrm whether the ORM compiles it: {@code compile_state_plugin}. Without it an entity is
 *     no more than its columns
 * @param subject the entity it is about: {@code plugin_subject}; null if none can be told
 * @param loaderOptions what {@code options()} was given
 * @param compileOptions changes to {@code ORMCompileState.default_compile_options}, as plain values
 * @param loadOptions changes to {@code QueryContext.default_load_options}, as plain values
 * @param memoized what was selected, and joined to, before {@code with_only_columns()} or {@code
 *     with_entities()}
 */
public record OrmOptions(
    boolean isOrm,
    @Nullable OrmEntity subject,
    List<ExecutableOption> loaderOptions,
    Map<String, @Nullable Object> compileOptions,
    Map<String, @Nullable Object> loadOptions,
    List<MemoizedEntities> memoized) {

  /** Those of a statement of Core. */
  public static final OrmOptions NONE =
      new OrmOptions(false, null, List.of(), Map.of(), Map.of(), List.of());

  public OrmOptions {
    loaderOptions = List.copyOf(loaderOptions);
    compileOptions = Collections.unmodifiableMap(new LinkedHashMap<>(compileOptions));
    loadOptions = Collections.unmodifiableMap(new LinkedHashMap<>(loadOptions));
    memoized = List.copyOf(memoized);
  }

  /**
   * What was selected before it was replaced; its joins stay.
   *
   * @param columns what was selected
   * @param setupJoins the joins made by then
   * @param loaderOptions the options given by then
   */
  public record MemoizedEntities(
      List<ClauseElement> columns,
      List<SetupJoin> setupJoins,
      List<ExecutableOption> loaderOptions) {

    public MemoizedEntities {
      columns = List.copyOf(columns);
      setupJoins = List.copyOf(setupJoins);
      loaderOptions = List.copyOf(loaderOptions);
    }
  }

  /** To be compiled by the ORM, about this entity; as it is if it is about one already. */
  public OrmOptions about(@Nullable OrmEntity entity) {
    return isOrm
        ? this
        : new OrmOptions(true, entity, loaderOptions, compileOptions, loadOptions, memoized);
  }

  public OrmOptions withLoaderOptions(List<ExecutableOption> all) {
    return new OrmOptions(isOrm, subject, all, compileOptions, loadOptions, memoized);
  }

  public OrmOptions withCompileOption(String name, @Nullable Object value) {
    return new OrmOptions(
        isOrm, subject, loaderOptions, with(compileOptions, name, value), loadOptions, memoized);
  }

  public OrmOptions withLoadOption(String name, @Nullable Object value) {
    return new OrmOptions(
        isOrm, subject, loaderOptions, compileOptions, with(loadOptions, name, value), memoized);
  }

  public OrmOptions withMemoized(List<MemoizedEntities> all) {
    return new OrmOptions(isOrm, subject, loaderOptions, compileOptions, loadOptions, all);
  }

  private static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> before, String name, @Nullable Object value) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(before);
    all.put(name, value);
    return all;
  }

  /** The elements among them; the subject is one that the statement has elsewhere too. */
  List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>();
    loaderOptions.forEach(option -> children.addAll(option.children()));
    for (MemoizedEntities each : memoized) {
      children.addAll(each.columns());
      each.setupJoins().forEach(join -> children.addAll(join.children()));
      each.loaderOptions().forEach(option -> children.addAll(option.children()));
    }
    return children;
  }
}
