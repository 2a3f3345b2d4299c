package dev.brine.jooq;

import static dev.brine.jooq.KindSamples.AGE;
import static dev.brine.jooq.KindSamples.ID;
import static dev.brine.jooq.KindSamples.NAME;
import static dev.brine.jooq.KindSamples.USERS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** INSERT, UPDATE and DELETE of the shop's addresses, which SQLite can run. */
final class ChangeQueries {

  static final Table<Record> ADDRESSES = table(name("addresses"));
  static final Field<Integer> ADDRESS_ID = field(name("addresses", "id"), SQLDataType.INTEGER);
  static final Field<Integer> USER_ID = field(name("addresses", "user_id"), SQLDataType.INTEGER);
  static final Field<String> EMAIL = field(name("addresses", "email"), SQLDataType.VARCHAR);
  static final Field<String> CITY = field(name("addresses", "city"), SQLDataType.VARCHAR);

  private static final DSLContext SQLITE = DSL.using(SQLDialect.SQLITE);

  private ChangeQueries() {}

  static Map<String, Query> taken() {
    Map<String, Query> all = new LinkedHashMap<>();
    inserts(all);
    conflicts(all);
    updates(all);
    deletes(all);
    return all;
  }

  private static void inserts(Map<String, Query> all) {
    all.put(
        "insert",
        SQLITE.insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL).values(90, 1, "new@example.com"));
    all.put(
        "insert by set",
        SQLITE
            .insertInto(ADDRESSES)
            .set(ADDRESS_ID, 90)
            .set(USER_ID, firstUser())
            .set(EMAIL, "new@example.com")
            .set(CITY, (String) null));
    all.put(
        "insert rows",
        SQLITE
            .insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL, CITY)
            .values(90, 1, "a@example.com", "Paris")
            .values(91, 2, "b@example.com", null)
            .values(92, 3, "it's", "50%"));
    all.put(
        "insert from select",
        SQLITE
            .insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL)
            .select(
                select(
                        ID.plus(100),
                        ID,
                        NAME.concat(inline("@new")).concat(ID.cast(SQLDataType.VARCHAR(9))))
                    .from(USERS)));
    all.put(
        "insert from a union",
        SQLITE
            .insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL)
            .select(
                select(val(201), val(1), val("x")).unionAll(select(val(202), val(2), val("y")))));
    all.put(
        "insert with",
        SQLITE
            .with("q")
            .as(select(ID).from(USERS).where(AGE.gt(30)))
            .insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL)
            .select(
                select(
                        field(name("q", "id"), Integer.class).plus(100),
                        field(name("q", "id"), Integer.class),
                        inline("q").concat(field(name("q", "id")).cast(String.class)))
                    .from(table(name("q")))));
    all.put(
        "insert returning",
        SQLITE
            .insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL)
            .values(90, 1, "new@example.com")
            .returning(ADDRESS_ID, EMAIL));
  }

  private static Field<Integer> firstUser() {
    return field(select(DSL.min(ID)).from(USERS));
  }

  private static void conflicts(Map<String, Query> all) {
    var insert =
        SQLITE.insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL).values(1, 2, "new@example.com");
    all.put("on conflict do nothing", insert.onConflictDoNothing());
    all.put(
        "on conflict of columns do nothing",
        SQLITE
            .insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL)
            .values(1, 2, "new@example.com")
            .onConflict(ADDRESS_ID)
            .doNothing());
    all.put(
        "on conflict do update",
        SQLITE
            .insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL)
            .values(1, 2, "new@example.com")
            .onConflict(ADDRESS_ID)
            .doUpdate()
            .set(EMAIL, excluded(EMAIL))
            .set(CITY, "Rome"));
    all.put(
        "on conflict do update where",
        SQLITE
            .insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL)
            .values(1, 2, "new@example.com")
            .values(2, 2, "newer@example.com")
            .onConflict(ADDRESS_ID)
            .doUpdate()
            .set(EMAIL, excluded(EMAIL).concat(inline("!")))
            .where(ADDRESS_ID.gt(1)));
    all.put(
        "on conflict, returning",
        SQLITE
            .insertInto(ADDRESSES, ADDRESS_ID, USER_ID, EMAIL)
            .values(1, 2, "new@example.com")
            .onConflict(ADDRESS_ID)
            .doUpdate()
            .set(EMAIL, excluded(EMAIL))
            .returning(ADDRESS_ID, USER_ID, EMAIL));
  }

  private static void updates(Map<String, Query> all) {
    all.put("update", SQLITE.update(ADDRESSES).set(CITY, "Rome"));
    all.put("update where", SQLITE.update(ADDRESSES).set(CITY, "Rome").where(USER_ID.eq(1)));
    all.put(
        "update of several columns",
        SQLITE
            .update(ADDRESSES)
            .set(CITY, (String) null)
            .set(EMAIL, DSL.upper(EMAIL))
            .where(ADDRESS_ID.in(1, 2)));
    all.put(
        "update by a query",
        SQLITE.update(ADDRESSES).set(CITY, field(select(NAME).from(USERS).where(ID.eq(USER_ID)))));
    all.put(
        "update from",
        SQLITE.update(ADDRESSES).set(CITY, NAME).from(USERS).where(ID.eq(USER_ID).and(AGE.gt(30))));
    all.put(
        "update with",
        SQLITE
            .with("q")
            .as(select(ID).from(USERS).where(AGE.gt(30)))
            .update(ADDRESSES)
            .set(CITY, "Rome")
            .where(
                USER_ID.in(select(field(name("q", "id"), Integer.class)).from(table(name("q"))))));
    all.put(
        "update returning",
        SQLITE
            .update(ADDRESSES)
            .set(CITY, "Rome")
            .where(USER_ID.eq(1))
            .returning(ADDRESS_ID, CITY));
  }

  private static void deletes(Map<String, Query> all) {
    all.put("delete", SQLITE.deleteFrom(ADDRESSES));
    all.put("delete where", SQLITE.deleteFrom(ADDRESSES).where(USER_ID.eq(1).or(CITY.isNull())));
    all.put(
        "delete where exists",
        SQLITE
            .deleteFrom(ADDRESSES)
            .where(DSL.exists(select(ID).from(USERS).where(ID.eq(USER_ID).and(AGE.gt(30))))));
    all.put(
        "delete with",
        SQLITE
            .with("q")
            .as(select(ID).from(USERS).where(AGE.gt(30)))
            .delete(ADDRESSES)
            .where(
                USER_ID.in(select(field(name("q", "id"), Integer.class)).from(table(name("q"))))));
    all.put(
        "delete returning",
        SQLITE.deleteFrom(ADDRESSES).where(USER_ID.eq(1)).returning(ADDRESS_ID));
  }

  /** Those of which the object model or SQLAlchemy cannot say all. */
  static Map<String, Query> refused() {
    DSLContext standard = DSL.using(SQLDialect.DEFAULT);
    Map<String, Query> all = new LinkedHashMap<>();
    all.put("insert without columns", standard.insertInto(ADDRESSES).values(1, 1, "a", "b"));
    all.put(
        "on duplicate key update, not of MySQL",
        SQLITE
            .insertInto(ADDRESSES, ADDRESS_ID)
            .values(1)
            .onDuplicateKeyUpdate()
            .set(CITY, "Rome"));
    all.put(
        "update of a row",
        standard.update(ADDRESSES).set(row(CITY, EMAIL), row(inline("a"), inline("b"))));
    all.put("update of an alias", standard.update(ADDRESSES.as("a")).set(CITY, "Rome"));
    all.put("update of some", SQLITE.update(ADDRESSES).set(CITY, "Rome").limit(1));
    all.put(
        "ordered update",
        standard.update(ADDRESSES).set(CITY, "Rome").orderBy(ADDRESS_ID).limit(1));
    all.put(
        "update from what nothing refers to",
        standard.update(ADDRESSES).set(CITY, "Rome").from(USERS));
    all.put("delete of some", SQLITE.deleteFrom(ADDRESSES).limit(1));
    all.put("ordered delete", standard.deleteFrom(ADDRESSES).orderBy(ADDRESS_ID).limit(1));
    all.put(
        "merge",
        standard
            .mergeInto(ADDRESSES)
            .using(USERS)
            .on(ID.eq(USER_ID))
            .whenMatchedThenUpdate()
            .set(CITY, "Rome"));
    all.put("truncate", standard.truncate(ADDRESSES));
    all.put("create table", standard.createTable("t").column("a", SQLDataType.INTEGER));
    return all;
  }
}
