package dev.brine.orm.compile;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.Select;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code default_compile_options} of SQLAlchemy's {@code ORMCompileState} says (rel_2_0_52,
 * {@code orm/context.py}), changed as the statement asks.
 *
 * @param labelStyle how columns are named
 * @param loadsEagerly whether joined loads add joins
 * @param isInner whether the statement stands in another
 * @param addsSingleCriteria whether rows of classes that share a table are told apart
 * @param isFromAlias whether all is selected from the one FROM element there is, as a UNION of
 *     queries wants it
 * @param isRefresh whether it loads attributes of an entity that is there already
 * @param isForRowsOnly whether its rows are those of another statement, to which no joins are added
 * @param readsColumns whether that statement has columns, by which attributes are found: it is no
 *     text
 * @param onlyAttributes the attributes that are loaded of the statement's entities; null for all
 * @param orderBy what the rows are ordered by behind all else, by the columns of the entity that
 *     the statement joins to first
 */
record CompileSettings(
    LabelStyle labelStyle,
    boolean loadsEagerly,
    boolean isInner,
    boolean addsSingleCriteria,
    boolean isFromAlias,
    boolean isRefresh,
    boolean isForRowsOnly,
    boolean readsColumns,
    @Nullable Set<String> onlyAttributes,
    List<ColumnElement> orderBy) {

  CompileSettings {
    orderBy = List.copyOf(orderBy);
  }

  static CompileSettings of(Select select, boolean isTop) {
    Map<String, @Nullable Object> given = select.options().orm().compileOptions();
    boolean isLegacy = isTrue(given, "_use_legacy_query_style", false);
    boolean isForStatement = isTrue(given, "_for_statement", false);
    LabelStyle style = select.labelStyle();
    if (style == LabelStyle.LEGACY_ORM) {
      style =
          isLegacy && !isForStatement
              ? LabelStyle.TABLENAME_PLUS_COL
              : LabelStyle.DISAMBIGUATE_ONLY;
    }
    boolean isFromAlias = isTrue(given, "_set_base_alias", false);
    return new CompileSettings(
        style,
        isTop && isTrue(given, "_enable_eagerloads", true),
        // The SELECT of a UNION of queries is compiled by itself before it is made a subquery of.
        (!isTop && !isFromAlias) || isTrue(given, "_render_for_subquery", false),
        isTrue(given, "_enable_single_crit", true),
        isFromAlias,
        isTrue(given, "_for_refresh_state", false),
        false,
        false,
        attributes(given.get("_only_load_props")),
        orderBy(given.get("_eager_order_by")));
  }

  private static boolean isTrue(
      Map<String, @Nullable Object> options, String name, boolean otherwise) {
    return options.get(name) instanceof Boolean given ? given : otherwise;
  }

  private static @Nullable Set<String> attributes(@Nullable Object given) {
    return given instanceof Collection<?> keys
        ? keys.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
        : null;
  }

  private static List<ColumnElement> orderBy(@Nullable Object given) {
    return given instanceof List<?> columns
        ? columns.stream().map(ColumnElement.class::cast).toList()
        : List.of();
  }

  CompileSettings withoutSingleCriteria() {
    return new CompileSettings(
        labelStyle,
        loadsEagerly,
        isInner,
        false,
        isFromAlias,
        isRefresh,
        isForRowsOnly,
        readsColumns,
        onlyAttributes,
        orderBy);
  }

  /**
   * For a statement whose rows another one gives.
   *
   * @param hasColumns whether that one is more than text
   */
  CompileSettings forRowsOnly(boolean hasColumns) {
    return new CompileSettings(
        labelStyle,
        loadsEagerly,
        isInner,
        false,
        false,
        isRefresh,
        true,
        hasColumns,
        onlyAttributes,
        List.of());
  }
}
