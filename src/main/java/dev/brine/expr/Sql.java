package dev.brine.expr;

import dev.brine.schema.MetaData;
import dev.brine.schema.Name;
import dev.brine.schema.Sequence;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a query written in Java starts: the functions that Python imports from {@code sqlalchemy}.
 *
 * <pre>{@code
 * TableRef users = Sql.table(metadata, "users");
 * Select query =
 *     Select.of(users.c("id"), users.c("name"))
 *         .where(Sql.or(users.c("name").eq("ed"), users.c("name").startsWith("w")))
 *         .orderBy(users.c("id").desc())
 *         .limit(10);
 * }</pre>
 *
 * <p>Stateless.
 *
 * @see ColumnOperators
 * @see Functions
 */
public final class Sql {

  private Sql() {}

  /**
   * A table of the metadata, to select from.
   *
   * @throws dev.brine.error.UnresolvedReferenceException if there is none under this key
   */
  public static TableRef table(MetaData metadata, String key) {
    return new TableRef(metadata.table(key));
  }

  /** {@code table(name, *columns)}: a table of which only the name and these columns are known. */
  public static TableClause table(String name, ColumnRef... columns) {
    return new TableClause(Name.of(name), null, List.of(columns));
  }

  /** {@code values(*columns)}: rows to select from, which {@link Values#data(List)} gives it. */
  public static Values values(ColumnRef... columns) {
    return Values.of(List.of(columns));
  }

  /**
   * {@code text(sql)}: SQL that is printed as it stands, but for parameters ({@code :name}) and
   * escaped colons ({@code \:}); never make it of user input.
   */
  public static TextClause text(String sql) {
    return TextClause.of(sql);
  }

  /** A table, to select from. */
  public static TableRef table(Table table) {
    return new TableRef(table);
  }

  /** {@code insert(table)}: an INSERT. */
  public static Insert insert(FromClause table) {
    return insert(InsertFlavour.STANDARD, table);
  }

  /** An INSERT of a dialect's own, such as {@code postgresql.insert(table)}. */
  public static Insert insert(InsertFlavour flavour, FromClause table) {
    return Insert.into(flavour, table);
  }

  /** {@code update(table)}: an UPDATE. */
  public static Update update(FromClause table) {
    return Update.of(table);
  }

  /** {@code delete(table)}: a DELETE. */
  public static Delete delete(FromClause table) {
    return Delete.from(table);
  }

  /** {@code and_(…)}: conditions that all hold; nested ones become one flat list. */
  public static ColumnElement and(ColumnElement... conditions) {
    return and(List.of(conditions));
  }

  /** {@code and_(*conditions)}. */
  public static ColumnElement and(List<? extends ColumnElement> conditions) {
    return Conjunctions.and(conditions);
  }

  /** {@code or_(…)}: conditions of which one holds; nested ones become one flat list. */
  public static ColumnElement or(ColumnElement... conditions) {
    return or(List.of(conditions));
  }

  /** {@code or_(*conditions)}. */
  public static ColumnElement or(List<? extends ColumnElement> conditions) {
    return Conjunctions.or(conditions);
  }

  /** {@code not_(condition)}. */
  public static ColumnElement not(ColumnElement condition) {
    return condition.not();
  }

  /** {@code literal(value)}: a value as a bind parameter, its type that of the Java value. */
  public static BindParameter literal(@Nullable Object value) {
    return literal(value, ValueTypes.of(ValueTypes.canonical(value)));
  }

  /** {@code literal(value, type)}. */
  public static BindParameter literal(@Nullable Object value, SqlType type) {
    return BindParameter.unique("param", ValueTypes.canonical(value), type);
  }

  /** {@code bindparam(name)}: a value that must be given when the statement runs. */
  public static BindParameter bindparam(String name) {
    return bindparam(name, Types.NULL);
  }

  /** {@code bindparam(name, type_=type)}. */
  public static BindParameter bindparam(String name, SqlType type) {
    return BindParameter.required(name, type);
  }

  /** {@code bindparam(name, value)}. */
  public static BindParameter bindparam(String name, @Nullable Object value) {
    Object canonical = ValueTypes.canonical(value);
    return BindParameter.named(name, canonical, ValueTypes.of(canonical));
  }

  /** {@code bindparam(name, value, type_=type)}. */
  public static BindParameter bindparam(String name, @Nullable Object value, SqlType type) {
    return BindParameter.named(name, ValueTypes.canonical(value), type);
  }

  /**
   * {@code bindparam(name, callable_=function)}: what the function gives whenever the statement is
   * run, or dumped.
   */
  public static BindParameter bindparam(String name, Supplier<? extends @Nullable Object> value) {
    return BindParameter.called(name, value);
  }

  /** {@code outparam(name, type)}: the database puts a value into it. */
  public static BindParameter outparam(String name, SqlType type) {
    return BindParameter.out(name, type);
  }

  /** {@code column(name)}: a column of no table and no known type. */
  public static ColumnRef column(String name) {
    return column(name, Types.NULL);
  }

  /** {@code column(name, type)}. */
  public static ColumnRef column(String name, SqlType type) {
    return new ColumnRef(null, Name.of(name), name, type, false);
  }

  /** {@code literal_column(text)}: SQL text, printed as it stands; never make it of user input. */
  public static ColumnRef literalColumn(String text) {
    return literalColumn(text, Types.NULL);
  }

  /** {@code literal_column(text, type)}. */
  public static ColumnRef literalColumn(String text, SqlType type) {
    return new ColumnRef(null, Name.of(text), text, type, true);
  }

  /** {@code case((condition, result))}; more follow by {@link Case#when} and {@link Case#else_}. */
  public static Case case_(Object condition, @Nullable Object result) {
    return Case.of(null, condition, result);
  }

  /** {@code case((equal, result), value=value)}: the results by what the value is equal to. */
  public static Case caseOf(Object value, Object equal, @Nullable Object result) {
    return Case.of(value, equal, result);
  }

  /** {@code cast(value, type)}. */
  public static Cast cast(@Nullable Object value, SqlType type) {
    return new Cast(Coercions.expression(value, type), type, false);
  }

  /** {@code try_cast(value, type)}. */
  public static Cast tryCast(@Nullable Object value, SqlType type) {
    return new Cast(Coercions.expression(value, type), type, true);
  }

  /** {@code type_coerce(value, type)}: taken for one of this type, without a cast. */
  public static TypeCoerce typeCoerce(@Nullable Object value, SqlType type) {
    return new TypeCoerce(Coercions.expression(value, type), type);
  }

  /** {@code extract(field, value)}: {@code "year"} of a date. */
  public static Extract extract(String field, Object value) {
    return new Extract(field, Coercions.expression(value));
  }

  /** {@code tuple_(…)}: values that are compared as one. */
  public static Tuple tuple(@Nullable Object... values) {
    return new Tuple(
        Groups.all(
            Arrays.stream(values).map(Coercions::expression).toList(), StandardOperator.COMMA));
  }

  /** {@code any_(array or subquery)}. */
  public static CollectionAggregate any_(ColumnElement collection) {
    return collection.any_();
  }

  /** {@code all_(array or subquery)}. */
  public static CollectionAggregate all_(ColumnElement collection) {
    return collection.all_();
  }

  /** {@code true()}. */
  public static Constant true_() {
    return Constant.TRUE;
  }

  /** {@code false()}. */
  public static Constant false_() {
    return Constant.FALSE;
  }

  /** {@code null()}. */
  public static Constant null_() {
    return Constant.NULL;
  }

  /** {@code sequence.next_value()}: the next number of a sequence. */
  public static NextValue nextValue(Sequence sequence) {
    return nextValue(sequence, Types.INTEGER);
  }

  /** {@code sequence.next_value()} of a sequence that was made with a {@code data_type}. */
  public static NextValue nextValue(Sequence sequence, SqlType type) {
    return new NextValue(sequence, type);
  }

  /** {@code asc("name")}: the label of this name, in ascending order. */
  public static ColumnElement asc(String label) {
    return new TextualLabelReference(label).asc();
  }

  /** {@code desc("name")}: the label of this name, in descending order. */
  public static ColumnElement desc(String label) {
    return new TextualLabelReference(label).desc();
  }

  /** {@code exists()}: whether there is any row; the rest is added by its methods. */
  public static Exists exists() {
    return exists(literalColumn("*"));
  }

  /** {@code exists(column)}: the same, of a SELECT of these. */
  public static Exists exists(ClauseElement column) {
    return column instanceof SelectBase select ? select.exists() : Select.of(column).exists();
  }

  /** {@code union(first, others…)}. */
  public static CompoundSelect union(SelectBase first, SelectBase... others) {
    return first.union(others);
  }

  /** {@code union_all(first, others…)}. */
  public static CompoundSelect unionAll(SelectBase first, SelectBase... others) {
    return first.unionAll(others);
  }

  /** {@code except_(first, others…)}. */
  public static CompoundSelect except(SelectBase first, SelectBase... others) {
    return first.except(others);
  }

  /** {@code except_all(first, others…)}. */
  public static CompoundSelect exceptAll(SelectBase first, SelectBase... others) {
    return first.exceptAll(others);
  }

  /** {@code intersect(first, others…)}. */
  public static CompoundSelect intersect(SelectBase first, SelectBase... others) {
    return first.intersect(others);
  }

  /** {@code intersect_all(first, others…)}. */
  public static CompoundSelect intersectAll(SelectBase first, SelectBase... others) {
    return first.intersectAll(others);
  }
}
