package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import dev.brine.expr.TableRef;
import dev.brine.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a {@code relationship()}, as it is declared; every one of them optional. Names
 * are SQLAlchemy's. Not thread-safe.
 */
public final class RelationshipMapping {

  private final String target;
  @Nullable FromClause secondary;
  @Nullable String secondaryKey;
  @Nullable MarkedCondition primaryjoin;
  @Nullable MarkedCondition secondaryjoin;
  List<ColumnElement> foreignKeys = List.of();
  List<ColumnElement> remoteSide = List.of();
  final RelationshipOptions.Builder options;
  @Nullable Direction expected;
  private @Nullable Backref backref;

  /** The relationship to be made on the other side. */
  record Backref(String key, RelationshipMapping mapping) {}

  RelationshipMapping(String target) {
    this(target, RelationshipOptions.DEFAULT);
  }

  RelationshipMapping(String target, RelationshipOptions options) {
    this.target = target.replace(':', '.');
    this.options = options.toBuilder();
  }

  String target() {
    return target;
  }

  /** What is to be made on the other side: nothing where that is declared by itself. */
  @Nullable Backref backref() {
    return options.backPopulates == null ? backref : null;
  }

  /** {@code secondary="order_items"}: the table between, by its key in the metadata. */
  public RelationshipMapping secondary(String tableKey) {
    secondaryKey = tableKey;
    return this;
  }

  public RelationshipMapping secondary(Table table) {
    return secondary(new TableRef(table));
  }

  public RelationshipMapping secondary(FromClause from) {
    secondary = from;
    return this;
  }

  /** {@code primaryjoin=}: the condition; without it the foreign keys tell. */
  public RelationshipMapping primaryjoin(ColumnElement condition) {
    return primaryjoin(condition, List.of(), List.of());
  }

  /**
   * {@code primaryjoin=} with {@code remote()} and {@code foreign()} in it.
   *
   * @param remote the objects in the condition that are {@code remote()}; where there are none the
   *     tables tell
   * @param foreign those that are {@code foreign()}, likewise
   */
  public RelationshipMapping primaryjoin(
      ColumnElement condition,
      Collection<? extends ColumnElement> remote,
      Collection<? extends ColumnElement> foreign) {
    primaryjoin = MarkedCondition.of(condition, remote, foreign);
    return this;
  }

  /** {@code secondaryjoin=}: what joins the table between to the target. */
  public RelationshipMapping secondaryjoin(ColumnElement condition) {
    return secondaryjoin(condition, List.of(), List.of());
  }

  /** {@code secondaryjoin=} with {@code remote()} and {@code foreign()} in it. */
  public RelationshipMapping secondaryjoin(
      ColumnElement condition,
      Collection<? extends ColumnElement> remote,
      Collection<? extends ColumnElement> foreign) {
    secondaryjoin = MarkedCondition.of(condition, remote, foreign);
    return this;
  }

  /** {@code foreign_keys=}: the columns that refer to others. */
  public RelationshipMapping foreignKeys(ColumnElement... columns) {
    foreignKeys = List.of(columns);
    return this;
  }

  /** {@code remote_side=}: the columns of the target. */
  public RelationshipMapping remoteSide(ColumnElement... columns) {
    remoteSide = List.of(columns);
    return this;
  }

  /** What the direction is to be; if the columns tell another, that is a mismatch. */
  public RelationshipMapping direction(Direction direction) {
    expected = direction;
    return this;
  }

  /** {@code uselist=}. */
  public RelationshipMapping uselist(boolean on) {
    options.uselist = on;
    return this;
  }

  /** {@code lazy=}. */
  public RelationshipMapping lazy(Lazy lazy) {
    options.lazy = lazy;
    return this;
  }

  /** {@code innerjoin=}. */
  public RelationshipMapping innerjoin(RelationshipOptions.InnerJoin innerjoin) {
    options.innerjoin = innerjoin;
    return this;
  }

  /** {@code join_depth=}. */
  public RelationshipMapping joinDepth(int depth) {
    options.joinDepth = depth;
    return this;
  }

  /** {@code order_by=}. */
  public RelationshipMapping orderBy(ColumnElement... by) {
    options.orderBy = List.of(by);
    return this;
  }

  /** {@code collection_class=list}, {@code set}, or a dict; null for a class of the user's. */
  public RelationshipMapping collection(@Nullable CollectionKind kind) {
    options.collection = kind;
    options.collectionKey = null;
    return this;
  }

  /** {@code collection_class=attribute_keyed_dict("key")}. */
  public RelationshipMapping dictBy(String attribute) {
    options.collection = CollectionKind.DICT;
    options.collectionKey = attribute;
    return this;
  }

  /** {@code back_populates=}. */
  public RelationshipMapping backPopulates(String attribute) {
    options.backPopulates = attribute;
    return this;
  }

  /** {@code backref="user"}: the relationship back is made on the target. */
  public RelationshipMapping backref(String attribute) {
    return backref(attribute, back -> {});
  }

  /** {@code backref=backref("parent", remote_side=…)}. */
  public RelationshipMapping backref(String attribute, Consumer<RelationshipMapping> arguments) {
    RelationshipMapping back = new RelationshipMapping("");
    arguments.accept(back);
    backref = new Backref(attribute, back);
    return this;
  }

  /** {@code viewonly=True}. */
  public RelationshipMapping viewonly() {
    options.viewonly = true;
    return this;
  }

  /** {@code distinct_target_key=}. */
  public RelationshipMapping distinctTargetKey(boolean on) {
    options.distinctTargetKey = on;
    return this;
  }

  /** {@code omit_join=}. */
  public RelationshipMapping omitJoin(boolean on) {
    options.omitJoin = on;
    return this;
  }
}
