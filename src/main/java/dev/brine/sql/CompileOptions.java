package dev.brine.sql;

import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a compilation: the arguments of Python's {@code compile()}.
 *
 * @param paramStyle how parameters are written; null for the dialect's own way
 * @param literalBinds whether values are written into the text: {@code literal_binds}
 * @param renderPostcompile whether the list of an IN is written out as one parameter for each item:
 *     {@code render_postcompile}
 * @param bindCasts whether each parameter is cast to its type, as SQLAlchemy's drivers for
 *     PostgreSQL with typed parameters do ({@code :name::VARCHAR}); other dialects have no casts
 */
public record CompileOptions(
    @Nullable ParamStyle paramStyle,
    boolean literalBinds,
    boolean renderPostcompile,
    boolean bindCasts) {

  /** What {@code compile()} does when nothing is asked of it. */
  public static final CompileOptions DEFAULT = new CompileOptions(null, false, false, false);

  public CompileOptions withParamStyle(@Nullable ParamStyle style) {
    return new CompileOptions(style, literalBinds, renderPostcompile, bindCasts);
  }

  public CompileOptions withLiteralBinds(boolean on) {
    return new CompileOptions(paramStyle, on, renderPostcompile, bindCasts);
  }

  public CompileOptions withRenderPostcompile(boolean on) {
    return new CompileOptions(paramStyle, literalBinds, on, bindCasts);
  }

  public CompileOptions withBindCasts(boolean on) {
    return new CompileOptions(paramStyle, literalBinds, renderPostcompile, on);
  }
}
