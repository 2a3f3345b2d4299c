package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.Select;
import dev.brine.mapping.Mapper;
import dev.brine.series.EarlyQueryReshaping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a Query up to 1.3 meant where it selected columns of a class without the class. It
 * noted the class beside the columns (rel_1_3_24, {@code orm/query.py: _ColumnEntity,
 * _adjust_for_single_inheritance}), and selected from what the class is mapped to, and only its
 * rows; later series note it on the columns, which a dump does not keep. So the class is named in
 * FROM, where a dump does keep it, unless the mapping says that its columns alone mean the same.
 */
final class EarlyColumnClasses {

  private static final String ENABLED = "_enable_single_crit";
  private static final String BASE_ALIAS = "_set_base_alias";

  private EarlyColumnClasses() {}

  /**
   * @param selectable what its columns are selected from
   */
  private record Selected(OrmEntity entity, FromClause selectable) {

    static Selected of(NodeReader in, Object pair, GraphPath path) {
      List<Object> parts = in.itemsOf(pair, path, 2);
      GraphToExpr decoder = in.decoder();
      return new Selected(
          decoder.entity(parts.get(0), path.index(0)), decoder.from(parts.get(1), path.index(1)));
    }

    /** Whether its columns alone would not mean the same. */
    boolean saysMore() {
      return !(entity.entity() instanceof Mapper mapper)
          || mapper.singleTableCriterion() != null
          || selectable instanceof Join;
    }

    /** In the place of what it is selected from; joins are made one around the other. */
    @Nullable FromClause in(FromClause from) {
      if (from instanceof OrmJoin orm) {
        Join join = orm.join();
        FromClause left = in(join.left());
        return left == null
            ? null
            : new OrmJoin(
                new Join(left, join.right(), join.onclause(), join.isOuter(), join.isFull()),
                entity);
      }
      return ElementKey.of(from).equals(ElementKey.of(selectable)) ? entity : null;
    }
  }

  /** The clauses of the Query with those classes. */
  static Select named(Select clauses, NodeReader in) {
    List<List<Selected>> all =
        in.each(
            EarlyQueryReshaping.COLUMN_ENTITIES,
            (pairs, path) -> in.eachOf(pairs, path, (pair, at) -> Selected.of(in, pair, at)));
    Set<OrmEntity> whole = new HashSet<>(entities(clauses.columns()));
    List<Selected> missing =
        all.stream()
            .flatMap(List::stream)
            .filter(each -> each.saysMore() && !whole.contains(each.entity()))
            .toList();
    Map<String, @Nullable Object> options = clauses.options().orm().compileOptions();
    if (missing.isEmpty() || Boolean.FALSE.equals(options.get(ENABLED))) {
      return clauses;
    }
    if (Boolean.TRUE.equals(options.get(BASE_ALIAS))) {
      return clauses.where(criteria(missing));
    }
    List<FromClause> from = new ArrayList<>(clauses.from());
    if (from.isEmpty()) {
      // All of them, for the order's sake.
      for (int i = 0; i < all.size(); i++) {
        from.addAll(entities(clauses.columns().subList(i, i + 1)));
        all.get(i).forEach(each -> from.add(each.entity()));
      }
      return clauses.toBuilder().from(from.stream().distinct().toList()).build();
    }
    missing.forEach(each -> name(each, from));
    return clauses.toBuilder().from(from).build();
  }

  private static List<OrmEntity> entities(List<ClauseElement> columns) {
    return columns.stream().filter(OrmEntity.class::isInstance).map(OrmEntity.class::cast).toList();
  }

  /** Beside an alias that all columns and conditions are adapted to. */
  private static ColumnElement[] criteria(List<Selected> all) {
    return all.stream()
        .map(each -> each.entity().entity())
        .filter(Mapper.class::isInstance)
        .map(entity -> ((Mapper) entity).singleTableCriterion())
        .filter(Objects::nonNull)
        .toArray(ColumnElement[]::new);
  }

  private static void name(Selected selected, List<FromClause> from) {
    for (int i = 0; i < from.size(); i++) {
      FromClause named = selected.in(from.get(i));
      if (named != null) {
        from.set(i, named);
        return;
      }
    }
    from.add(selected.entity());
  }
}
