package dev.brine.expr;

import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.Name;
import dev.brine.schema.Sequence;
import dev.brine.schema.Types;

/** The next values of sequences. */
final class SequenceCases {

  private static final Sequence NUMBERS = Sequence.of("numbers");

  private SequenceCases() {}

  static void addTo(TreeCases cases) {
    cases.add("sa.Sequence(\"numbers\").next_value()", () -> Sql.nextValue(NUMBERS));
    cases.add(
        "sa.Sequence(\"numbers\", schema=\"archive\", optional=True).next_value()",
        () -> Sql.nextValue(new Sequence(Name.of("numbers"), Name.of("archive"), true)));
    cases.add(
        "sa.Sequence(\"numbers\", data_type=BigInteger).next_value() + 1",
        () -> Sql.nextValue(NUMBERS, Types.BIG_INTEGER).plus(1));
    cases.add(
        "sa.Sequence(\"numbers\").next_value().label(None)", () -> Sql.nextValue(NUMBERS).label());
    cases.add(
        "sa.Sequence(\"numbers\").next_value() == u.id", () -> Sql.nextValue(NUMBERS).eq(u("id")));
    cases.add(
        "~(sa.Sequence(\"numbers\").next_value() > 5)", () -> Sql.nextValue(NUMBERS).gt(5).not());
    cases.add(
        "sa.Sequence(\"numbers\").next_value().over(order_by=u.id)",
        () -> Sql.nextValue(NUMBERS).over().orderBy(u("id")));
    cases.add(
        "sa.select(sa.Sequence(\"numbers\").next_value(), u.id)",
        () -> Select.of(Sql.nextValue(NUMBERS), u("id")));
  }
}
