package dev.brine.expr;

import static dev.brine.expr.TreeTables.USERS;
import static dev.brine.expr.TreeTables.V;
import static dev.brine.expr.TreeTables.a;
import static dev.brine.expr.TreeTables.u;

import dev.brine.expr.OnConflict.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** INSERT, UPDATE and DELETE. */
final class ChangeCases {

  private ChangeCases() {}

  private static Insert postgresql() {
    return Sql.insert(InsertFlavour.POSTGRESQL, USERS);
  }

  private static Insert mysql() {
    return Sql.insert(InsertFlavour.MYSQL, USERS);
  }

  /** Keys and values in turn, whose order is kept and of which values may be null. */
  private static Map<Object, @Nullable Object> map(@Nullable Object... entries) {
    Map<Object, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(Objects.requireNonNull(entries[i]), entries[i + 1]);
    }
    return map;
  }

  static void addTo(TreeCases cases) {
    addInserts(cases);
    addUpserts(cases);
    addUpdatesAndDeletes(cases);
  }

  private static void addInserts(TreeCases cases) {
    cases.add("insert(users).values(name=\"ed\")", () -> Sql.insert(USERS).value("name", "ed"));
    cases.add(
        "insert(users).values({u.name: \"ed\"})", () -> Sql.insert(USERS).value(u("name"), "ed"));
    cases.add(
        "insert(users).values({\"name\": \"ed\", \"age\": 5})",
        () -> Sql.insert(USERS).values(map("name", "ed", "age", 5)));
    cases.add(
        "insert(users).values(name=\"ed\").values(age=5)",
        () -> Sql.insert(USERS).value("name", "ed").value("age", 5));
    cases.add(
        "insert(users).values(name=\"ed\").values(name=\"wendy\")",
        () -> Sql.insert(USERS).value("name", "ed").value("name", "wendy"));
    cases.add("insert(users).values(name=None)", () -> Sql.insert(USERS).value("name", null));
    cases.add(
        "insert(users).values(name=null())", () -> Sql.insert(USERS).value("name", Sql.null_()));
    cases.add(
        "insert(users).values(age=u.age + 1)",
        () -> Sql.insert(USERS).value("age", u("age").plus(1)));
    cases.add("insert(users).values((7, \"ed\"))", () -> Sql.insert(USERS).valuesInOrder(7, "ed"));
    cases.add(
        "insert(users).values([{\"name\": \"ed\"}, {\"name\": None}])",
        () -> Sql.insert(USERS).values(List.of(map("name", "ed"), map("name", null))));
    cases.add(
        "insert(users).values([(7, \"ed\"), (8, \"wendy\")])",
        () -> Sql.insert(USERS).values(List.of(List.of(7, "ed"), List.of(8, "wendy"))));
    cases.add(
        "insert(users).values([{u.name: \"ed\"}]).values([{u.name: func.now()}])",
        () ->
            Sql.insert(USERS)
                .values(List.of(map(u("name"), "ed")))
                .values(List.of(map(u("name"), Functions.now()))));
    cases.add(
        "insert(users).from_select([\"name\"], select(a.email))",
        () -> Sql.insert(USERS).fromSelect(List.of("name"), Select.of(a("email"))));
    cases.add(
        "insert(users).from_select([\"name\"], select(a.email), include_defaults=False)",
        () -> Sql.insert(USERS).fromSelect(List.of("name"), Select.of(a("email")), false));
    cases.add(
        "insert(users).inline().values(name=\"ed\")",
        () -> Sql.insert(USERS).inline().value("name", "ed"));
    cases.add(
        "insert(users).values(name=\"ed\").returning(u.id, u.name)",
        () -> Sql.insert(USERS).value("name", "ed").returning(u("id"), u("name")));
    cases.add(
        "insert(users).values(name=\"ed\").returning(users)",
        () -> Sql.insert(USERS).value("name", "ed").returning(USERS));
    cases.add(
        "insert(users).values(name=\"ed\").return_defaults()",
        () -> Sql.insert(USERS).value("name", "ed").returnDefaults());
    cases.add(
        "insert(users).values(name=\"ed\").return_defaults(u.id)",
        () -> Sql.insert(USERS).value("name", "ed").returnDefaults(u("id")));
    cases.add(
        "insert(users).values(name=\"ed\").returning(u.id, sort_by_parameter_order=True)",
        () -> Sql.insert(USERS).value("name", "ed").returning(u("id")).sortByParameterOrder());
    cases.add(
        "insert(users).from_select([\"name\"], select(a.email)).values(name=\"ed\")",
        () ->
            Sql.insert(USERS)
                .fromSelect(List.of("name"), Select.of(a("email")))
                .value("name", "ed"));
    cases.add(
        "insert(users).values(name=\"ed\").from_select([\"name\"], select(a.email))",
        () ->
            Sql.insert(USERS)
                .value("name", "ed")
                .fromSelect(List.of("name"), Select.of(a("email"))));
  }

  private static void addUpserts(TreeCases cases) {
    cases.add(
        "postgresql.insert(users).values(name=\"ed\").on_conflict_do_nothing()",
        () -> postgresql().value("name", "ed").onConflictDoNothing());
    cases.add(
        "postgresql.insert(users).values(name=\"ed\").on_conflict_do_nothing(constraint=\"key\")",
        () -> postgresql().value("name", "ed").onConflictDoNothing(Target.constraint("key")));
    cases.add(
        "postgresql.insert(users).values(name=\"ed\").on_conflict_do_nothing(index_elements=[\"id\"],"
            + " index_where=u.age > 5)",
        () ->
            postgresql()
                .value("name", "ed")
                .onConflictDoNothing(Target.index("id").where(u("age").gt(5))));
    cases.add(
        "postgresql.insert(users).on_conflict_do_update(index_elements=[u.id], set_={\"name\":"
            + " \"x\", u.age: u.age + 1}, where=u.age > 5)",
        () ->
            postgresql()
                .onConflictDoUpdate(
                    Target.index(u("id")),
                    map("name", "x", u("age"), u("age").plus(1)),
                    u("age").gt(5)));
    cases.add(
        "postgresql.insert(users).on_conflict_do_update(index_elements=[\"id\"], set_={\"name\":"
            + " postgresql.insert(users).excluded.name})",
        () ->
            postgresql()
                .onConflictDoUpdate(
                    Target.index("id"), map("name", postgresql().excluded("name"))));
    cases.add(
        "sqlite.insert(users).on_conflict_do_update(index_elements=[\"id\"], set_={\"name\":"
            + " None})",
        () ->
            Sql.insert(InsertFlavour.SQLITE, USERS)
                .onConflictDoUpdate(Target.index("id"), map("name", null)));
    cases.add(
        "sqlite.insert(users).on_conflict_do_nothing().on_conflict_do_nothing()",
        () -> Sql.insert(InsertFlavour.SQLITE, USERS).onConflictDoNothing().onConflictDoNothing());
    cases.add(
        "mysql.insert(users).values(name=\"ed\").on_duplicate_key_update(name=\"x\", age=5)",
        () -> mysql().value("name", "ed").onDuplicateKeyUpdate(map("name", "x", "age", 5)));
    cases.add(
        "mysql.insert(users).on_duplicate_key_update([(\"name\", \"x\"), (\"age\", func.now())])",
        () -> mysql().onDuplicateKeyUpdateOrdered(map("name", "x", "age", Functions.now())));
    cases.add(
        "mysql.insert(users).on_duplicate_key_update(name=mysql.insert(users).inserted.name)",
        () -> mysql().onDuplicateKeyUpdate(map("name", mysql().inserted("name"))));
  }

  private static void addUpdatesAndDeletes(TreeCases cases) {
    cases.add(
        "update(users).where(u.id == 1).values(name=\"x\")",
        () -> Sql.update(USERS).where(u("id").eq(1)).value("name", "x"));
    cases.add(
        "update(users).where(u.id == 1, u.age > 5).where(u.active).values({u.age: u.age + 1,"
            + " \"name\": \"x\"})",
        () ->
            Sql.update(USERS)
                .where(u("id").eq(1), u("age").gt(5))
                .where(u("active"))
                .values(map(u("age"), u("age").plus(1), "name", "x")));
    cases.add("update(users)", () -> Sql.update(USERS));
    cases.add(
        "update(users).values(name=\"x\").values(age=None)",
        () -> Sql.update(USERS).value("name", "x").value("age", null));
    cases.add(
        "update(users).ordered_values((u.age, 5), (\"name\", u.name))",
        () -> Sql.update(USERS).orderedValues(map(u("age"), 5, "name", u("name"))));
    cases.add(
        "update(users).ordered_values((u.age, 5)).values(name=\"x\")",
        () -> Sql.update(USERS).orderedValues(map(u("age"), 5)).value("name", "x"));
    cases.add(
        "update(users).values(name=\"x\").ordered_values((u.age, 5))",
        () -> Sql.update(USERS).value("name", "x").orderedValues(map(u("age"), 5)));
    cases.add(
        "update(users).where(u.id == a.user_id).values(name=a.email).returning(u.id)",
        () ->
            Sql.update(USERS)
                .where(u("id").eq(a("user_id")))
                .value("name", a("email"))
                .returning(u("id")));
    cases.add(
        "update(users).values(age=1).with_dialect_options(mysql_limit=5)",
        () -> Sql.update(USERS).value("age", 1).withDialectOption("mysql_limit", 5));
    cases.add(
        "update(users).values(name=bindparam(\"n\")).where(u.id == bindparam(\"i\"))",
        () ->
            Sql.update(USERS)
                .value("name", Sql.bindparam("n"))
                .where(u("id").eq(Sql.bindparam("i"))));
    cases.add(
        "update(v).where(v.c.id == 1).values(name=\"x\")",
        () -> Sql.update(V).where(V.c("id").eq(1)).value("name", "x"));
    cases.add("delete(users)", () -> Sql.delete(USERS));
    cases.add("delete(users).where(u.id == 1)", () -> Sql.delete(USERS).where(u("id").eq(1)));
    cases.add(
        "delete(users).where(u.id == a.user_id).where(a.email == \"x\").returning(u.id)",
        () ->
            Sql.delete(USERS)
                .where(u("id").eq(a("user_id")))
                .where(a("email").eq("x"))
                .returning(u("id")));
    cases.add(
        "delete(users).execution_options(a=1)",
        () -> Sql.delete(USERS).executionOptions(Map.of("a", 1)));
  }
}
