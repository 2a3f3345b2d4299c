package dev.brine.sql;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a compilation: the arguments of Python's {@code compile()}.
 *
 * @param paramStyle how parameters are written; null for the dialect's own way
 * @param literalBinds whether values are written into the text: {@code literal_binds}
 * @param renderPostcompile whether the list of an IN is written out as one parameter for each item:
 *     {@code render_postcompile}
 * @param forServer whether it is going to be run on a server of today, of which SQLAlchemy knows
 *     nothing until it is connected: MySQL's casts to FLOAT are written, and PostgreSQL's
 *     parameters are cast to their types as its drivers with typed parameters do ({@code
 *     :name::VARCHAR})
 * @param columnKeys the names of the parameters that a statement is going to be run with, which
 *     decide what an INSERT or UPDATE sets: {@code column_keys}; null if it is only looked at
 * @param forMany whether it is going to be run with many sets of parameters: {@code
 *     for_executemany}
 * @param schemas those that stand for others: {@code schema_translate_map}
 * @param renderers how elements of Python classes are written that only their makers know
 */
public record CompileOptions(
    @Nullable ParamStyle paramStyle,
    boolean literalBinds,
    boolean renderPostcompile,
    boolean forServer,
    @Nullable List<String> columnKeys,
    boolean forMany,
    SchemaTranslateMap schemas,
    CustomRenderers renderers) {

  /** What {@code compile()} does when nothing is asked of it. */
  public static final CompileOptions DEFAULT =
      new CompileOptions(
          null, false, false, false, null, false, SchemaTranslateMap.NONE, CustomRenderers.NONE);

  public CompileOptions {
    columnKeys = columnKeys == null ? null : List.copyOf(columnKeys);
    Objects.requireNonNull(schemas, "schemas");
    Objects.requireNonNull(renderers, "renderers");
  }

  public CompileOptions withParamStyle(@Nullable ParamStyle style) {
    return new CompileOptions(
        style, literalBinds, renderPostcompile, forServer, columnKeys, forMany, schemas, renderers);
  }

  public CompileOptions withLiteralBinds(boolean on) {
    return new CompileOptions(
        paramStyle, on, renderPostcompile, forServer, columnKeys, forMany, schemas, renderers);
  }

  public CompileOptions withRenderPostcompile(boolean on) {
    return new CompileOptions(
        paramStyle, literalBinds, on, forServer, columnKeys, forMany, schemas, renderers);
  }

  public CompileOptions withForServer(boolean on) {
    return new CompileOptions(
        paramStyle, literalBinds, renderPostcompile, on, columnKeys, forMany, schemas, renderers);
  }

  /** To be run with parameters of these names. */
  public CompileOptions withColumnKeys(@Nullable Collection<String> keys) {
    return new CompileOptions(
        paramStyle,
        literalBinds,
        renderPostcompile,
        forServer,
        keys == null ? null : List.copyOf(keys),
        forMany,
        schemas,
        renderers);
  }

  public CompileOptions withForMany(boolean on) {
    return new CompileOptions(
        paramStyle, literalBinds, renderPostcompile, forServer, columnKeys, on, schemas, renderers);
  }

  public CompileOptions withSchemas(SchemaTranslateMap changed) {
    return new CompileOptions(
        paramStyle,
        literalBinds,
        renderPostcompile,
        forServer,
        columnKeys,
        forMany,
        changed,
        renderers);
  }

  /** With elements of users' own classes. */
  public CompileOptions withRenderers(CustomRenderers changed) {
    return new CompileOptions(
        paramStyle,
        literalBinds,
        renderPostcompile,
        forServer,
        columnKeys,
        forMany,
        schemas,
        changed);
  }
}
