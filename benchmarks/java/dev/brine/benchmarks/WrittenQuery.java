package dev.brine.benchmarks;

import static dev.brine.expr.Functions.func;
import static dev.brine.expr.Sql.and;
import static dev.brine.expr.Sql.case_;
import static dev.brine.expr.Sql.or;

import dev.brine.expr.Case;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Label;
import dev.brine.expr.LoaderOptions;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Select;
import dev.brine.expr.Subquery;
import dev.brine.expr.TableRef;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The queries of {@code make_dumps.py}, written in Java: what a load makes, without a dump. */
enum WrittenQuery {
  SMALL {
    @Override
    ClauseElement write(TableRef users, TableRef orders, MappedClass user) {
      return Select.of(users.c("id"), users.c("name"))
          .where(users.c("name").eq("ed"))
          .orderBy(users.c("id"));
    }
  },
  REPORT {
    @Override
    ClauseElement write(TableRef users, TableRef orders, MappedClass user) {
      Subquery spent =
          Select.of(
                  orders.c("user_id"),
                  func("sum", orders.c("total")).label("spent"),
                  func("count").label("orders"))
              .where(orders.c("status").in(List.of("paid", "shipped")))
              .groupBy(orders.c("user_id"))
              .subquery("spent");
      Case grown = case_(users.c("age").lt(30), "young").when(users.c("age").lt(60), "grown");
      Label group = grown.else_("old").label("age_group");
      return Select.of(
              users.c("country"),
              group,
              func("sum", spent.c("spent")).label("total"),
              func("max", spent.c("orders")))
          .joinFrom(users, spent, users.c("id").eq(spent.c("user_id")))
          .where(users.c("country").in(List.of("de", "fr", "it")))
          .groupBy(users.c("country"), group)
          .having(func("sum", spent.c("spent")).gt(100))
          .orderBy(func("sum", spent.c("spent")).desc(), users.c("country"))
          .limit(10);
    }
  },
  WIDE {
    @Override
    ClauseElement write(TableRef users, TableRef orders, MappedClass user) {
      ColumnElement[] conditions = new ColumnElement[100];
      for (int n = 0; n < conditions.length; n++) {
        conditions[n] = and(users.c("age").gt(n), users.c("name").ne("user" + n));
      }
      return Select.of(users.c("id")).where(or(conditions));
    }
  },
  IN_LIST {
    @Override
    ClauseElement write(TableRef users, TableRef orders, MappedClass user) {
      return Select.of(users.c("id"))
          .where(users.c("id").in(IntStream.range(0, 10_000).boxed().toList()));
    }
  },
  ORM {
    @Override
    ClauseElement write(TableRef users, TableRef orders, MappedClass user) {
      return Select.of(user)
          .where(user.attr("age").gt(18))
          .options(LoaderOptions.joinedload(user.rel("orders")));
    }
  };

  abstract ClauseElement write(TableRef users, TableRef orders, MappedClass user);

  static WrittenQuery of(String dump) {
    return valueOf(dump.toUpperCase(Locale.ROOT));
  }
}
