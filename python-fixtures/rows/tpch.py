"""The tables of the TPC-H benchmark with generated data, and its 22 queries as Python programs would write them.

The schema and the queries are those of the TPC-H specification, revision 3.0.1, with its validation parameters. The data are ours: a small seeded
generator that follows the specification's rules as far as the queries need rows to find, at a scale of about 0.002.
"""

import datetime
import random
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, MetaData, Table, and_, case, distinct, exists, extract, func, literal, not_, or_, select

from statements.registry import Case

metadata = MetaData()

_money = sa.Numeric(15, 2)

region = Table("region", metadata, Column("r_regionkey", sa.Integer, primary_key=True, autoincrement=False), Column("r_name", sa.CHAR(25)), Column("r_comment", sa.String(152)))
nation = Table(
    "nation",
    metadata,
    Column("n_nationkey", sa.Integer, primary_key=True, autoincrement=False),
    Column("n_name", sa.String(25)),
    Column("n_regionkey", sa.Integer, ForeignKey("region.r_regionkey")),
    Column("n_comment", sa.String(152)),
)
supplier = Table(
    "supplier",
    metadata,
    Column("s_suppkey", sa.Integer, primary_key=True, autoincrement=False),
    Column("s_name", sa.String(25)),
    Column("s_address", sa.String(40)),
    Column("s_nationkey", sa.Integer, ForeignKey("nation.n_nationkey")),
    Column("s_phone", sa.String(15)),
    Column("s_acctbal", _money),
    Column("s_comment", sa.String(101)),
)
part = Table(
    "part",
    metadata,
    Column("p_partkey", sa.Integer, primary_key=True, autoincrement=False),
    Column("p_name", sa.String(55)),
    Column("p_mfgr", sa.String(25)),
    Column("p_brand", sa.String(10)),
    Column("p_type", sa.String(25)),
    Column("p_size", sa.Integer),
    Column("p_container", sa.String(10)),
    Column("p_retailprice", _money),
    Column("p_comment", sa.String(23)),
)
partsupp = Table(
    "partsupp",
    metadata,
    Column("ps_partkey", sa.Integer, ForeignKey("part.p_partkey"), primary_key=True, autoincrement=False),
    Column("ps_suppkey", sa.Integer, ForeignKey("supplier.s_suppkey"), primary_key=True, autoincrement=False),
    Column("ps_availqty", sa.Integer),
    Column("ps_supplycost", _money),
    Column("ps_comment", sa.String(199)),
)
customer = Table(
    "customer",
    metadata,
    Column("c_custkey", sa.Integer, primary_key=True, autoincrement=False),
    Column("c_name", sa.String(25)),
    Column("c_address", sa.String(40)),
    Column("c_nationkey", sa.Integer, ForeignKey("nation.n_nationkey")),
    Column("c_phone", sa.String(15)),
    Column("c_acctbal", _money),
    Column("c_mktsegment", sa.String(10)),
    Column("c_comment", sa.String(117)),
)
orders = Table(
    "orders",
    metadata,
    Column("o_orderkey", sa.Integer, primary_key=True, autoincrement=False),
    Column("o_custkey", sa.Integer, ForeignKey("customer.c_custkey")),
    Column("o_orderstatus", sa.String(1)),
    Column("o_totalprice", _money),
    Column("o_orderdate", sa.Date),
    Column("o_orderpriority", sa.String(15)),
    Column("o_clerk", sa.String(15)),
    Column("o_shippriority", sa.Integer),
    Column("o_comment", sa.String(79)),
)
lineitem = Table(
    "lineitem",
    metadata,
    Column("l_orderkey", sa.Integer, ForeignKey("orders.o_orderkey"), primary_key=True, autoincrement=False),
    Column("l_partkey", sa.Integer, ForeignKey("part.p_partkey")),
    Column("l_suppkey", sa.Integer, ForeignKey("supplier.s_suppkey")),
    Column("l_linenumber", sa.Integer, primary_key=True, autoincrement=False),
    Column("l_quantity", _money),
    Column("l_extendedprice", _money),
    Column("l_discount", _money),
    Column("l_tax", _money),
    Column("l_returnflag", sa.String(1)),
    Column("l_linestatus", sa.String(1)),
    Column("l_shipdate", sa.Date),
    Column("l_commitdate", sa.Date),
    Column("l_receiptdate", sa.Date),
    Column("l_shipinstruct", sa.String(25)),
    Column("l_shipmode", sa.String(10)),
    Column("l_comment", sa.String(44)),
    ForeignKeyConstraint(["l_partkey", "l_suppkey"], ["partsupp.ps_partkey", "partsupp.ps_suppkey"]),
)

# How many of each, at a scale of about 0.002.
SUPPLIERS, PARTS, CUSTOMERS, ORDERS = 20, 400, 300, 3000
SEED = 22

_REGIONS = ["AFRICA", "AMERICA", "ASIA", "EUROPE", "MIDDLE EAST"]
_NATIONS = [
    ("ALGERIA", 0), ("ARGENTINA", 1), ("BRAZIL", 1), ("CANADA", 1), ("EGYPT", 4), ("ETHIOPIA", 0), ("FRANCE", 3), ("GERMANY", 3), ("INDIA", 2), ("INDONESIA", 2), ("IRAN", 4), ("IRAQ", 4),
    ("JAPAN", 2), ("JORDAN", 4), ("KENYA", 0), ("MOROCCO", 0), ("MOZAMBIQUE", 0), ("PERU", 1), ("CHINA", 2), ("ROMANIA", 3), ("SAUDI ARABIA", 4), ("VIETNAM", 2), ("RUSSIA", 3),
    ("UNITED KINGDOM", 3), ("UNITED STATES", 1),
]  # fmt: skip
_COLORS = "almond antique azure beige black blue brown chocolate coral cream forest frosted ghost green honeydew ivory khaki lemon linen magenta metallic misty navy olive orchid".split()
_TYPES = (["STANDARD", "SMALL", "MEDIUM", "LARGE", "ECONOMY", "PROMO"], ["ANODIZED", "BURNISHED", "PLATED", "POLISHED", "BRUSHED"], ["TIN", "NICKEL", "BRASS", "STEEL", "COPPER"])
_CONTAINERS = (["SM", "LG", "MED", "JUMBO", "WRAP"], ["CASE", "BOX", "BAG", "JAR", "PKG", "PACK", "CAN", "DRUM"])
_SEGMENTS = ["AUTOMOBILE", "BUILDING", "FURNITURE", "MACHINERY", "HOUSEHOLD"]
_PRIORITIES = ["1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW"]
_INSTRUCTIONS = ["DELIVER IN PERSON", "COLLECT COD", "NONE", "TAKE BACK RETURN"]
_MODES = ["REG AIR", "AIR", "RAIL", "SHIP", "TRUCK", "MAIL", "FOB"]
_WORDS = "carefully special quick furious requests deposits accounts ironic packages Customer Complaints sleep haggle pending even bold".split()
_FIRST_DAY, _CURRENT, _DAYS = datetime.date(1992, 1, 1), datetime.date(1995, 6, 17), 2405


class _Generator:
    def __init__(self):
        self._random = random.Random(SEED)

    def money(self, least, most):
        return Decimal(self._random.randint(least * 100, most * 100)) / 100

    def words(self, count):
        return " ".join(self._random.choices(_WORDS, k=count))

    def phone(self, nation_key):
        r = self._random.randint
        return "%d-%d-%d-%d" % (nation_key + 10, r(100, 999), r(100, 999), r(1000, 9999))

    def tables(self):
        yield region, [{"r_regionkey": k, "r_name": n, "r_comment": self.words(4)} for k, n in enumerate(_REGIONS)]
        yield nation, [{"n_nationkey": k, "n_name": n, "n_regionkey": r, "n_comment": self.words(4)} for k, (n, r) in enumerate(_NATIONS)]
        yield supplier, [self._supplier(k) for k in range(1, SUPPLIERS + 1)]
        parts = [self._part(k) for k in range(1, PARTS + 1)]
        yield part, parts
        yield partsupp, [self._partsupp(p, s) for p in range(1, PARTS + 1) for s in self.suppliers_of(p)]
        yield customer, [self._customer(k) for k in range(1, CUSTOMERS + 1)]
        prices = {p["p_partkey"]: p["p_retailprice"] for p in parts}
        made = [self._order(k, prices) for k in range(1, ORDERS + 1)]
        yield orders, [order for order, _ in made]
        yield lineitem, [line for _, lines in made for line in lines]

    @staticmethod
    def suppliers_of(part_key):
        return [(part_key + i * 5) % SUPPLIERS + 1 for i in range(4)]

    def _supplier(self, key):
        # Every nation that a query names has some.
        nation_key = [20, 7, 6, 3, 8, 2][key % 6] if key % 2 else self._random.randrange(25)
        comment = self.words(5) if key % 7 else "even Customer slow Complaints"
        return dict(zip(supplier.c.keys(), (key, "Supplier#%09d" % key, self.words(2), nation_key, self.phone(nation_key), self.money(-999, 9999), comment)))

    def _part(self, key):
        r = self._random
        kind = " ".join(r.choice(words) for words in _TYPES)
        size = r.randint(1, 50) if key % 5 else 15
        price = Decimal(90000 + (key // 10) % 20001 + 100 * (key % 1000)) / 100
        row = (key, " ".join(r.sample(_COLORS, 5)), "Manufacturer#%d" % r.randint(1, 5), "Brand#%d%d" % (r.randint(1, 5), r.randint(1, 5)), kind, size, " ".join(r.choice(words) for words in _CONTAINERS), price, self.words(2))
        return dict(zip(part.c.keys(), row))

    def _partsupp(self, part_key, supplier_key):
        return dict(zip(partsupp.c.keys(), (part_key, supplier_key, self._random.randint(1, 9999), self.money(1, 1000), self.words(6))))

    def _customer(self, key):
        nation_key = self._random.randrange(25)
        row = (key, "Customer#%09d" % key, self.words(2), nation_key, self.phone(nation_key), self.money(-999, 9999), self._random.choice(_SEGMENTS), self.words(6))
        return dict(zip(customer.c.keys(), row))

    def _order(self, key, prices):
        r = self._random
        # A third of the customers have no orders.
        customer_key = r.choice([k for k in (r.randint(1, CUSTOMERS) for _ in range(20)) if k % 3])
        day = _FIRST_DAY + datetime.timedelta(days=r.randrange(_DAYS))
        # Now and then a large order, which query 18 looks for.
        lines = [self._line(key, number, day, prices, 44 if key % 500 == 0 else 1) for number in range(1, (8 if key % 500 == 0 else r.randint(2, 8)))]
        statuses = {line["l_linestatus"] for line in lines}
        total = sum(line["l_extendedprice"] * (1 + line["l_tax"]) * (1 - line["l_discount"]) for line in lines)
        row = (key, customer_key, statuses.pop() if len(statuses) == 1 else "P", total.quantize(Decimal("0.01")), day, r.choice(_PRIORITIES), "Clerk#%09d" % r.randint(1, 10), 0, self.words(5))
        return dict(zip(orders.c.keys(), row)), lines

    def _line(self, order_key, number, day, prices, least):
        r = self._random
        part_key, quantity = r.randint(1, PARTS), r.randint(least, 50)
        shipped = day + datetime.timedelta(days=r.randint(1, 121))
        committed, received = day + datetime.timedelta(days=r.randint(30, 90)), shipped + datetime.timedelta(days=r.randint(1, 30))
        row = (
            order_key, part_key, r.choice(self.suppliers_of(part_key)), number, Decimal(quantity), quantity * prices[part_key], Decimal(r.randint(0, 10)) / 100, Decimal(r.randint(0, 8)) / 100,
            r.choice("RA") if received <= _CURRENT else "N", "O" if shipped > _CURRENT else "F", shipped, committed, received, r.choice(_INSTRUCTIONS), r.choice(_MODES), self.words(4),
        )  # fmt: skip
        return dict(zip(lineitem.c.keys(), row))


def metadata_of(database):
    return metadata


def fill(engine, database):
    """Create the tables in an empty database and insert the rows."""
    with engine.begin() as connection:
        metadata.create_all(connection)
        for table, rows in _Generator().tables():
            connection.execute(table.insert(), rows)


_date = datetime.date
_l, _o, _c, _s, _p, _ps, _n, _r = lineitem.c, orders.c, customer.c, supplier.c, part.c, partsupp.c, nation.c, region.c
_volume = _l.l_extendedprice * (1 - _l.l_discount)


def q1():
    """Pricing summary report."""
    return (
        select(
            _l.l_returnflag,
            _l.l_linestatus,
            func.sum(_l.l_quantity).label("sum_qty"),
            func.sum(_l.l_extendedprice).label("sum_base_price"),
            func.sum(_volume).label("sum_disc_price"),
            func.sum(_volume * (1 + _l.l_tax)).label("sum_charge"),
            func.avg(_l.l_quantity, type_=_money).label("avg_qty"),
            func.avg(_l.l_extendedprice, type_=_money).label("avg_price"),
            func.avg(_l.l_discount, type_=_money).label("avg_disc"),
            func.count().label("count_order"),
        )
        .where(_l.l_shipdate <= _date(1998, 12, 1) - datetime.timedelta(days=90))
        .group_by(_l.l_returnflag, _l.l_linestatus)
        .order_by(_l.l_returnflag, _l.l_linestatus)
    )


def q2():
    """Minimum cost supplier."""
    cheapest = (
        select(func.min(_ps.ps_supplycost))
        .where(_p.p_partkey == _ps.ps_partkey, _s.s_suppkey == _ps.ps_suppkey, _s.s_nationkey == _n.n_nationkey, _n.n_regionkey == _r.r_regionkey, _r.r_name == "EUROPE")
        .correlate(part)
        .scalar_subquery()
    )
    return (
        select(_s.s_acctbal, _s.s_name, _n.n_name, _p.p_partkey, _p.p_mfgr, _s.s_address, _s.s_phone, _s.s_comment)
        .where(
            _p.p_partkey == _ps.ps_partkey,
            _s.s_suppkey == _ps.ps_suppkey,
            _p.p_size == 15,
            _p.p_type.like("%BRASS"),
            _s.s_nationkey == _n.n_nationkey,
            _n.n_regionkey == _r.r_regionkey,
            _r.r_name == "EUROPE",
            _ps.ps_supplycost == cheapest,
        )
        .order_by(_s.s_acctbal.desc(), _n.n_name, _s.s_name, _p.p_partkey)
        .limit(100)
    )


def q3():
    """Shipping priority."""
    revenue = func.sum(_volume).label("revenue")
    return (
        select(_l.l_orderkey, revenue, _o.o_orderdate, _o.o_shippriority)
        .where(_c.c_mktsegment == "BUILDING", _c.c_custkey == _o.o_custkey, _l.l_orderkey == _o.o_orderkey, _o.o_orderdate < _date(1995, 3, 15), _l.l_shipdate > _date(1995, 3, 15))
        .group_by(_l.l_orderkey, _o.o_orderdate, _o.o_shippriority)
        .order_by(revenue.desc(), _o.o_orderdate, _l.l_orderkey)
        .limit(10)
    )


def q4():
    """Order priority checking."""
    late = exists().where(_l.l_orderkey == _o.o_orderkey, _l.l_commitdate < _l.l_receiptdate)
    return (
        select(_o.o_orderpriority, func.count().label("order_count"))
        .where(_o.o_orderdate >= _date(1993, 7, 1), _o.o_orderdate < _date(1993, 10, 1), late)
        .group_by(_o.o_orderpriority)
        .order_by(_o.o_orderpriority)
    )


def q5():
    """Local supplier volume."""
    return (
        select(_n.n_name, func.sum(_volume).label("revenue"))
        .select_from(customer.join(orders).join(lineitem, _l.l_orderkey == _o.o_orderkey).join(supplier, and_(_l.l_suppkey == _s.s_suppkey, _c.c_nationkey == _s.s_nationkey)).join(nation, _s.s_nationkey == _n.n_nationkey).join(region))
        .where(_r.r_name == "ASIA", _o.o_orderdate >= _date(1994, 1, 1), _o.o_orderdate < _date(1995, 1, 1))
        .group_by(_n.n_name)
        .order_by(sa.desc("revenue"))
    )


def q6():
    """Forecasting revenue change."""
    return select(func.sum(_l.l_extendedprice * _l.l_discount).label("revenue")).where(
        _l.l_shipdate >= _date(1994, 1, 1), _l.l_shipdate < _date(1995, 1, 1), _l.l_discount.between(Decimal("0.05"), Decimal("0.07")), _l.l_quantity < 24
    )


def q7():
    """Volume shipping."""
    n1, n2 = nation.alias("n1"), nation.alias("n2")
    shipping = (
        select(n1.c.n_name.label("supp_nation"), n2.c.n_name.label("cust_nation"), extract("year", _l.l_shipdate).label("l_year"), _volume.label("volume"))
        .where(
            _s.s_suppkey == _l.l_suppkey,
            _o.o_orderkey == _l.l_orderkey,
            _c.c_custkey == _o.o_custkey,
            _s.s_nationkey == n1.c.n_nationkey,
            _c.c_nationkey == n2.c.n_nationkey,
            or_(and_(n1.c.n_name == "FRANCE", n2.c.n_name == "GERMANY"), and_(n1.c.n_name == "GERMANY", n2.c.n_name == "FRANCE")),
            _l.l_shipdate.between(_date(1995, 1, 1), _date(1996, 12, 31)),
        )
        .subquery("shipping")
    )
    keys = (shipping.c.supp_nation, shipping.c.cust_nation, shipping.c.l_year)
    return select(*keys, func.sum(shipping.c.volume).label("revenue")).group_by(*keys).order_by(*keys)


def q8():
    """National market share."""
    n1, n2 = nation.alias("n1"), nation.alias("n2")
    all_nations = (
        select(extract("year", _o.o_orderdate).label("o_year"), _volume.label("volume"), n2.c.n_name.label("nation"))
        .where(
            _p.p_partkey == _l.l_partkey,
            _s.s_suppkey == _l.l_suppkey,
            _l.l_orderkey == _o.o_orderkey,
            _o.o_custkey == _c.c_custkey,
            _c.c_nationkey == n1.c.n_nationkey,
            n1.c.n_regionkey == _r.r_regionkey,
            _r.r_name == "AMERICA",
            _s.s_nationkey == n2.c.n_nationkey,
            _o.o_orderdate.between(_date(1995, 1, 1), _date(1996, 12, 31)),
            _p.p_type.like("ECONOMY %"),
        )
        .subquery("all_nations")
    )
    share = func.sum(case((all_nations.c.nation == "BRAZIL", all_nations.c.volume), else_=0)) / func.sum(all_nations.c.volume)
    return select(all_nations.c.o_year, share.label("mkt_share")).group_by(all_nations.c.o_year).order_by(all_nations.c.o_year)


def q9():
    """Product type profit measure."""
    profit = (
        select(_n.n_name.label("nation"), extract("year", _o.o_orderdate).label("o_year"), (_volume - _ps.ps_supplycost * _l.l_quantity).label("amount"))
        .where(
            _s.s_suppkey == _l.l_suppkey,
            _ps.ps_suppkey == _l.l_suppkey,
            _ps.ps_partkey == _l.l_partkey,
            _p.p_partkey == _l.l_partkey,
            _o.o_orderkey == _l.l_orderkey,
            _s.s_nationkey == _n.n_nationkey,
            _p.p_name.contains("green"),
        )
        .subquery("profit")
    )
    return (
        select(profit.c.nation, profit.c.o_year, func.sum(profit.c.amount).label("sum_profit"))
        .group_by(profit.c.nation, profit.c.o_year)
        .order_by(profit.c.nation, profit.c.o_year.desc())
    )


def q10():
    """Returned item reporting."""
    revenue = func.sum(_volume).label("revenue")
    keys = (_c.c_custkey, _c.c_name, _c.c_acctbal, _c.c_phone, _n.n_name, _c.c_address, _c.c_comment)
    return (
        select(_c.c_custkey, _c.c_name, revenue, _c.c_acctbal, _n.n_name, _c.c_address, _c.c_phone, _c.c_comment)
        .where(
            _c.c_custkey == _o.o_custkey,
            _l.l_orderkey == _o.o_orderkey,
            _o.o_orderdate >= _date(1993, 10, 1),
            _o.o_orderdate < _date(1994, 1, 1),
            _l.l_returnflag == "R",
            _c.c_nationkey == _n.n_nationkey,
        )
        .group_by(*keys)
        .order_by(revenue.desc(), _c.c_custkey)
        .limit(20)
    )


def q11():
    """Important stock identification."""
    value = func.sum(_ps.ps_supplycost * _ps.ps_availqty)
    german = and_(_ps.ps_suppkey == _s.s_suppkey, _s.s_nationkey == _n.n_nationkey, _n.n_name == "GERMANY")
    ps, s, n = partsupp.alias(), supplier.alias(), nation.alias()
    threshold = (
        select(func.sum(ps.c.ps_supplycost * ps.c.ps_availqty) * Decimal("0.01"))
        .where(ps.c.ps_suppkey == s.c.s_suppkey, s.c.s_nationkey == n.c.n_nationkey, n.c.n_name == "GERMANY")
        .scalar_subquery()
    )
    return select(_ps.ps_partkey, value.label("value")).where(german).group_by(_ps.ps_partkey).having(value > threshold).order_by(sa.desc("value"), _ps.ps_partkey)


def q12():
    """Shipping modes and order priority."""
    urgent = _o.o_orderpriority.in_(["1-URGENT", "2-HIGH"])
    return (
        select(_l.l_shipmode, func.sum(case((urgent, 1), else_=0)).label("high_line_count"), func.sum(case((not_(urgent), 1), else_=0)).label("low_line_count"))
        .join_from(orders, lineitem)
        .where(
            _l.l_shipmode.in_(["MAIL", "SHIP"]),
            _l.l_commitdate < _l.l_receiptdate,
            _l.l_shipdate < _l.l_commitdate,
            _l.l_receiptdate >= _date(1994, 1, 1),
            _l.l_receiptdate < _date(1995, 1, 1),
        )
        .group_by(_l.l_shipmode)
        .order_by(_l.l_shipmode)
    )


def q13():
    """Customer distribution."""
    counts = (
        select(_c.c_custkey, func.count(_o.o_orderkey).label("c_count"))
        .outerjoin(orders, and_(_c.c_custkey == _o.o_custkey, _o.o_comment.not_like("%special%requests%")))
        .group_by(_c.c_custkey)
        .subquery("c_orders")
    )
    return select(counts.c.c_count, func.count().label("custdist")).group_by(counts.c.c_count).order_by(sa.desc("custdist"), counts.c.c_count.desc())


def q14():
    """Promotion effect."""
    promo = func.sum(case((_p.p_type.startswith("PROMO"), _volume), else_=0))
    return (
        select((Decimal("100.00") * promo / func.sum(_volume)).label("promo_revenue"))
        .join_from(lineitem, part, _l.l_partkey == _p.p_partkey)
        .where(_l.l_shipdate >= _date(1995, 9, 1), _l.l_shipdate < _date(1995, 10, 1))
    )


def q15():
    """Top supplier."""
    revenue = (
        select(_l.l_suppkey.label("supplier_no"), func.sum(_volume).label("total_revenue"))
        .where(_l.l_shipdate >= _date(1996, 1, 1), _l.l_shipdate < _date(1996, 4, 1))
        .group_by(_l.l_suppkey)
        .cte("revenue")
    )
    most = select(func.max(revenue.c.total_revenue)).scalar_subquery()
    return (
        select(_s.s_suppkey, _s.s_name, _s.s_address, _s.s_phone, revenue.c.total_revenue)
        .where(_s.s_suppkey == revenue.c.supplier_no, revenue.c.total_revenue == most)
        .order_by(_s.s_suppkey)
    )


def q16():
    """Parts and supplier relationship."""
    complained = select(_s.s_suppkey).where(_s.s_comment.like("%Customer%Complaints%"))
    suppliers = func.count(distinct(_ps.ps_suppkey)).label("supplier_cnt")
    return (
        select(_p.p_brand, _p.p_type, _p.p_size, suppliers)
        .where(
            _p.p_partkey == _ps.ps_partkey,
            _p.p_brand != "Brand#45",
            _p.p_type.not_like("MEDIUM POLISHED%"),
            _p.p_size.in_([49, 14, 23, 45, 19, 3, 36, 9]),
            _ps.ps_suppkey.not_in(complained),
        )
        .group_by(_p.p_brand, _p.p_type, _p.p_size)
        .order_by(suppliers.desc(), _p.p_brand, _p.p_type, _p.p_size)
    )


def q17():
    """Small-quantity-order revenue."""
    other = lineitem.alias()
    little = select(literal(Decimal("0.5")) * func.avg(other.c.l_quantity)).where(other.c.l_partkey == _p.p_partkey).scalar_subquery()
    return select((func.sum(_l.l_extendedprice) / Decimal("7.0")).label("avg_yearly")).where(
        _p.p_partkey == _l.l_partkey, _p.p_brand.in_(["Brand#23", "Brand#12"]), _p.p_container.like("%BOX"), _l.l_quantity < little
    )


def q18():
    """Large volume customer."""
    other = lineitem.alias()
    large = select(other.c.l_orderkey).group_by(other.c.l_orderkey).having(func.sum(other.c.l_quantity) > 300)
    keys = (_c.c_name, _c.c_custkey, _o.o_orderkey, _o.o_orderdate, _o.o_totalprice)
    return (
        select(*keys, func.sum(_l.l_quantity))
        .where(_o.o_orderkey.in_(large), _c.c_custkey == _o.o_custkey, _o.o_orderkey == _l.l_orderkey)
        .group_by(*keys)
        .order_by(_o.o_totalprice.desc(), _o.o_orderdate)
        .limit(100)
    )


def q19():
    """Discounted revenue."""

    def bought(brand, containers, quantity, size):
        return and_(
            _p.p_partkey == _l.l_partkey,
            _p.p_brand.like(brand),
            _p.p_container.in_(containers),
            _l.l_quantity.between(quantity, quantity + 10),
            _p.p_size.between(1, size),
            _l.l_shipmode.in_(["AIR", "REG AIR"]),
            _l.l_shipinstruct == "DELIVER IN PERSON",
        )

    return select(func.sum(_volume).label("revenue")).where(
        or_(
            bought("Brand#1_", ["SM CASE", "SM BOX", "SM PACK", "SM PKG"], 1, 20),
            bought("Brand#2_", ["MED BAG", "MED BOX", "MED PKG", "MED PACK"], 10, 40),
            bought("Brand#3_", ["LG CASE", "LG BOX", "LG PACK", "LG PKG"], 20, 50),
        )
    )


def q20():
    """Potential part promotion."""
    shipped = (
        select(literal(Decimal("0.5")) * func.sum(_l.l_quantity))
        .where(_l.l_partkey == _ps.ps_partkey, _l.l_suppkey == _ps.ps_suppkey, _l.l_shipdate >= _date(1994, 1, 1), _l.l_shipdate < _date(1995, 1, 1))
        .scalar_subquery()
    )
    forest = select(_p.p_partkey).where(_p.p_name.startswith("forest"))
    stocked = select(_ps.ps_suppkey).where(_ps.ps_partkey.in_(forest), _ps.ps_availqty > shipped)
    return select(_s.s_name, _s.s_address).where(_s.s_suppkey.in_(stocked), _s.s_nationkey == _n.n_nationkey, _n.n_name == "CANADA").order_by(_s.s_name)


def q21():
    """Suppliers who kept orders waiting."""
    l1, l2, l3 = lineitem.alias("l1"), lineitem.alias("l2"), lineitem.alias("l3")
    others = exists().where(l2.c.l_orderkey == l1.c.l_orderkey, l2.c.l_suppkey != l1.c.l_suppkey)
    late_others = exists().where(l3.c.l_orderkey == l1.c.l_orderkey, l3.c.l_suppkey != l1.c.l_suppkey, l3.c.l_receiptdate > l3.c.l_commitdate)
    waited = func.count().label("numwait")
    return (
        select(_s.s_name, waited)
        .where(
            _s.s_suppkey == l1.c.l_suppkey,
            _o.o_orderkey == l1.c.l_orderkey,
            _o.o_orderstatus == "F",
            l1.c.l_receiptdate > l1.c.l_commitdate,
            others,
            ~late_others,
            _s.s_nationkey == _n.n_nationkey,
            _n.n_name == "SAUDI ARABIA",
        )
        .group_by(_s.s_name)
        .order_by(waited.desc(), _s.s_name)
        .limit(100)
    )


def q22():
    """Global sales opportunity."""
    codes = ["13", "31", "23", "29", "30", "18", "17"]
    other = customer.alias()
    average = select(func.avg(other.c.c_acctbal)).where(other.c.c_acctbal > 0, func.substr(other.c.c_phone, 1, 2).in_(codes)).scalar_subquery()
    custsale = (
        select(func.substr(_c.c_phone, 1, 2).label("cntrycode"), _c.c_acctbal)
        .where(func.substr(_c.c_phone, 1, 2).in_(codes), _c.c_acctbal > average, ~exists().where(_o.o_custkey == _c.c_custkey))
        .subquery("custsale")
    )
    return (
        select(custsale.c.cntrycode, func.count().label("numcust"), func.sum(custsale.c.c_acctbal).label("totacctbal"))
        .group_by(custsale.c.cntrycode)
        .order_by(custsale.c.cntrycode)
    )


QUERIES = {"q%d" % number: globals()["q%d" % number] for number in range(1, 23)}


def statements_of(database):
    """The 22 queries by name."""
    return {name: Case(name, query) for name, query in QUERIES.items()}
