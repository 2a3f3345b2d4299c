package dev.brine.expr;

import static dev.brine.expr.TreeTables.ADDRESSES;
import static dev.brine.expr.TreeTables.PARCELS;
import static dev.brine.expr.TreeTables.TRADES;
import static dev.brine.expr.TreeTables.USERS;
import static dev.brine.expr.TreeTables.V;
import static dev.brine.expr.TreeTables.a;
import static dev.brine.expr.TreeTables.t;
import static dev.brine.expr.TreeTables.u;

/** Joins. */
final class JoinCases {

  private JoinCases() {}

  static void addTo(TreeCases cases) {
    cases.add("select(users).join(addresses)", () -> Select.of(USERS).join(ADDRESSES));
    cases.add(
        "select(users).join(addresses, u.id == a.user_id)",
        () -> Select.of(USERS).join(ADDRESSES, u("id").eq(a("user_id"))));
    cases.add("select(users).outerjoin(addresses)", () -> Select.of(USERS).outerjoin(ADDRESSES));
    cases.add(
        "select(users).outerjoin(addresses, u.id == a.user_id)",
        () -> Select.of(USERS).outerjoin(ADDRESSES, u("id").eq(a("user_id"))));
    cases.add(
        "select(users).join(addresses, full=True)", () -> Select.of(USERS).fullJoin(ADDRESSES));
    cases.add(
        "select(users).join(addresses, u.active, full=True)",
        () -> Select.of(USERS).fullJoin(ADDRESSES, u("active")));
    cases.add(
        "select(users).outerjoin(addresses, full=True)",
        () -> Select.of(USERS).join(new SetupJoin(ADDRESSES, null, null, true, true)));
    cases.add(
        "select(u.id).join_from(users, addresses)",
        () -> Select.of(u("id")).joinFrom(USERS, ADDRESSES));
    cases.add(
        "select(u.id).join_from(users, addresses, u.id == a.id)",
        () -> Select.of(u("id")).joinFrom(USERS, ADDRESSES, u("id").eq(a("id"))));
    cases.add(
        "select(users).join(addresses).join(parcels)",
        () -> Select.of(USERS).join(ADDRESSES).join(PARCELS));
    cases.add(
        "select(users).join(v, v.c.id == u.id)",
        () -> Select.of(USERS).join(V, V.c("id").eq(u("id"))));
    cases.add("users.join(addresses)", () -> USERS.join(ADDRESSES));
    cases.add("addresses.join(users)", () -> ADDRESSES.join(USERS));
    cases.add("users.outerjoin(addresses)", () -> USERS.outerjoin(ADDRESSES));
    cases.add("users.join(addresses, full=True)", () -> USERS.fullJoin(ADDRESSES));
    cases.add(
        "users.join(addresses, u.id == a.id)", () -> USERS.join(ADDRESSES, u("id").eq(a("id"))));
    cases.add(
        "users.outerjoin(addresses, u.id == a.id)",
        () -> USERS.outerjoin(ADDRESSES, u("id").eq(a("id"))));
    cases.add(
        "users.join(addresses, u.id == a.id, full=True)",
        () -> USERS.fullJoin(ADDRESSES, u("id").eq(a("id"))));
    cases.add("users.join(addresses, u.active)", () -> USERS.join(ADDRESSES, u("active")));
    cases.add(
        "users.join(addresses, and_(u.id == a.id, u.active))",
        () -> USERS.join(ADDRESSES, Sql.and(u("id").eq(a("id")), u("active"))));
    cases.add(
        "users.join(addresses, u.name.contains(\"a\"))",
        () -> USERS.join(ADDRESSES, u("name").contains("a")));
    cases.add("users.join(addresses, true())", () -> USERS.join(ADDRESSES, Sql.true_()));
    cases.add("users.join(addresses).join(parcels)", () -> USERS.join(ADDRESSES).join(PARCELS));
    cases.add("users.join(addresses.join(parcels))", () -> USERS.join(ADDRESSES.join(PARCELS)));
    cases.add(
        "users.outerjoin(addresses.join(parcels), u.id == a.user_id)",
        () -> USERS.outerjoin(ADDRESSES.join(PARCELS), u("id").eq(a("user_id"))));
    cases.add("users.join(trades)", () -> USERS.join(TRADES));
    cases.add("users.join(parcels)", () -> USERS.join(PARCELS));
    cases.add("users.join(users)", () -> USERS.join(USERS));
    cases.add(
        "users.join(trades, u.id == t.buyer_id)",
        () -> USERS.join(TRADES, u("id").eq(t("buyer_id"))));
    cases.add("v.join(addresses)", () -> V.join(ADDRESSES));
    cases.add("users.join(addresses.alias(\"w\"))", () -> USERS.join(ADDRESSES.alias("w")));
    cases.add("users.join(v)", () -> USERS.join(V));
    cases.add("parcels.join(addresses).join(users)", () -> PARCELS.join(ADDRESSES).join(USERS));
    cases.add("select(users.join(addresses))", () -> Select.of(USERS.join(ADDRESSES)));
    cases.add(
        "select(u.id, a.email).select_from(users.join(addresses))",
        () -> Select.of(u("id"), a("email")).selectFrom(USERS.join(ADDRESSES)));
    cases.add(
        "select(users.join(addresses).c.users_id)",
        () -> Select.of(USERS.join(ADDRESSES).c("users_id")));
    cases.add(
        "select(users.join(addresses).c.addresses_email)",
        () -> Select.of(USERS.join(ADDRESSES).c("addresses_email")));
    cases.add(
        "select(u.id).select_from(users.outerjoin(addresses)).where(a.id == None)",
        () -> Select.of(u("id")).selectFrom(USERS.outerjoin(ADDRESSES)).where(a("id").eq(null)));
  }
}
