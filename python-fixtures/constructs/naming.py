"""Names: quoted, long, colliding, made up; of columns, labels, parameters, tables and schemas. And the types that arithmetic gives."""

import datetime as dt
import decimal
import operator

from shop import Color, addresses, codes, items, ledger, nodes, odd, orders, renamed, reserved, typed, users
from sqlalchemy import (
    LABEL_STYLE_DISAMBIGUATE_ONLY, LABEL_STYLE_NONE, LABEL_STYLE_TABLENAME_PLUS_COL, ARRAY, JSON, BigInteger, Boolean, Date, DateTime, Enum, Float, Integer, Interval, LargeBinary,
    Numeric, SmallInteger, String, Text, Time, Unicode, and_, any_, asc, bindparam, case as when, cast, collate, column, delete, desc, distinct, exists, extract, false, func, insert, literal, literal_column,
    not_, null, nulls_first, or_, quoted_name, select, table, text, true, tuple_, type_coerce, union, update, values,
)
from sqlalchemy.sql import operators

from .registry import family

u, a, o, i, t = users.c, addresses.c, orders.c, items.c, typed.c
DAY, MOMENT, SPAN, CLOCK = dt.date(2024, 2, 29), dt.datetime(2024, 2, 29, 12, 30, 45, 678), dt.timedelta(days=2, seconds=3), dt.time(1, 2, 3)
LONG = "a_very_long_name_that_no_database_would_like_to_see_in_a_statement_at_all_%d"


def cases(name):
    add = family(name, protocols=(5,))
    return lambda short, build, **facts: add(short, build, **{"run": False, **facts})


def of(thing, build):
    return build(thing)


case = cases("naming")
# --- quotes
case("quoted_forced", lambda: select(column(quoted_name("plain", True)), column(quoted_name("Mixed", False)), column(quoted_name("select", False)), column(quoted_name("per cent", None))))
case("quoted_table", lambda: of(table(quoted_name("t", True), column(quoted_name("X", False)), schema=quoted_name("s", True)), lambda t: select(t.c.X, t.alias(quoted_name("al", True)).c.X)))
case("quoted_label", lambda: select(u.id.label(quoted_name("x", True)), u.name.label(quoted_name("Y Z", False))).order_by(quoted_name("x", True)))
case("quoted_cte", lambda: of(select(u.id).cte(quoted_name("c", True)), lambda c: select(c.c.id)))
case("quoted_alias", lambda: of(users.alias(quoted_name("Upper", False)), lambda x: select(x.c.id)))
case("quoted_subquery", lambda: of(select(u.id).subquery(quoted_name("s", True)), lambda s: select(s.c.id)))
case("quoted_function", lambda: select(getattr(func, "My Function")(u.id), getattr(getattr(func, "My Schema"), "f")(1), func.Mixed(2), getattr(func, "select")(3)))
case("quoted_collation", lambda: select(u.name.collate("de_DE"), u.name.collate("Mixed Case"), collate(u.name, "C")))
case("quoted_values", lambda: select(values(column("select", Integer), name=quoted_name("v", True)).data([(1,)])))
case("quoted_bind", lambda: select(u.id).where(u.id == bindparam(quoted_name("Q", True), 5)))
case("quoted_sequence", lambda: select(column("x").label("order"), column("y").label("1y"), column("z").label("$z"), column("w").label("_w"), column("v").label("v$"), column("é").label("É")))
case("quoted_dialect_words", lambda: select(*(column(word) for word in ("user", "rank", "rows", "window", "level", "date", "number", "limit", "key", "index", "type", "value", "system", "lateral", "glob", "abort", "external", "tablesample", "current_date", "ilike", "uid"))))
case("quotes_inside", lambda: select(column('a"b'), column("a`b"), column("a]b"), column("a[b"), column("a'b"), column("a\\b"), column("a%b"), column("a:b"), column("a?b"), column("a.b"), column("a(b)")))
case("quotes_inside_labels", lambda: select(*(u.id.label(name) for name in ('a"b', "a`b", "a]b", "a'b", "a%b", "a%(b)s", "a:b", "a?b", "a.b", "a\nb"))).order_by('a"b', "a%b"))
case("quotes_inside_tables", lambda: of(table('t"%x', column("c%d"), schema="s`]"), lambda t: select(t.c["c%d"]).where(t.c["c%d"] == 5)))
case("percents", lambda: select(literal_column("'%'"), text("'%%' || :x").bindparams(x="%"), column("%"), func.f("%"), u.name.op("%%")("x"), u.id % 5).where(text("a LIKE '%s'")))
case("colons", lambda: select(text(r"a\:b, '\:c', d::text, :e").bindparams(e=1), literal_column("x::int"), column("y:z")))
case("questions", lambda: select(text("a ? b ?? c"), literal_column("j ? 'k'"), column("q?")).where(u.name == "?"))
# --- labels
case("labels_same_thrice", lambda: select(u.id, u.id, u.id))
case("labels_same_thrice_labelled", lambda: select(u.id, u.id.label("id"), a.id.label("id"), a.id).join(addresses))
case("labels_clash_made_up", lambda: select(u.id, a.id, column("id_1"), literal_column("5").label("id__1")).join(addresses))
case("labels_clash_tablename", lambda: select(u.id, table("users_x", column("id")).c.id, column("users_id")).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("labels_none_style", lambda: select(u.id, u.id, u.id + 1, func.max(u.id), func.max(u.id)).set_label_style(LABEL_STYLE_NONE))
case("labels_of_schema_table", lambda: select(ledger.c.id, ledger.c.amount).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("labels_renamed", lambda: select(renamed.c.attr_name, renamed.c.value, renamed.c.attr_name.label("attr_name")).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("labels_odd", lambda: select(odd).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("labels_odd_subquery", lambda: of(select(odd, odd.c["per%cent"]).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery(), lambda s: select(s)))
case("labels_nested_deep", lambda: of(select(u.id.label("x").label("y").label("z")).subquery(), lambda s: select(s.c.z, s.c.z.label("w")).order_by("w")))
case("labels_of_labels_in_order", lambda: of((u.id + 1).label("x"), lambda x: select(x, x + 2, func.abs(x)).order_by(x, x.desc(), x + 1, func.abs(x)).group_by(x, func.lower(x)).having(x > 2)))
case("labels_desc_label", lambda: of(u.age.label("x"), lambda x: select(x).order_by(x.desc().nulls_last()), ))
case("labels_label_of_desc", lambda: of(u.age.label("x"), lambda x: select(x).order_by(desc(x), asc("x"), nulls_first(desc("x")))))
case("labels_same_name_as_column", lambda: of((u.age + 1).label("age"), lambda x: select(x, u.age).order_by(u.age, x, "age").group_by("age")))
case("labels_in_where", lambda: of((u.age + 1).label("x"), lambda x: select(x).where(x > 5, x.in_([1, 2]), ~x.between(3, 4))))
case("labels_in_join", lambda: of(u.id.label("x"), lambda x: select(x).join(orders, o.user_id == x)))
case("labels_of_bind", lambda: of(literal("x").label("l"), lambda l: select(l, l + "y").order_by(l).group_by(l)))
case("labels_of_scalar", lambda: of(select(func.max(o.id)).where(o.user_id == u.id).scalar_subquery().label("m"), lambda m: select(u.id, m).order_by(m.desc()).where(m > 1)))
case("labels_of_case", lambda: of(when((u.age > 5, "a"), else_="b").label("c"), lambda c: select(c, func.count()).group_by(c).order_by(c)))
case("labels_of_boolean", lambda: select((u.age > 5).label("b"), ~u.active, u.active.label("c"), (u.id == None).label("n"), u.id.in_([1])))  # noqa: E711
case("labels_of_cast", lambda: select(cast(u.id, String), cast(u.id, String), cast(u.id + 1, String), cast(u.id.label("x"), String), type_coerce(u.id, String), type_coerce(u.id + 1, String)))
case("labels_of_functions", lambda: select(func.lower(u.name), func.lower(a.email), func.max(u.id).over(), func.max(u.id).filter(u.age > 1), func.percentile_cont(0.5).within_group(u.id), func.pkg.f(1), func.count(), func.now()))
case("labels_of_extract", lambda: select(extract("year", u.birthday), extract("year", u.birthday), u.name.collate("C"), -u.id, ~u.active, distinct(u.id), (u.id + 1), tuple_(u.id, u.age)))
case("labels_reserved", lambda: select(u.id.label("order"), u.name.label("select")).order_by("order", desc("select")).group_by("order"))
case("labels_none", lambda: select(u.id.label(None), (u.id + 1).label(None), func.max(u.age).label(None)).order_by(desc(func.max(u.age))))
case("order_by_name_of_nothing", lambda: select(u.id).order_by("nothing"))
case("order_by_name_of_column", lambda: select(u.id, u.name.label("n")).order_by("name", "n", desc("id")))
case("order_by_name_with_prefix", lambda: select(u.id).order_by("users_id").set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("order_by_ambiguous", lambda: select(u.id, a.id).join(addresses).order_by("id", "id_1"))
case("group_by_name", lambda: select(func.lower(u.name).label("n"), func.count().label("c")).group_by("n").having(literal_column("c") > 1).order_by("c"))
case("order_by_function_of_label", lambda: select((u.age / 2).label("half")).order_by(func.abs(literal_column("half")), func.abs(column("half"))))
case("order_by_labelled_twice", lambda: of((u.id + 1).label("x"), lambda x: select(x).order_by(x).order_by(x).order_by(None).order_by(x.desc())))
case("distinct_labels", lambda: of((u.id + 1).label("x"), lambda x: select(x).distinct(x).order_by(x)))
case("over_label", lambda: of((u.id + 1).label("x"), lambda x: select(x, func.sum(u.age).over(partition_by=x, order_by=x.desc()))))
case("union_label_order", lambda: of((u.id + 1).label("x"), lambda x: union(select(x), select(o.id)).order_by("x", desc("x"))))
# --- long names
case("long_labels", lambda: select(*(u.id.label(LONG % n) for n in range(3))).order_by(LONG % 1))
case("long_tablename_labels", lambda: of(table(LONG % 1, column(LONG % 2), column(LONG % 3)), lambda t: select(t).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)))
case("long_tablename_labels_order", lambda: of(table(LONG % 1, column(LONG % 2), column(LONG % 3)), lambda t: select(t).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(t.c[LONG % 3]).where(t.c[LONG % 2] == 5)))
case("long_subquery", lambda: of(table(LONG % 1, column(LONG % 2)), lambda t: of(select(t).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery(), lambda s: select(s).where(list(s.c)[0] > 1))))
case("long_alias_unnamed", lambda: of(table(LONG % 1, column("x")).alias(), lambda x: select(x.c.x).where(x.c.x == 5)))
case("long_cte_unnamed", lambda: of(select(table(LONG % 1, column(LONG % 2)).c[0]).cte(), lambda c: select(c)))
case("long_binds", lambda: select(u.id).where(column(LONG % 1) == 5, column(LONG % 1) > 6, column(LONG % 2).in_([1, 2])))
case("long_bind_named", lambda: select(u.id).where(u.id == bindparam(LONG % 1, 5), u.id.in_(bindparam(LONG % 2, [1], expanding=True))))
case("long_function", lambda: select(getattr(func, LONG % 1)(u.id), getattr(func, LONG % 1)(u.id)))
case("long_insert", lambda: insert(table(LONG % 1, column(LONG % 2))).values({LONG % 2: 5}))
case("long_insert_many", lambda: insert(table(LONG % 1, column(LONG % 2))).values([{LONG % 2: 5}, {LONG % 2: 6}]))
case("long_expression_label", lambda: of(table(LONG % 1, column(LONG % 2), column(LONG % 3)), lambda t: select(t.c[LONG % 2] + t.c[LONG % 3], func.max(t.c[LONG % 2])).group_by(t.c[LONG % 2])))
case("long_same_label_truncated", lambda: of((table(LONG % 1, column(LONG % 2)), table(LONG % 4, column(LONG % 2))), lambda ts: of(select(ts[0].c[0], ts[1].c[0]).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery(), lambda s: select(*s.c).order_by(list(s.c)[1]))))
# --- parameters
case("binds_unique_same_name", lambda: select(u.id).where(u.id == bindparam("x", 1, unique=True), u.age == bindparam("x", 2, unique=True), u.name == bindparam("x_3", "y")))
case("binds_shared", lambda: of(bindparam("x", 5), lambda x: select(x + 1, func.f(x)).where(u.id == x).limit(x)))
case("binds_shared_types", lambda: select(u.id).where(u.id == bindparam("x", 5), u.name == bindparam("x", 5, String)))
case("binds_callable", lambda: select(u.id).where(u.id == bindparam("x", callable_=dt.date.today)))
case("binds_isoutparam", lambda: select(func.f(bindparam("x", 5, isoutparam=True))))
case("binds_expanding_in_function", lambda: select(func.f(bindparam("x", [1, 2], expanding=True)), func.coalesce(u.id, bindparam("y", [3], expanding=True))))
case("binds_expanding_tuples", lambda: select(u.id).where(tuple_(u.id, u.name).in_(bindparam("x", [(1, "a"), (2, "b")], expanding=True))))
case("binds_expanding_tuples_empty", lambda: select(u.id).where(tuple_(u.id, u.name, u.age).in_(bindparam("x", [], expanding=True)), tuple_(u.id, u.name).not_in([])))
case("binds_expanding_twice", lambda: of(bindparam("x", [1, 2], expanding=True), lambda x: select(u.id).where(u.id.in_(x), u.age.not_in(x))))
case("binds_expanding_nulls", lambda: select(u.id).where(u.id.in_([1, None, 2]), u.name.in_([None]), u.age.not_in([None, 5])))
case("binds_expanding_expressions", lambda: select(u.id).where(u.id.in_([1, u.age, func.abs(2), literal(3), null(), bindparam("z", 4)])))
case("binds_expanding_in_text", lambda: select(text("f(:x)").bindparams(bindparam("x", [1, 2], expanding=True))))
case("binds_expanding_in_case", lambda: select(when((u.id.in_([1, 2]), u.name.in_(["a"])), else_=u.id.in_([]))))
case("binds_expanding_types", lambda: select(i.id).where(i.color.in_([Color.red, Color.blue]), t.d.in_([DAY]), t.lb.in_([b"x"]), t.uu.in_([]), t.iv.in_([SPAN])))
case("binds_literal_execute", lambda: select(u.id, bindparam("a", "it's", literal_execute=True), bindparam("b", None, literal_execute=True)).limit(bindparam("n", 5, literal_execute=True)))
case("binds_literal_execute_types", lambda: select(bindparam("a", DAY, Date, literal_execute=True), bindparam("b", True, literal_execute=True), bindparam("c", decimal.Decimal("1.50"), literal_execute=True), bindparam("d", 2.5, literal_execute=True)))
case("binds_names_clash_with_anonymous", lambda: select(u.id).where(u.name == "x", u.name == bindparam("name_2", "y"), u.id == 5))
case("binds_numeric_names", lambda: select(u.id).where(u.id == bindparam("1", 5), u.age == bindparam("2", 6)))
case("binds_space_expanding", lambda: select(u.id).where(u.id.in_(bindparam("a b", [1, 2], expanding=True)), u.name.in_(bindparam("c%d", ["x"], expanding=True)), u.age.in_(bindparam("e:f", [], expanding=True))))
case("binds_insert_named", lambda: insert(codes).values(code=bindparam("c"), rank=bindparam("r", 5, Integer), title=bindparam("t", required=True)))
case("binds_insert_clash", lambda: insert(codes).values(code=bindparam("code")))
case("binds_update_named", lambda: update(codes).where(codes.c.code == bindparam("b_code")).values(rank=bindparam("b_rank"), title=codes.c.title + bindparam("suffix", "x")))
case("binds_update_where_same", lambda: update(codes).where(codes.c.code == "x", codes.c.rank == 3).values(code="y", rank=4))
case("binds_in_hint_free", lambda: select(u.id).where(or_(and_(u.id == 1, u.id == 2), not_(or_(u.id == 3, and_(u.id == 4, u.id == 5)))), not_(and_(u.id == 6, u.age == 7))))
# --- what stands for nothing
case("nothing_and", lambda: select(u.id).where(and_(True, u.id == 1), or_(False, u.id == 2), and_(true()), or_(false())))
case("nothing_constants", lambda: select(u.id).where(or_(true(), u.id == 1)).where(and_(false(), u.id == 1)))
case("nothing_not_constants", lambda: select(~true(), not_(false()), not_(null())).where(not_(or_(u.id == 1, false()))))
case("nothing_in_having", lambda: select(func.count()).having(true()).where(false()).select_from(users))
case("nothing_join_true", lambda: select(u.id).join(orders, true()).outerjoin(addresses, false()))
case("nothing_empty_tuples", lambda: select(u.id).where(u.id.in_([]), ~u.id.in_([]), u.name.not_in([]), not_(u.name.not_in([])), u.active.in_([])))
case("nothing_columns", lambda: select().select_from(users))
case("nothing_columns_exists", lambda: select(u.id).where(exists().select_from(orders).where(o.user_id == u.id)))
case("comparisons_to_none", lambda: select(u.id).where(u.id == None, u.id != None, null() == u.id, u.active == True, u.active != False, u.age.is_(true()), u.age == false(), u.name.is_not(None), u.id == literal(None)))  # noqa: E711, E712
case("comparisons_of_constants", lambda: select(literal(5) == 6, literal(True) == True, true() == u.active, literal("x") < u.name, literal(5).is_(None), null() == null()))  # noqa: E712
case("comparisons_chained", lambda: select((u.id == u.age) == (u.id > 5), (u.id > 5) != True, ((u.id + 1) == 5).is_(True), (u.id == 5).is_distinct_from(u.active)))  # noqa: E712
case("negations", lambda: select(~(u.id == 5), ~~(u.id == 5), ~u.name.like("x"), ~u.id.between(1, 2), ~u.id.is_(None), ~exists().where(o.id == 1), ~u.id.in_([1]), ~func.f(u.id), ~(u.id + 1), ~u.active.label("x"), -(-u.id), -(u.id + 1), ~cast(u.id, Boolean), ~when((u.id == 1, True), else_=False)))
case("precedence", lambda: select((u.id + 1) * 2, u.id + (1 * u.age), (u.id - 1) - (u.age - 2), u.id - (u.age - u.id), (u.id / 2) / (u.age / 3), (u.id * 2) % 3, -(u.id * 2), (u.id + 1).op("^")(u.age + 2), (u.id == 1) & ((u.id == 2) | (u.id == 3)), u.name + u.name + ("x" + u.name), (u.name + "x").like("y" + u.fullname), (u.id + 1).between(u.age - 1, u.age + 1), (u.id + 1).in_([1]), u.id.bitwise_or(1).bitwise_and(u.id + 2), (u.name + "x").collate("C"), (u.id + 1).label("p") * 2, (u.id.desc())))
case("precedence_custom", lambda: select(u.id.op("@", precedence=10)(u.age + 1) * 2, u.id.op("@", precedence=0)(u.age) + 1, u.id.op("@", is_comparison=True)(5), ~u.id.op("@", is_comparison=True)(5), u.id.bool_op("@")(5) & u.active, u.id.op("@", return_type=String)(5) + "x", (u.id + 1).op("@")(2).op("#")(3), u.id.op("@")(u.age.op("#")(3))))
case("precedence_subquery", lambda: select(select(func.max(o.id)).scalar_subquery() + 1, 1 + select(func.max(o.id)).scalar_subquery(), select(o.id).scalar_subquery().in_([1]), select(o.id).exists() & (u.id == 1), not_(select(o.id).exists()), func.f(select(o.id).scalar_subquery()), func.f(select(o.id)), cast(select(o.id).scalar_subquery(), String), select(o.id).scalar_subquery().between(1, 2), select(o.id).label("l") + 5))
case("any_all_of_things", lambda: select(u.id).where(u.id == any_(select(o.id).scalar_subquery()), literal(5) > any_(select(o.id).scalar_subquery()), u.id.in_(select(o.id)), u.id.not_in(select(o.id).where(o.user_id == u.id))))
case("like_forms", lambda: select(u.id).where(u.name.like("a", escape="/"), u.name.not_like("b"), u.name.ilike(u.fullname), ~u.name.ilike("c", escape="^"), u.name.startswith("d", autoescape=True), u.name.endswith("e%", escape="/"), u.name.contains(u.fullname), u.name.icontains("F"), u.name.iendswith(literal("g")), ~u.name.istartswith("h"), u.name.contains(func.lower("i")), u.name.startswith(literal_column("'j'"))))
case("between_forms", lambda: select(u.id).where(u.id.between(1, 2, symmetric=True), ~u.id.between(u.age, 5, symmetric=True), ~u.age.between(select(func.min(o.id)).scalar_subquery(), func.abs(5)), u.birthday.between(DAY, None), literal(5).between(u.id, u.age)))
case("functions_generic", lambda: select(func.concat("a", u.name), func.coalesce(u.age, 0), func.char_length("x"), func.current_user(), func.session_user(), func.user(), func.localtime(), func.localtimestamp(), func.sysdate(), func.random(), func.rank().over(order_by=u.id), func.dense_rank().over(), func.percent_rank().over(), func.cume_dist().over(), func.max(u.id), func.min(u.name), func.sum(u.balance), func.mode().within_group(u.id), func.array_agg(u.id), func.grouping_sets(u.id, u.age), func.aggregate_strings(u.name, "|")))
case("functions_odd", lambda: select(func.f(), func.f(None), func.f(True), func.f(DAY), func.f(b"x"), func.f(u.id, type_=String) + "x", func.a.b.c(1), func.f(*[literal(n) for n in range(3)]), func.f(u.id.desc()), func.f(u.id.distinct()), func.f(literal_column("*")), func.f(text("x ORDER BY y"))))

# --- arithmetic, and the types that come of it
case = cases("arithmetic")
for name, expression in {
    "day_plus_span": lambda: t.d + SPAN, "day_minus_span": lambda: t.d - SPAN, "day_minus_day": lambda: t.d - DAY, "day_plus_int": lambda: t.d + 5, "day_plus_time": lambda: t.d + t.tm, "day_minus_moment": lambda: t.d - MOMENT, "moment_plus_span": lambda: t.dt + SPAN, "moment_minus_moment": lambda: t.dt - MOMENT, "moment_minus_column": lambda: t.dt - t.dt, "moment_minus_span": lambda: t.dt - t.iv, "span_plus_moment": lambda: t.iv + t.dt, "span_plus_value": lambda: t.iv + MOMENT, "span_times_int": lambda: t.iv * 3, "span_times_numeric": lambda: t.iv * decimal.Decimal("1.5"), "span_divided": lambda: t.iv / 2, "span_plus_span": lambda: t.iv + SPAN, "span_minus": lambda: t.iv - t.iv, "time_plus_span": lambda: t.tm + SPAN, "time_minus_time": lambda: t.tm - CLOCK, "span_literal_plus": lambda: literal(SPAN) + t.d, "now_plus": lambda: func.now() + SPAN, "now_minus_column": lambda: func.now() - t.dt, "current_date_minus": lambda: func.current_date() - t.d, "int_plus_int": lambda: t.i + 5, "int_plus_float": lambda: t.i + 2.5, "int_plus_decimal": lambda: t.i + decimal.Decimal("1.5"), "int_times_numeric": lambda: t.i * t.n, "int_divided_int": lambda: t.i / t.si, "int_divided_float": lambda: t.i / t.f, "int_floor_int": lambda: t.i // t.si, "int_floor_numeric": lambda: t.i // t.n, "float_floor_int": lambda: t.f // 2, "numeric_divided": lambda: t.n / 3, "numeric_floor": lambda: t.n // 3, "numeric_mod": lambda: t.n % 2, "numeric_plus_float": lambda: t.n + t.f, "nf_times": lambda: t.nf * 2, "value_minus_column": lambda: 5 - t.i, "value_divided": lambda: 10 / t.i, "value_floor": lambda: 10 // t.i, "value_mod": lambda: 10 % t.i, "decimal_minus": lambda: decimal.Decimal("2.5") - t.n, "text_plus_text": lambda: t.s + t.t, "text_plus_value": lambda: t.s + "x", "value_plus_text": lambda: "x" + t.s, "text_plus_unicode": lambda: t.u + t.s, "text_plus_int": lambda: t.s + 5, "text_times": lambda: t.s * 3, "text_concat": lambda: t.s.concat(t.i), "binary_plus": lambda: t.lb + b"x", "json_plus": lambda: t.j + "x", "boolean_plus": lambda: t.b + 1, "enum_plus": lambda: t.e + "x", "enum_compared": lambda: t.pe == Color.red, "enum_compared_text": lambda: t.e == "low", "enum_of_class_in": lambda: t.pe.in_([Color.red]), "enum_less": lambda: t.pe < Color.blue, "uuid_compared_text": lambda: t.uu == column("x"), "null_plus": lambda: null() + 5, "column_untyped_plus": lambda: column("x") + 5, "column_untyped_plus_text": lambda: column("x") + "y", "column_untyped_plus_span": lambda: column("x") + SPAN, "literal_plus_literal": lambda: literal(5) + literal("x"), "case_plus": lambda: when((t.i > 5, 1), else_=2.5) + 1, "case_text_plus": lambda: when((t.i > 5, "a")) + "b", "coalesce_plus": lambda: func.coalesce(t.s, "x") + "y", "max_minus": lambda: func.max(t.dt) - func.min(t.dt), "sum_divided": lambda: func.sum(t.i) / func.count(), "sum_floor": lambda: func.sum(t.i) // 2, "count_divided": lambda: func.count(t.i) / 2, "cast_plus": lambda: cast(t.s, Integer) + 5, "cast_text_plus": lambda: cast(t.i, String) + "x", "coerce_plus": lambda: type_coerce(t.i, String) + "x", "scalar_plus": lambda: select(t.s).scalar_subquery() + "x", "label_plus": lambda: t.s.label("l") + "x", "window_plus": lambda: func.sum(t.n).over() + 1, "filter_plus": lambda: func.max(t.s).filter(t.i > 1) + "x", "bitwise_plus": lambda: t.i.bitwise_and(5) + 1, "shift": lambda: t.i.bitwise_lshift(1), "negated_plus": lambda: -t.n + 1, "extract_plus": lambda: extract("year", t.d) + 1, "op_typed": lambda: t.i.op("->", return_type=String)("x") + "y", "json_item_plus": lambda: t.j["a"].as_string() + "x", "json_item_integer": lambda: t.j["a"].as_integer() / 2, "json_item_float_floor": lambda: t.j["a"].as_float() // 2, "tuple_compared": lambda: tuple_(t.i, t.s) == (1, "x"), "tuple_less": lambda: tuple_(t.i, t.d) < tuple_(1, DAY), "tuple_subquery": lambda: tuple_(t.i, t.s).in_(select(t.i, t.s)), "distinct_plus": lambda: t.i.distinct(), "variant_plus": lambda: column("x", String().with_variant(Integer, "sqlite")) + "y",
}.items():
    case(name, lambda expression=expression: select(expression()))
    case(name + "_compared", lambda expression=expression: select(typed.c.id).where((expression()) == (expression())))
