package dev.brine.expr;

import static dev.brine.expr.TreeTables.u;

/** Patterns and concatenation. */
final class StringCases {

  private StringCases() {}

  static void addTo(TreeCases cases) {
    cases.add("u.name.like(\"a%\")", () -> u("name").like("a%"));
    cases.add("u.name.like(\"a/%\", escape=\"/\")", () -> u("name").like("a/%", "/"));
    cases.add("u.name.like(None)", () -> u("name").like(Sql.null_()));
    cases.add("u.name.like(u.note)", () -> u("name").like(u("note")));
    cases.add("u.name.not_like(\"a%\")", () -> u("name").notLike("a%"));
    cases.add("u.name.not_like(\"a/%\", escape=\"/\")", () -> u("name").notLike("a/%", "/"));
    cases.add("~u.name.like(\"a%\")", () -> u("name").like("a%").not());
    cases.add("~u.name.like(\"a/%\", escape=\"/\")", () -> u("name").like("a/%", "/").not());
    cases.add("u.name.ilike(\"a%\")", () -> u("name").ilike("a%"));
    cases.add("u.name.ilike(\"a^%\", escape=\"^\")", () -> u("name").ilike("a^%", "^"));
    cases.add("u.name.not_ilike(\"a%\")", () -> u("name").notIlike("a%"));
    cases.add("~u.name.not_ilike(\"a%\")", () -> u("name").notIlike("a%").not());
    cases.add("u.name.contains(\"a\")", () -> u("name").contains("a"));
    cases.add(
        "u.name.contains(\"50%_/\", autoescape=True)",
        () -> u("name").contains("50%_/", Escape.AUTO));
    cases.add(
        "u.name.contains(\"50%^_\", autoescape=True, escape=\"^\")",
        () -> u("name").contains("50%^_", Escape.autoWith("^")));
    cases.add(
        "u.name.contains(\"50%_\", autoescape=True, escape=\"%\")",
        () -> u("name").contains("50%_", Escape.autoWith("%")));
    cases.add(
        "u.name.contains(\"50%_\", autoescape=True, escape=\"_\")",
        () -> u("name").contains("50%_", Escape.autoWith("_")));
    cases.add(
        "u.name.contains(\"50^%\", escape=\"^\")",
        () -> u("name").contains("50^%", Escape.with("^")));
    cases.add("u.name.contains(u.note)", () -> u("name").contains(u("note")));
    cases.add(
        "u.name.contains(u.note, autoescape=True)",
        () -> u("name").contains(u("note"), Escape.AUTO));
    cases.add("u.name.contains(u.note + \"x\")", () -> u("name").contains(u("note").plus("x")));
    cases.add("u.name.icontains(\"a\")", () -> u("name").icontains("a"));
    cases.add(
        "u.name.icontains(\"50%\", autoescape=True)",
        () -> u("name").icontains("50%", Escape.AUTO));
    cases.add("u.name.startswith(\"a\")", () -> u("name").startsWith("a"));
    cases.add(
        "u.name.startswith(\"a_\", autoescape=True)",
        () -> u("name").startsWith("a_", Escape.AUTO));
    cases.add("u.name.istartswith(\"a\")", () -> u("name").istartsWith("a"));
    cases.add(
        "u.name.istartswith(\"a_\", autoescape=True)",
        () -> u("name").istartsWith("a_", Escape.AUTO));
    cases.add("u.name.endswith(\"a\")", () -> u("name").endsWith("a"));
    cases.add(
        "u.name.endswith(\"a_\", autoescape=True)", () -> u("name").endsWith("a_", Escape.AUTO));
    cases.add("u.name.iendswith(\"a\")", () -> u("name").iendsWith("a"));
    cases.add(
        "u.name.iendswith(\"a_\", autoescape=True)", () -> u("name").iendsWith("a_", Escape.AUTO));
    cases.add("~u.name.contains(\"a\")", () -> u("name").contains("a").not());
    cases.add("~u.name.startswith(\"a\")", () -> u("name").startsWith("a").not());
    cases.add(
        "~u.name.iendswith(\"a_\", autoescape=True)",
        () -> u("name").iendsWith("a_", Escape.AUTO).not());
    cases.add("u.age.contains(\"1\")", () -> u("age").contains("1"));
    cases.add("(u.name + \"x\").contains(\"a\")", () -> u("name").plus("x").contains("a"));
    cases.add("u.name.contains(\"a\") == True", () -> u("name").contains("a").eq(true));
    cases.add(
        "and_(u.name.contains(\"a\"), u.name.startswith(\"b\"))",
        () -> Sql.and(u("name").contains("a"), u("name").startsWith("b")));
    cases.add("and_(u.name.contains(\"a\"))", () -> Sql.and(u("name").contains("a")));
    cases.add(
        "not_(and_(u.name.contains(\"a\"), u.active))",
        () -> Sql.not(Sql.and(u("name").contains("a"), u("active"))));
    cases.add("u.name.concat(\"x\")", () -> u("name").concat("x"));
    cases.add("u.name.concat(\"x\").concat(\"y\")", () -> u("name").concat("x").concat("y"));
    cases.add("u.name + \"x\"", () -> u("name").plus("x"));
    cases.add("\"x\" + u.name", () -> u("name").addedTo("x"));
    cases.add("u.name + \"x\" + u.note", () -> u("name").plus("x").plus(u("note")));
    cases.add("u.name + (\"x\" + u.note)", () -> u("name").plus(u("note").addedTo("x")));
    cases.add(
        "(u.name + \"x\") + (u.note + \"y\")", () -> u("name").plus("x").plus(u("note").plus("y")));
    cases.add("(u.name + \"x\") == \"y\"", () -> u("name").plus("x").eq("y"));
    cases.add("(u.name + u.note).like(\"a%\")", () -> u("name").plus(u("note")).like("a%"));
    cases.add("u.name + 5", () -> u("name").plus(5));
    cases.add("u.name + u.age", () -> u("name").plus(u("age")));
    cases.add("u.name + column(\"x\")", () -> u("name").plus(Sql.column("x")));
    cases.add("column(\"x\") + u.name", () -> Sql.column("x").plus(u("name")));
    cases.add("column(\"x\") + \"a\"", () -> Sql.column("x").plus("a"));
    cases.add("column(\"x\") + column(\"y\")", () -> Sql.column("x").plus(Sql.column("y")));
    cases.add("u.color + \"x\"", () -> u("color").plus("x"));
    cases.add("u.color + u.name + \"x\"", () -> u("color").plus(u("name")).plus("x"));
    cases.add("u.data + u.name", () -> u("data").plus(u("name")));
    cases.add("u.name + u.data", () -> u("name").plus(u("data")));
    cases.add("literal(\"a\") + \"b\"", () -> Sql.literal("a").plus("b"));
    cases.add("func.lower(u.name) + \"x\"", () -> Functions.lower(u("name")).plus("x"));
    cases.add("func.max(u.name) + \"x\"", () -> Functions.max(u("name")).plus("x"));
    cases.add("(u.name + \"x\").label(\"l\")", () -> u("name").plus("x").label("l"));
    cases.add("u.name.contains(\"a\").label(\"l\")", () -> u("name").contains("a").label("l"));
    cases.add(
        "func.coalesce(u.name.contains(\"a\"), False)",
        () -> Functions.coalesce(u("name").contains("a"), false));
  }
}
