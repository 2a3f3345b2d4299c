package dev.brine.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.charLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.upper;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.brine.Shop;
import dev.brine.error.JooqImportException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.Statement;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A jOOQ query becomes a statement that gives the rows jOOQ itself fetches, or is refused. */
class JooqImportTest {

  private static final Table<?> USERS = table(name("users"));
  private static final Table<?> ADDRESSES = table(name("addresses"));
  private static final Field<Integer> ID = field(name("users", "id"), SQLDataType.INTEGER);
  private static final Field<String> NAME = field(name("users", "name"), SQLDataType.VARCHAR);
  private static final Field<String> FULLNAME =
      field(name("users", "fullname"), SQLDataType.VARCHAR);
  private static final Field<Integer> AGE = field(name("users", "age"), SQLDataType.INTEGER);
  private static final Field<Boolean> ACTIVE = field(name("users", "active"), SQLDataType.BOOLEAN);
  private static final Field<java.time.LocalDate> BIRTHDAY =
      field(name("users", "birthday"), SQLDataType.LOCALDATE);
  private static final Field<Integer> USER_ID =
      field(name("addresses", "user_id"), SQLDataType.INTEGER);
  private static final Field<String> EMAIL = field(name("addresses", "email"), SQLDataType.VARCHAR);

  /** Queries by name that jOOQ and SQLAlchemy can both say. */
  static final Map<String, Select<?>> TAKEN = taken();

  private static final Map<String, Select<?>> REFUSED = refused();

  private static Connection connection;
  private static DSLContext sqlite;

  private static Select<?> where(org.jooq.Condition condition) {
    return select(ID).from(USERS).where(condition).orderBy(ID);
  }

  private static Select<?> value(Field<?> value) {
    return select(ID, value.as("v")).from(USERS).orderBy(ID);
  }

  private static Map<String, Select<?>> taken() {
    Map<String, Select<?>> all = new LinkedHashMap<>(SetQueries.taken());
    all.putAll(ClauseQueries.taken());
    all.putAll(ClauseQueries.withMetadata());
    all.putAll(ClauseQueries.newer());
    all.put("columns", select(ID, NAME, ACTIVE).from(USERS).orderBy(ID));
    all.put("label", value(NAME));
    all.put("eq", where(NAME.eq("ed")));
    all.put("ne", where(NAME.ne("ed")));
    all.put("lt, ge", where(ID.lt(4).and(ID.ge(2))));
    all.put("le, gt", where(ID.le(4).and(ID.gt(2))));
    all.put("eq null, which is never true", where(AGE.eq((Integer) null)));
    all.put("is null", where(AGE.isNull()));
    all.put("is not null", where(AGE.isNotNull()));
    all.put("is distinct from", where(AGE.isDistinctFrom(41)));
    all.put("is not distinct from", where(AGE.isNotDistinctFrom(41)));
    all.put("between", where(ID.between(2, 3)));
    all.put("in", where(ID.in(1, 3, 7)));
    all.put("in nothing", where(ID.in(List.of())));
    all.put("not in", where(ID.notIn(1, 3)));
    all.put("not in nothing", where(ID.notIn(List.of())));
    all.put("like", where(NAME.like("%e%")));
    all.put("like with escape", where(NAME.like("50!%!_%", '!')));
    all.put("not like", where(NAME.notLike("%e%")));
    all.put("ilike", where(NAME.likeIgnoreCase("%ED")));
    all.put("not ilike", where(NAME.notLikeIgnoreCase("%ED")));
    all.put("and, or", where(NAME.eq("ed").or(ID.eq(2).and(AGE.gt(40)).and(ACTIVE))));
    all.put("or in and", where(ID.gt(1).and(NAME.eq("mary").or(NAME.eq("wendy")))));
    all.put("not", where(not(NAME.eq("ed").or(AGE.gt(40)))));
    all.put("not in the simplest", where(not(NAME.eq("ed"))));
    all.put("boolean column", where(condition(ACTIVE)));
    all.put("not of a boolean column", where(not(condition(ACTIVE))));
    all.put("not of a boolean field", where(condition(not(ACTIVE))));
    all.put("is true", where(ACTIVE.isTrue()));
    all.put("true", where(trueCondition()));
    all.put("false", where(falseCondition()));
    all.put("column compared with column", where(ID.lt(AGE)));
    all.put("value on the left", where(val(2).lt(ID)));
    all.put("add", value(AGE.plus(1).plus(ID)));
    all.put("subtract", value(AGE.minus(ID.minus(1))));
    all.put("multiply", value(AGE.plus(1).mul(2)));
    all.put("divide whole numbers", value(AGE.div(2)));
    all.put("divide a product", value(AGE.mul(ID).div(ID.plus(1))));
    all.put("modulo", value(AGE.mod(7)));
    all.put("negate", value(AGE.neg()));
    all.put("concat", value(concat(NAME, val("-"), FULLNAME)));
    all.put("lower, upper", value(concat(lower(NAME), upper(NAME))));
    all.put("length", value(charLength(FULLNAME)));
    all.put("coalesce", value(coalesce(FULLNAME, val("nobody"))));
    all.put("nullif", value(nullif(NAME, "ed")));
    all.put("abs", value(DSL.abs(AGE.minus(40))));
    all.put("any function", value(function("substr", SQLDataType.VARCHAR, NAME, val(2), val(2))));
    all.put("condition as a value", value(field(AGE.gt(40))));
    all.put("count", select(count(), count(AGE), countDistinct(AGE)).from(USERS));
    all.put("aggregates", select(min(AGE), max(AGE), sum(AGE), avg(AGE)).from(USERS));
    all.put(
        "group by, having",
        select(AGE, count().as("n")).from(USERS).groupBy(AGE).having(count().gt(1)).orderBy(AGE));
    all.put("order by", select(ID).from(USERS).orderBy(AGE.desc().nullsLast(), NAME.asc()));
    all.put("order by nulls first", select(ID).from(USERS).orderBy(AGE.asc().nullsFirst(), ID));
    Field<Integer> older = AGE.plus(1).as("older");
    all.put("order by label", select(ID, older).from(USERS).orderBy(older.desc(), ID));
    all.put("limit", select(ID).from(USERS).orderBy(ID).limit(2));
    all.put("limit, offset", select(ID).from(USERS).orderBy(ID).limit(2).offset(1));
    all.put("distinct", selectDistinct(AGE).from(USERS).orderBy(AGE));
    all.put(
        "two tables",
        select(NAME, EMAIL).from(USERS, ADDRESSES).where(ID.eq(USER_ID)).orderBy(EMAIL));
    all.put(
        "join", select(NAME, EMAIL).from(USERS).join(ADDRESSES).on(ID.eq(USER_ID)).orderBy(EMAIL));
    all.put(
        "left join",
        select(ID, EMAIL).from(USERS).leftJoin(ADDRESSES).on(ID.eq(USER_ID)).orderBy(ID, EMAIL));
    all.put(
        "right join",
        select(ID, EMAIL).from(ADDRESSES).rightJoin(USERS).on(ID.eq(USER_ID)).orderBy(ID, EMAIL));
    all.put(
        "full join",
        select(ID, EMAIL).from(USERS).fullJoin(ADDRESSES).on(ID.eq(USER_ID)).orderBy(ID, EMAIL));
    all.put("cross join", select(ID, EMAIL).from(USERS).crossJoin(ADDRESSES).orderBy(ID, EMAIL));
    Table<?> other = USERS.as("other");
    Field<Integer> otherAge = field(name("other", "age"), SQLDataType.INTEGER);
    all.put(
        "alias",
        select(ID, field(name("other", "id")))
            .from(USERS)
            .join(other)
            .on(AGE.eq(otherAge))
            .orderBy(ID, field(name("other", "id"))));
    all.put("exists", where(exists(selectOne().from(ADDRESSES).where(USER_ID.eq(ID)))));
    all.put("not exists", where(not(exists(selectOne().from(ADDRESSES).where(USER_ID.eq(ID))))));
    all.put(
        "exists in exists",
        where(
            exists(
                selectOne()
                    .from(ADDRESSES)
                    .where(exists(selectOne().from(other).where(otherAge.gt(AGE)))))));
    all.put("in select", where(ID.in(select(USER_ID).from(ADDRESSES))));
    all.put("not in select", where(ID.notIn(select(USER_ID).from(ADDRESSES))));
    all.put(
        "in select of the same table, which is not the one around it",
        where(ID.in(select(ID).from(USERS, ADDRESSES).where(ID.eq(USER_ID).and(AGE.gt(40))))));
    all.put(
        "scalar subquery",
        value(field(select(count()).from(ADDRESSES).where(USER_ID.eq(ID))).plus(1)));
    all.put("scalar subquery compared", where(AGE.gt(field(select(min(AGE)).from(USERS)))));
    Field<Integer> counted = field(name("q", "n"), SQLDataType.INTEGER);
    Field<Integer> whose = field(name("q", "user_id"), SQLDataType.INTEGER);
    all.put(
        "derived table",
        select(ID, counted)
            .from(USERS)
            .leftJoin(
                select(USER_ID, count().as("n")).from(ADDRESSES).groupBy(USER_ID).asTable("q"))
            .on(whose.eq(ID))
            .orderBy(ID));
    all.put("case", value(when(ID.eq(1), "one").when(ID.eq(2), NAME).otherwise("many")));
    all.put("case without else", value(when(AGE.gt(40), val("old"))));
    all.put("case of a value", value(DSL.choose(ID).when(1, "one").when(2, "two").otherwise(NAME)));
    all.put("cast", value(AGE.cast(SQLDataType.VARCHAR(20))));
    all.put("cast to a number", value(concat(val("4"), val("2")).cast(Integer.class).plus(1)));
    all.put("coerce", value(AGE.coerce(SQLDataType.BIGINT)));
    all.put("year, day", value(DSL.extract(BIRTHDAY, DatePart.YEAR).plus(DSL.day(BIRTHDAY))));
    all.put("collation", select(ID).from(USERS).orderBy(NAME.collate("NOCASE")));
    all.put("bits", value(DSL.bitAnd(AGE, 6).plus(DSL.bitOr(AGE, ID)).plus(DSL.bitNot(ID))));
    all.put("trim", value(concat(DSL.trim(NAME), DSL.ltrim(NAME, val("e")), DSL.rtrim(NAME))));
    all.put("replace", value(DSL.replace(NAME, "e", "3")));
    all.put("round", value(DSL.round(field(name("users", "score"), SQLDataType.DOUBLE), 1)));
    Field<Double> score = field(name("users", "score"), SQLDataType.DOUBLE);
    // On SQLite SQLAlchemy's floor() is Python's, which takes no NULL.
    Field<Double> known = DSL.coalesce(score, 0.5);
    all.put("whole numbers", value(DSL.floor(known).plus(DSL.ceil(score)).plus(DSL.sign(score))));
    all.put(
        "circles",
        value(
            DSL.round(
                DSL.sin(score).plus(DSL.cos(score)).plus(DSL.tan(score)).plus(DSL.atan(score)),
                6)));
    all.put(
        "angles",
        value(
            DSL.round(
                DSL.acos(inline(0.5))
                    .plus(DSL.asin(inline(0.5)))
                    .plus(DSL.deg(ID))
                    .plus(DSL.rad(ID)),
                6)));
    all.put("roots", value(DSL.round(DSL.sqrt(ID).plus(DSL.exp(ID)).plus(DSL.power(ID, 2)), 6)));
    all.put("row number", value(DSL.rowNumber().over(DSL.orderBy(NAME.desc()))));
    all.put(
        "ranks",
        select(
                ID,
                DSL.rank().over(DSL.orderBy(AGE)),
                DSL.denseRank().over(DSL.partitionBy(ACTIVE).orderBy(AGE.desc())),
                DSL.percentRank().over(DSL.orderBy(AGE)),
                DSL.cumeDist().over(DSL.orderBy(AGE)),
                DSL.ntile(2).over(DSL.orderBy(ID)))
            .from(USERS)
            .orderBy(ID));
    all.put(
        "neighbours",
        select(
                DSL.lag(AGE).over(DSL.orderBy(ID)),
                DSL.lead(AGE, 2).over(DSL.orderBy(ID)),
                DSL.lag(AGE, 1, 0).over(DSL.orderBy(ID)),
                DSL.firstValue(NAME).over(DSL.partitionBy(AGE).orderBy(ID)),
                DSL.lastValue(NAME).over(DSL.orderBy(ID)))
            .from(USERS)
            .orderBy(ID));
    all.put("named parameter", where(ID.eq(param("wanted", 3))));
    all.put("inlined value", where(NAME.eq(inline("o'neil"))));
    all.put(
        "date and decimal",
        select(ID)
            .from(USERS)
            .where(
                field(name("users", "birthday"), SQLDataType.LOCALDATE)
                    .lt(java.time.LocalDate.of(1990, 1, 1))));
    return all;
  }

  private static Map<String, Select<?>> refused() {
    Map<String, Select<?>> all = new LinkedHashMap<>();
    all.put("qualify", select(ID).from(USERS).qualify(DSL.rowNumber().over().eq(1)));
    all.put("into", select(ID).into(table(name("copy"))).from(USERS));
    all.put("group by distinct", select(AGE).from(USERS).groupByDistinct(AGE));
    all.put(
        "semi join in a join",
        select(ID)
            .from(USERS.leftSemiJoin(ADDRESSES).on(USER_ID.eq(ID)).crossJoin(USERS.as("other"))));
    all.put(
        "using what nobody knows", select(ID).from(USERS).join(ADDRESSES).using(field(name("no"))));
    all.put(
        "limits of an intersection in a recursion",
        DSL.withRecursive("t", "n")
            .as(
                select(inline(1))
                    .intersect(select(field(name("t", "n"), Integer.class)).from(table(name("t")))))
            .select(field(name("t", "n")))
            .from(table(name("t"))));
    all.put("row in a column", select(row(ID, NAME)).from(USERS));
    all.put("hint with a parameter", select(ID).hint("/*+ :fast */").from(USERS));
    all.put(
        "hint of an arm", select(ID).hint("/*+ a */").from(USERS).union(select(AGE).from(USERS)));
    all.put("column list of an alias", select(field(name("u", "a"))).from(USERS.as("u", "a")));
    all.put("row equal to a subquery", where(row(ID, AGE).eq(select(ID, AGE).from(USERS))));
    all.put("plain SQL", select(field("1 + 1")).from(USERS));
    all.put("plain SQL condition", where(condition("1 = 1")));
    all.put("cast to what SQLAlchemy lacks", value(ID.cast(SQLDataType.INTERVAL)));
    all.put("day of the week", value(DSL.extract(BIRTHDAY, DatePart.DAY_OF_WEEK)));
    all.put("window by name", value(DSL.rowNumber().over(name("w"))));
    all.put("ignore nulls", value(DSL.lag(AGE).ignoreNulls().over(DSL.orderBy(ID))));
    all.put("concat with a cast", value(concat(NAME, ID)));
    all.put("asterisk of nobody knows what", select().from(USERS));
    all.put("column of no table", select(EMAIL).from(USERS));
    return all;
  }

  static Set<String> takenNames() {
    return TAKEN.keySet();
  }

  static Set<String> refusedNames() {
    return REFUSED.keySet();
  }

  @BeforeAll
  static void connect() throws SQLException {
    connection = DriverManager.getConnection(Shop.URL);
    sqlite = DSL.using(connection, SQLDialect.SQLITE);
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @MethodSource("takenNames")
  void givesTheRowsThatJooqFetches(String name) {
    Select<?> query = Objects.requireNonNull(TAKEN.get(name));

    assertThat(rows(imported(query))).isNotNull().isEqualTo(rows(sqlite.resultQuery("{0}", query)));
  }

  private static ResultQuery<Record> imported(Select<?> query) {
    return JooqExport.resultQuery(sqlite, JooqImport.statement(query, Shop.METADATA));
  }

  /** As text in SQL's own terms: the two type their values differently. */
  private static List<String> rows(ResultQuery<Record> query) {
    Result<Record> result = sqlite.fetch(query.fetchResultSet());
    return result.map(row -> row.intoList().toString());
  }

  @ParameterizedTest
  @MethodSource("refusedNames")
  void refusesWhatItWouldLose(String name) {
    Select<?> query = Objects.requireNonNull(REFUSED.get(name));

    assertThatThrownBy(() -> JooqImport.statement(query)).isInstanceOf(JooqImportException.class);
  }

  @Test
  void saysWhatTheObjectModelHides() {
    Select<?> query = select(ID).from(USERS).option("option (:fast)");

    assertThatThrownBy(() -> JooqImport.statement(query))
        .hasMessage(
            "the query says '\"users\" option (:fast)' where jOOQ's object model tells"
                + " '\"users\"'");
  }

  @Test
  void hintsAndOptionsAreImported() {
    Select<?> query = selectDistinct(ID).hint("/*+ fast */").from(USERS).option("option (fast 1)");

    assertThat(SqlCompiler.compile(JooqImport.statement(query), Dialect.DEFAULT).sql())
        .isEqualTo("SELECT /*+ fast */ DISTINCT users.id \nFROM users option (fast 1) ");
  }

  @Test
  void whatSqliteLacksIsImportedForOthers() {
    Statement imported = JooqImport.statement(where(ID.betweenSymmetric(3, 2)));

    assertThat(SqlCompiler.compile(imported, Dialect.POSTGRESQL).sql())
        .contains("WHERE users.id BETWEEN SYMMETRIC %(id_1)s AND %(id_2)s");
  }

  @Test
  void whatIsNestedDeeperThanTheStackAllowsIsRefused() {
    Field<Integer> deep = ID;
    for (int i = 0; i < 100_000; i++) {
      deep = DSL.abs(deep);
    }
    Select<?> query = select(deep).from(USERS);

    assertThatThrownBy(() -> JooqImport.statement(query))
        .isInstanceOf(JooqImportException.class)
        .hasMessage("the jOOQ query is nested too deep for the stack of this thread");
  }

  @Test
  void statementsThatDefineTablesAreRefused() {
    assertThatThrownBy(() -> JooqImport.statement(DSL.dropTable(USERS)))
        .isInstanceOf(JooqImportException.class)
        .hasMessageContaining("cannot be imported");
  }

  @Test
  void metadataMustKnowTheNames() {
    Field<Integer> unknown = field(name("users", "agee"), SQLDataType.INTEGER);

    assertThatThrownBy(() -> JooqImport.statement(select(unknown).from(USERS), Shop.METADATA))
        .isInstanceOf(UnresolvedReferenceException.class);
  }
}
