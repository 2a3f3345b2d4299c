package dev.brine.rows;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Exists;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Functions;
import dev.brine.expr.Label;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.MetaData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Some of the queries of {@code python-fixtures/rows/tpch.py}, written in Java. */
final class TpchQueries {

  private final TableRef lineitem;
  private final TableRef orders;
  private final TableRef customer;
  private final TableRef part;

  TpchQueries(MetaData metadata) {
    lineitem = Sql.table(metadata, "lineitem");
    orders = Sql.table(metadata, "orders");
    customer = Sql.table(metadata, "customer");
    part = Sql.table(metadata, "part");
  }

  /** By the names that they have in Python. */
  Map<String, Select> all() {
    return Map.of("q3", q3(), "q4", q4(), "q6", q6(), "q12", q12(), "q14", q14());
  }

  private Select q3() {
    Label revenue = Functions.sum(volume()).label("revenue");
    LocalDate day = LocalDate.of(1995, 3, 15);
    return Select.of(
            lineitem.c("l_orderkey"), revenue, orders.c("o_orderdate"), orders.c("o_shippriority"))
        .where(
            customer.c("c_mktsegment").eq("BUILDING"),
            customer.c("c_custkey").eq(orders.c("o_custkey")),
            lineitem.c("l_orderkey").eq(orders.c("o_orderkey")),
            orders.c("o_orderdate").lt(day),
            lineitem.c("l_shipdate").gt(day))
        .groupBy(lineitem.c("l_orderkey"), orders.c("o_orderdate"), orders.c("o_shippriority"))
        .orderBy(revenue.desc(), orders.c("o_orderdate"), lineitem.c("l_orderkey"))
        .limit(10);
  }

  private Select q4() {
    Exists late =
        Sql.exists()
            .where(
                lineitem.c("l_orderkey").eq(orders.c("o_orderkey")),
                lineitem.c("l_commitdate").lt(lineitem.c("l_receiptdate")));
    return Select.of(orders.c("o_orderpriority"), Functions.count().label("order_count"))
        .where(
            orders.c("o_orderdate").ge(LocalDate.of(1993, 7, 1)),
            orders.c("o_orderdate").lt(LocalDate.of(1993, 10, 1)),
            late)
        .groupBy(orders.c("o_orderpriority"))
        .orderBy(orders.c("o_orderpriority"));
  }

  private Select q6() {
    ColumnElement saved = lineitem.c("l_extendedprice").times(lineitem.c("l_discount"));
    return Select.of(Functions.sum(saved).label("revenue"))
        .where(
            lineitem.c("l_shipdate").ge(LocalDate.of(1994, 1, 1)),
            lineitem.c("l_shipdate").lt(LocalDate.of(1995, 1, 1)),
            lineitem.c("l_discount").between(new BigDecimal("0.05"), new BigDecimal("0.07")),
            lineitem.c("l_quantity").lt(24));
  }

  private Select q12() {
    ColumnElement urgent = orders.c("o_orderpriority").in("1-URGENT", "2-HIGH");
    return Select.of(
            lineitem.c("l_shipmode"),
            countOf(urgent).label("high_line_count"),
            countOf(urgent.not()).label("low_line_count"))
        .joinFrom(orders, lineitem)
        .where(
            lineitem.c("l_shipmode").in("MAIL", "SHIP"),
            lineitem.c("l_commitdate").lt(lineitem.c("l_receiptdate")),
            lineitem.c("l_shipdate").lt(lineitem.c("l_commitdate")),
            lineitem.c("l_receiptdate").ge(LocalDate.of(1994, 1, 1)),
            lineitem.c("l_receiptdate").lt(LocalDate.of(1995, 1, 1)))
        .groupBy(lineitem.c("l_shipmode"))
        .orderBy(lineitem.c("l_shipmode"));
  }

  private Select q14() {
    ColumnElement isPromotion = part.c("p_type").startsWith("PROMO");
    FunctionCall promotion = Functions.sum(Sql.case_(isPromotion, volume()).else_(0));
    ColumnElement share =
        Sql.literal(new BigDecimal("100.00")).times(promotion).dividedBy(Functions.sum(volume()));
    return Select.of(share.label("promo_revenue"))
        .joinFrom(lineitem, part, lineitem.c("l_partkey").eq(part.c("p_partkey")))
        .where(
            lineitem.c("l_shipdate").ge(LocalDate.of(1995, 9, 1)),
            lineitem.c("l_shipdate").lt(LocalDate.of(1995, 10, 1)));
  }

  private ColumnElement volume() {
    return lineitem.c("l_extendedprice").times(lineitem.c("l_discount").subtractedFrom(1));
  }

  private static FunctionCall countOf(ColumnElement condition) {
    return Functions.sum(Sql.case_(condition, 1).else_(0));
  }
}
