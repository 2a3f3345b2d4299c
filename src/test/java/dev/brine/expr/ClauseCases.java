package dev.brine.expr;

import static dev.brine.expr.TreeTables.ADDRESSES;
import static dev.brine.expr.TreeTables.USERS;
import static dev.brine.expr.TreeTables.u;

import java.util.Map;

/** The clauses of SELECT beyond the usual ones. */
final class ClauseCases {

  private ClauseCases() {}

  static void addTo(TreeCases cases) {
    cases.add("select(u.id).distinct(u.age)", () -> Select.of(u("id")).distinct(u("age")));
    cases.add(
        "select(u.id).distinct(u.age, u.name).distinct(u.id)",
        () -> Select.of(u("id")).distinct(u("age"), u("name")).distinct(u("id")));
    cases.add("select(u.id).limit(u.age + 1)", () -> Select.of(u("id")).limit(u("age").plus(1)));
    cases.add("select(u.id).offset(literal(2))", () -> Select.of(u("id")).offset(Sql.literal(2)));
    cases.add("select(u.id).limit(2).fetch(3)", () -> Select.of(u("id")).limit(2).fetch(3));
    cases.add("select(u.id).fetch(3).limit(2)", () -> Select.of(u("id")).fetch(3).limit(2));
    cases.add("select(u.id).fetch(3)", () -> Select.of(u("id")).fetch(3));
    cases.add(
        "select(u.id).fetch(3, with_ties=True)",
        () -> Select.of(u("id")).fetch(Fetch.of(3).withTies()));
    cases.add(
        "select(u.id).fetch(50, percent=True).offset(1)",
        () -> Select.of(u("id")).fetch(Fetch.of(50).percent()).offset(1));
    cases.add("select(u.id).fetch(u.age)", () -> Select.of(u("id")).fetch(Fetch.of(u("age"))));
    cases.add("select(u.id).slice(2, 5)", () -> Select.of(u("id")).slice(2, 5));
    cases.add("select(u.id).with_for_update()", () -> Select.of(u("id")).withForUpdate());
    cases.add(
        "select(u.id).with_for_update(read=True, nowait=True)",
        () -> Select.of(u("id")).withForUpdate(ForUpdate.PLAIN.read().noWait()));
    cases.add(
        "select(u.id).with_for_update(skip_locked=True, key_share=True, of=users)",
        () -> Select.of(u("id")).withForUpdate(ForUpdate.PLAIN.skipLocked().keyShare().of(USERS)));
    cases.add(
        "select(u.id).with_for_update(of=[u.id, addresses])",
        () -> Select.of(u("id")).withForUpdate(ForUpdate.PLAIN.of(u("id"), ADDRESSES)));
    cases.add(
        "select(u.id).prefix_with(\"SQL_NO_CACHE\", dialect=\"mysql\")",
        () -> Select.of(u("id")).prefixWith(Affix.of("SQL_NO_CACHE", "mysql")));
    cases.add(
        "select(u.id).prefix_with(\"A\", \"B\")",
        () -> Select.of(u("id")).prefixWith(Affix.of("A"), Affix.of("B")));
    cases.add(
        "select(u.id).suffix_with(\"FOR XML\")",
        () -> Select.of(u("id")).suffixWith(Affix.of("FOR XML")));
    cases.add(
        "select(u.id).with_hint(users, \"USE INDEX (x)\", \"mysql\")",
        () -> Select.of(u("id")).withHint(USERS, "USE INDEX (x)", "mysql"));
    cases.add(
        "select(u.id).with_statement_hint(\"OPTION (FAST 1)\")",
        () -> Select.of(u("id")).withStatementHint("OPTION (FAST 1)", Affix.ANY));
    cases.add(
        "select(u.id).execution_options(yield_per=10, stream_results=True)",
        () -> Select.of(u("id")).executionOptions(Map.of("yield_per", 10, "stream_results", true)));
    cases.add(
        "select(u.id).set_label_style(LABEL_STYLE_NONE)",
        () -> Select.of(u("id")).setLabelStyle(LabelStyle.NONE));
    cases.add(
        "select(u.id).add_columns(u.name).with_only_columns(u.age)",
        () -> Select.of(u("id")).addColumns(u("name")).withOnlyColumns(u("age")));
  }
}
