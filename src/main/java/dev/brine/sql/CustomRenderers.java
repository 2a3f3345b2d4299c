package dev.brine.sql;

import dev.brine.codec.CustomElement;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.Cast;
import dev.brine.expr.Opaque;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How elements of Python classes are written that only their makers know. Give it to {@link
 * CompileOptions#withRenderers}, or to an engine. Immutable and thread-safe, as far as the
 * renderers are.
 */
public final class CustomRenderers {

  /** None at all. */
  public static final CustomRenderers NONE =
      new CustomRenderers(Map.of(), Map.of(), TypeExpressions.NONE);

  private static final String HINT =
      "register a CustomRenderer for '%s' with CompileOptions.withRenderers(…) or"
          + " EngineBuilder.renderers(…); inspect and migrate carry it along as it is";

  private record Registered(CustomRenderer renderer, @Nullable String name, SqlType type) {}

  private final Map<String, Registered> byClass;
  private final Map<String, TypeNamer> typesByClass;

  private final TypeExpressions typeExpressions;

  private CustomRenderers(
      Map<String, Registered> byClass,
      Map<String, TypeNamer> typesByClass,
      TypeExpressions typeExpressions) {
    this.byClass = Map.copyOf(byClass);
    this.typesByClass = Map.copyOf(typesByClass);
    this.typeExpressions = typeExpressions;
  }

  /**
   * These, and one for a class.
   *
   * @param pythonClass its dotted path, such as {@code "shop.sql.greatest"}
   */
  public CustomRenderers with(String pythonClass, CustomRenderer renderer) {
    return with(pythonClass, renderer, null, Types.NULL);
  }

  /**
   * These, and one for a class whose elements are selected.
   *
   * @param name what Python's class calls itself by its {@code name}, from which the name of an
   *     unlabelled column is made; null for none
   * @param type of the values
   */
  public CustomRenderers with(
      String pythonClass, CustomRenderer renderer, @Nullable String name, SqlType type) {
    Map<String, Registered> all = new HashMap<>(byClass);
    all.put(
        Objects.requireNonNull(pythonClass, "pythonClass"),
        new Registered(
            Objects.requireNonNull(renderer, "renderer"),
            name,
            Objects.requireNonNull(type, "type")));
    return new CustomRenderers(all, typesByClass, typeExpressions);
  }

  /**
   * These, and one for a type of a user's own, where a statement names it: in a CAST.
   *
   * @param pythonClass its dotted path, such as {@code "shop.types.Point"}
   */
  public CustomRenderers withType(String pythonClass, TypeNamer namer) {
    Map<String, TypeNamer> all = new HashMap<>(typesByClass);
    all.put(
        Objects.requireNonNull(pythonClass, "pythonClass"), Objects.requireNonNull(namer, "namer"));
    return new CustomRenderers(byClass, all, typeExpressions);
  }

  /**
   * These, and the SQL that a type of a user's own writes around its values.
   *
   * @param pythonClass its dotted path, such as {@code "shop.types.Point"}
   */
  public CustomRenderers withExpressions(String pythonClass, TypeExpression expression) {
    return withExpressions(Map.of(pythonClass, expression));
  }

  /** The same of several. */
  public CustomRenderers withExpressions(Map<String, ? extends TypeExpression> expressions) {
    return expressions.isEmpty()
        ? this
        : new CustomRenderers(byClass, typesByClass, typeExpressions.with(expressions));
  }

  TypeExpressions typeExpressions() {
    return typeExpressions;
  }

  /** A cast to a type whose name is known, where its class was taught; else the same. */
  Cast taught(Cast cast, Dialect dialect) {
    SqlType type = cast.type();
    TypeNamer namer =
        type.name() == TypeName.OPAQUE && type.attribute("class") instanceof String path
            ? typesByClass.get(path)
            : null;
    return namer == null
        ? cast
        : new Cast(cast.element(), type.with("sql", namer.name(type, dialect)), cast.isTry());
  }

  /** The name of an element's class; null for none. */
  @Nullable String name(Opaque opaque) {
    Registered registered = byClass.get(opaque.className());
    return registered == null ? null : registered.name();
  }

  SqlType type(Opaque opaque) {
    Registered registered = byClass.get(opaque.className());
    return registered == null ? opaque.type() : registered.type();
  }

  /** Writes an element; one of a class that is known but for a part of it is refused. */
  void render(Opaque opaque, SqlWriter out) {
    CustomElement element = CustomElement.of(opaque);
    Registered registered = byClass.get(opaque.className());
    if (registered == null || element == null || opaque.reason() != null) {
      throw refusal(opaque, element, out.dialect());
    }
    registered.renderer().render(element, out);
  }

  private static UnsupportedConstructException refusal(
      Opaque opaque, @Nullable CustomElement element, Dialect dialect) {
    String place = element == null ? "" : " at " + element.path();
    boolean isOfSqlalchemy = opaque.className().startsWith("sqlalchemy.");
    return new UnsupportedConstructException(
        "no SQL can be made of %s%s, for %s or any other dialect"
            .formatted(opaque, place, dialect.rules().name()),
        isOfSqlalchemy || opaque.reason() != null
            ? "the dump can still be inspected and migrated: what is not understood is carried"
                + " along"
            : HINT.formatted(opaque.className()));
  }
}
