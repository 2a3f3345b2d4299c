"""Signed envelopes for dumps of sqlalchemy.ext.serializer, and a loads() for dumps whose sender is not trusted.

One file, which needs nothing but Python 3.6; `loads` needs the SQLAlchemy (1.4 to 2.1) that it loads for. The format is docs/envelope.md of Brine.

    key = hmac_key("k1", secret)                              # 32 random bytes or more, on both sides
    envelope = sign(serializer.dumps(query), key, "reports")
    query = loads(verify(envelope, [key], producers=["reports"]).dump, metadata, Session, classes=[User])

A signature says who wrote a dump; `loads` sees to it that a dump can name nothing but what is listed here, and call nothing but what is harmless
whatever it is called with. It is written in Python throughout, hence several times slower than pickle's own, and sets no limits to memory or time.
What a statement does when it is run is another matter: text() in a dump is SQL.

Ed25519 is computed here in plain Python: a few milliseconds a signature, and not in constant time. Who can measure how long signing takes could learn
the key; verifying holds no secret. Where that matters sign elsewhere ("brine sign"), or by HMAC, which compares in constant time.
"""

import base64
import collections
import enum
import hashlib
import hmac
import io
import operator
import pickle
import re
import struct
import sys
import time as clock
import unicodedata

__all__ = [
    "Envelope", "EnvelopeError", "Key", "RestrictedError", "catalogue_hash", "ed25519_private_key", "ed25519_public_key", "hmac_key", "is_envelope",
    "loads", "parse", "read_keys", "sign", "verify",
]  # fmt: skip

HMAC_SHA256 = "hmac-sha256"
ED25519 = "ed25519"

MAGIC = b"\xb7BRINE\r\n"
VERSION = 1
DOMAIN = b"dev.brine.envelope.1\0"
CODES = {HMAC_SHA256: 1, ED25519: 2}
SIGNATURE_LENGTHS = {HMAC_SHA256: 32, ED25519: 64}
HASH_LENGTH = 32
CLOCK_SKEW = 300.0


class EnvelopeError(ValueError):
    """A dump was to be signed and is not, or its envelope does not stand the test. Nothing of the dump was read."""


Envelope = collections.namedtuple("Envelope", "algorithm key_id producer series protocol catalogue time dump signed signature")
Envelope.__doc__ = """An envelope taken apart: what it says, which is worth nothing before `verify`. time: seconds; catalogue: bytes or None."""


class Key(object):
    """A key of one algorithm and no other. One that is private also signs."""

    def __init__(self, key_id, algorithm, secret=None, public=None):
        _check_text("key id", key_id, 1)
        self.key_id = key_id
        self.algorithm = algorithm
        self._secret = secret
        self._public = public

    def __repr__(self):
        return "<Key %s for %s>" % (self.key_id, self.algorithm)

    @property
    def signs(self):
        return self._secret is not None

    @property
    def public(self):
        """The 32 bytes of a public key; None of a secret of HMAC."""
        return self._public

    def _sign(self, message):
        if self._secret is None:
            raise ValueError("the key %s is public: it only verifies" % self.key_id)
        if self.algorithm == HMAC_SHA256:
            return hmac.new(self._secret, message, hashlib.sha256).digest()
        return _ed25519_sign(self._secret, message)

    def _verifies(self, message, signature):
        if self.algorithm == HMAC_SHA256:
            return hmac.compare_digest(self._sign(message), signature)
        return _ed25519_verifies(self._public, message, signature)


def hmac_key(key_id, secret):
    """The secret that both sides have: 32 random bytes at least."""
    if len(secret) < 32:
        raise ValueError("a secret for hmac-sha256 has 32 bytes at least, not %d" % len(secret))
    return Key(key_id, HMAC_SHA256, bytes(secret))


def ed25519_private_key(key_id, seed):
    """A private key: the 32 bytes that RFC 8032 starts from."""
    _check_length("private", seed)
    return Key(key_id, ED25519, bytes(seed), _ed25519_public(bytes(seed)))


def ed25519_public_key(key_id, public):
    """A public key: its 32 bytes, as RFC 8032 has them."""
    _check_length("public", public)
    if _decompress(bytes(public)) is None:
        raise ValueError("the bytes are no public key of Ed25519")
    return Key(key_id, ED25519, None, bytes(public))


def _check_length(kind, key):
    if len(key) != 32:
        raise ValueError("a %s key of ed25519 has 32 bytes, not %d" % (kind, len(key)))


def read_keys(text):
    """The keys of a key file, as "brine keygen" writes it: lines of ID KIND BASE64."""
    kinds = {"hmac-sha256": hmac_key, "ed25519-public": ed25519_public_key, "ed25519-private": ed25519_private_key}
    keys = []
    for number, line in enumerate(text.splitlines(), 1):
        fields = line.split()
        if fields and not fields[0].startswith("#"):
            if len(fields) != 3 or fields[1] not in kinds:
                raise ValueError("line %d of the keys is none: ID KIND BASE64, where KIND is one of %s" % (number, ", ".join(sorted(kinds))))
            keys.append(kinds[fields[1]](fields[0], base64.b64decode(fields[2], validate=True)))
    return keys


def catalogue_hash(content):
    """What `catalogue` of `sign` and `verify` is, of the bytes of a catalogue's file."""
    return hashlib.sha256(content).digest()


def is_envelope(content):
    return content[: len(MAGIC)] == MAGIC


def sign(dump, key, producer, series=None, catalogue=None, time=None):
    """The dump in an envelope. series: of the SQLAlchemy it is for, this process' own unless given; time: in seconds, now unless given."""
    if series is None:
        loaded = sys.modules.get("sqlalchemy")
        series = ".".join(loaded.__version__.split(".")[:2]) if loaded else ""
    _check_text("producer", producer, 1)
    _check_text("series", series, 0)
    if catalogue is not None and len(catalogue) != HASH_LENGTH:
        raise ValueError("the hash of a catalogue has 32 bytes: see catalogue_hash()")
    millis = int(round((clock.time() if time is None else time) * 1000))
    signed = b"".join(
        [
            MAGIC,
            bytes([VERSION, CODES[key.algorithm]]),
            _short(key.key_id.encode("utf-8")),
            _short(producer.encode("utf-8")),
            _short(series.encode("utf-8")),
            bytes([_protocol(dump)]),
            _short(catalogue or b""),
            struct.pack(">q", millis),
            struct.pack(">I", len(dump)),
            dump,
        ]
    )
    return signed + key._sign(DOMAIN + signed)


def _short(field):
    return bytes([len(field)]) + field


def _protocol(dump):
    return dump[1] if len(dump) > 1 and dump[0] == 0x80 else 0


def _check_text(what, text, least):
    encoded = text.encode("utf-8")
    if not least <= len(encoded) <= 255 or any(unicodedata.category(c) == "Cc" for c in text):
        raise ValueError("%r is no %s: %d to 255 bytes of UTF-8, without control characters" % (text, what, least))


class _Reader(object):
    """Takes bytes off the front; each length is checked against what is left."""

    def __init__(self, content):
        self._content = content
        self.offset = 0

    def left(self):
        return len(self._content) - self.offset

    def take(self, what, length):
        if length > self.left():
            raise EnvelopeError("the envelope is broken: the %s needs %d bytes at offset %d, and %d are left" % (what, length, self.offset, self.left()))
        taken = self._content[self.offset : self.offset + length]
        self.offset += length
        return taken

    def number(self, what):
        return self.take(what, 1)[0]

    def text(self, what, least):
        encoded = self.take(what, self.number(what))
        try:
            text = encoded.decode("utf-8")
            _check_text(what, text, least)
            return text
        except ValueError:
            raise EnvelopeError("the envelope is broken: its %s is none" % what)


def parse(envelope):
    """Takes an envelope apart; of the dump nothing is read, and nothing is verified."""
    envelope = bytes(envelope)
    if not is_envelope(envelope):
        raise EnvelopeError("the bytes are no signed envelope")
    reader = _Reader(envelope)
    reader.take("magic", len(MAGIC))
    version = reader.number("version")
    if version != VERSION:
        raise EnvelopeError("the envelope is of version %d, and only version %d is known" % (version, VERSION))
    code = reader.number("algorithm")
    algorithm = {code: name for name, code in CODES.items()}.get(code)
    if algorithm is None:
        raise EnvelopeError("the envelope is signed by algorithm %d, which is unknown" % code)
    key_id = reader.text("key id", 1)
    producer = reader.text("producer", 1)
    series = reader.text("series", 0)
    protocol = reader.number("protocol")
    catalogue = reader.take("catalogue hash", reader.number("catalogue hash"))
    if len(catalogue) not in (0, HASH_LENGTH):
        raise EnvelopeError("the envelope is broken: the hash of the catalogue has %d bytes" % len(catalogue))
    (millis,) = struct.unpack(">q", reader.take("time", 8))
    if millis < 0:
        raise EnvelopeError("the envelope is broken: its time is out of range")
    (length,) = struct.unpack(">I", reader.take("length of the dump", 4))
    dump = reader.take("dump", length)
    signed = envelope[: reader.offset]
    if reader.left() != SIGNATURE_LENGTHS[algorithm]:
        raise EnvelopeError("the envelope is broken: %d bytes follow the dump, and a signature has %d" % (reader.left(), SIGNATURE_LENGTHS[algorithm]))
    if protocol != _protocol(dump):
        raise EnvelopeError("the envelope is broken: it says protocol %d, and the dump %d" % (protocol, _protocol(dump)))
    signature = reader.take("signature", reader.left())
    return Envelope(algorithm, key_id, producer, series, protocol, catalogue or None, millis / 1000.0, dump, signed, signature)


def verify(envelope, keys, producers=None, max_age=None, clock_skew=CLOCK_SKEW, catalogue=None, now=None):
    """The envelope taken apart, if it stands the test; its dump is then what the holder of the key signed.

    keys: those of which one must have signed; several, for a time in which one takes the place of another. producers: the names of which one must
    stand there; any if None. max_age, clock_skew, now: seconds. catalogue: the hash it must have been made with. What was good once is good again:
    whoever must not run a dump twice has to remember that it ran.
    """
    parsed = parse(envelope)
    by_id = {key.key_id: key for key in keys}
    if len(by_id) != len(list(keys)):
        raise ValueError("two keys have the same id")
    key = by_id.get(parsed.key_id)
    if key is None:
        raise EnvelopeError("the envelope is signed with the key %s, which is unknown" % parsed.key_id)
    if key.algorithm != parsed.algorithm:
        raise EnvelopeError("the envelope says %s, and the key %s is for %s" % (parsed.algorithm, parsed.key_id, key.algorithm))
    if not key._verifies(DOMAIN + parsed.signed, parsed.signature):
        raise EnvelopeError("the signature of the envelope is wrong")
    if producers is not None and parsed.producer not in producers:
        raise EnvelopeError("the envelope is by %s, who is not expected" % parsed.producer)
    now = clock.time() if now is None else now
    if parsed.time > now + clock_skew:
        raise EnvelopeError("the envelope is of a time that is yet to come")
    if max_age is not None and parsed.time < now - max_age:
        raise EnvelopeError("the envelope is older than %s seconds" % max_age)
    if catalogue is not None and parsed.catalogue != catalogue:
        raise EnvelopeError("the dump was not made with the catalogue that is expected")
    return parsed


# Ed25519: RFC 8032, section 5.1. Points are (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z, by the formulas of its section 5.1.4.

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
_NEUTRAL = (0, 1, 1, 0)


def _add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % _P
    b = (p[1] + p[0]) * (q[1] + q[0]) % _P
    c = 2 * p[3] * q[3] * _D % _P
    d = 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def _multiply(scalar, point):
    total = _NEUTRAL
    while scalar > 0:
        if scalar & 1:
            total = _add(total, point)
        point = _add(point, point)
        scalar >>= 1
    return total


def _is_same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % _P == 0 and (p[1] * q[2] - q[1] * p[2]) % _P == 0


def _x_of(y, sign):
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    if square == 0:
        return None if sign else 0
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P != 0:
        x = x * _ROOT % _P
    if (x * x - square) % _P != 0:
        return None
    return _P - x if (x & 1) != sign else x


_BASE_Y = 4 * pow(5, _P - 2, _P) % _P
_BASE_X = _x_of(_BASE_Y, 0)
_BASE = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % _P)


def _compress(p):
    inverse = pow(p[2], _P - 2, _P)
    x, y = p[0] * inverse % _P, p[1] * inverse % _P
    return (y | ((x & 1) << 255)).to_bytes(32, "little")


def _decompress(encoded):
    number = int.from_bytes(encoded, "little")
    y = number & ((1 << 255) - 1)
    x = _x_of(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % _P)


def _hash_number(data):
    return int.from_bytes(hashlib.sha512(data).digest(), "little") % _L


def _expand(seed):
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little")
    return (scalar & ((1 << 254) - 8)) | (1 << 254), digest[32:]


def _ed25519_public(seed):
    return _compress(_multiply(_expand(seed)[0], _BASE))


def _ed25519_sign(seed, message):
    scalar, prefix = _expand(seed)
    public = _compress(_multiply(scalar, _BASE))
    nonce = _hash_number(prefix + message)
    commitment = _compress(_multiply(nonce, _BASE))
    challenge = _hash_number(commitment + public + message)
    return commitment + ((nonce + challenge * scalar) % _L).to_bytes(32, "little")


def _ed25519_verifies(public, message, signature):
    key, commitment = _decompress(public), _decompress(signature[:32])
    answer = int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or answer >= _L:
        return False
    challenge = _hash_number(signature[:32] + public + message)
    return _is_same(_multiply(answer, _BASE), _add(commitment, _multiply(challenge, key)))


# The restricted loads().

# What a dump may name, by module below sqlalchemy: measured in dumps of all constructs by SQLAlchemy 1.4 to 2.1, and those of their like. Dots stand
# for classes within classes, whole names only. None of the functions is ever called while a dump is loaded; none does harm when it is.
_NAMES = """
cimmutabledict: immutabledict
cyextension.immutabledict: immutabledict
dialects.mssql.base: BIT DATETIME2 DATETIMEOFFSET DOUBLE_PRECISION IMAGE MONEY NTEXT REAL ROWVERSION SMALLDATETIME SMALLMONEY SQL_VARIANT TIME
    TIMESTAMP TINYINT UNIQUEIDENTIFIER VARBINARY XML
dialects.mssql.json: JSON
dialects.mysql.dml: DMLLimitClause Insert OnDuplicateClause
dialects.mysql.enumerated: ENUM SET
dialects.mysql.expression: match
dialects.mysql.json: JSON
dialects.mysql.mariadb: INET4 INET6
dialects.mysql.types: BIGINT BIT CHAR DATETIME DECIMAL DOUBLE FLOAT INTEGER LONGBLOB LONGTEXT MEDIUMBLOB MEDIUMINT MEDIUMTEXT NCHAR NUMERIC NVARCHAR
    REAL SMALLINT TEXT TIME TIMESTAMP TINYBLOB TINYINT TINYTEXT VARCHAR YEAR
dialects.oracle.base: BFILE BINARY_DOUBLE BINARY_FLOAT DATE INTERVAL LONG NCLOB NUMBER RAW ROWID VARCHAR2
dialects.oracle.types: BFILE BINARY_DOUBLE BINARY_FLOAT DATE FLOAT INTERVAL LONG NCLOB NUMBER RAW ROWID TIMESTAMP VARCHAR2
dialects.oracle.vector: VECTOR VectorStorageFormat VectorStorageType
dialects.postgresql.array: ARRAY ARRAY.Comparator array
dialects.postgresql.base: BIT BYTEA CIDR DOUBLE_PRECISION ENUM INET INTERVAL MACADDR MACADDR8 MONEY OID REGCLASS TIME TIMESTAMP TSVECTOR UUID
dialects.postgresql.dml: Insert OnConflictDoNothing OnConflictDoUpdate
dialects.postgresql.ext: aggregate_order_by phraseto_tsquery plainto_tsquery to_tsquery to_tsvector ts_headline websearch_to_tsquery
dialects.postgresql.hstore: HSTORE HSTORE.Comparator _HStoreArrayFunction _HStoreDefinedFunction _HStoreDeleteFunction _HStoreKeysFunction
    _HStoreMatrixFunction _HStoreSliceFunction _HStoreValsFunction hstore
dialects.postgresql.json: JSON JSON.Comparator JSONB JSONB.Comparator JSONPATH
dialects.postgresql.named_types: DOMAIN ENUM NamedType
dialects.postgresql.ranges: AbstractRange AbstractRange.comparator_factory DATEMULTIRANGE DATERANGE INT4MULTIRANGE INT4RANGE INT8MULTIRANGE
    INT8RANGE MultiRange NUMMULTIRANGE NUMRANGE Range TSMULTIRANGE TSRANGE TSTZMULTIRANGE TSTZRANGE
dialects.postgresql.types: BIT BIT.comparator_factory BYTEA CIDR CITEXT INET INTERVAL MACADDR MACADDR8 MONEY OID REGCLASS REGCONFIG TIME TIMESTAMP
    TSQUERY TSVECTOR
dialects.sqlite.base: DATE DATETIME TIME
dialects.sqlite.dml: Insert OnConflictDoNothing OnConflictDoUpdate
dialects.sqlite.json: JSON
orm.attributes: AdHocHasEntityNamespace HasEntityNamespace _AdHocHasEntityNamespace
orm.context: FromStatement ORMCompileState ORMCompileState.default_compile_options QueryContext QueryContext.default_load_options _ORMCompileState
    _ORMCompileState.default_compile_options
orm.descriptor_props: CompositeProperty CompositeProperty.CompositeBundle
orm.query: FromStatement Query
orm.relationships: _ColInAnnotations
orm.strategy_options: Load _AttributeStrategyLoad _ClassStrategyLoad _TokenStrategyLoad _UnboundLoad _WildcardLoad
orm.util: LoaderCriteriaOption._unreduce AliasedClass AliasedInsp Bundle LoaderCriteriaOption _ORMJoin
sql.base: ColumnCollection ColumnSet DedupeColumnCollection ImmutableColumnCollection ReadOnlyColumnCollection WriteableColumnCollection
    _DialectArgDict _DialectArgView _NoArg
sql.ddl: AddConstraint CreateColumn CreateIndex CreateSchema CreateSequence CreateTable DDL DropConstraint DropIndex DropSchema DropSequence
    DropTable
sql.dml: Delete Insert Update
sql.elements: AggregateOrderBy AsBoolean BinaryExpression BindParameter BooleanClauseList Case Cast ClauseElement ClauseList CollationClause
    CollectionAggregate ColumnClause ColumnElement ExpressionClauseList Extract False_ FrameClause FrameClauseType FunctionFilter Grouping Label
    Null Over Slice TableValuedColumn TextClause True_ TryCast Tuple TypeClause TypeCoerce UnaryExpression WithinGroup _OverRange _anonymous_label
    _label_reference _textual_label_reference _truncated_label conv quoted_name
sql.functions: AnsiFunction Function FunctionAsBinary FunctionElement GenericFunction OrderedSetAgg ReturnTypeFromArgs ReturnTypeFromOptionalArgs
    ScalarFunctionColumn aggregate_strings all_ any_ array_agg char_length coalesce concat count cube cume_dist current_date current_time current_timestamp
    current_user dense_rank grouping_sets localtime localtimestamp max min mode next_value now percent_rank percentile_cont percentile_disc pow
    random rank rollup session_user some sum sysdate user
sql.operators: OperatorClass add all_op and_ any_op as_ asc_op between_op bitwise_and_op bitwise_lshift_op bitwise_not_op bitwise_or_op
    bitwise_rshift_op bitwise_xor_op collate comma_op concat_op contains contains_op custom_op desc_op distinct_op endswith_op eq exists filter_op
    floordiv from_ function_as_comparison_op ge getitem gt icontains_op iendswith_op ilike_op in_op inv is_ is_distinct_from is_false is_not
    is_not_distinct_from is_true istartswith_op json_getitem_op json_path_getitem_op le like_op lshift lt match_op mod mul ne neg not_between_op
    not_contains_op not_endswith_op not_icontains_op not_iendswith_op not_ilike_op not_in_op not_istartswith_op not_like_op not_match_op
    not_regexp_match_op not_startswith_op nulls_first_op nulls_last_op or_ regexp_match_op regexp_replace_op rshift startswith_op sub truediv
sql.roles: ByOfRole ColumnsClauseRole ExpressionElementRole WhereHavingRole
sql.schema: CheckConstraint Column ColumnDefault ColumnElementColumnDefault Computed DefaultClause FetchedValue ForeignKey ForeignKeyConstraint Identity Index
    MetaData PrimaryKeyConstraint ScalarElementColumnDefault SchemaConst Sequence Table UniqueConstraint
sql.selectable: Alias CTE CompoundSelect Exists ForUpdateArg FromGrouping Join Lateral ScalarSelect ScalarValues Select SelectLabelStyle
    SelectStatementGrouping Subquery TableClause TableSample TableValuedAlias TextualSelect Values _CTEOpts _CompoundSelectKeyword
    _MemoizedSelectEntities _OffsetLimitParam
sql.sqltypes: ARRAY ARRAY.Comparator BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB Concatenable Concatenable.Comparator DATE DATETIME
    DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime Double Enum Enum.Comparator FLOAT Float HasExpressionLookup HasExpressionLookup.Comparator INTEGER
    Integer Interval Interval.Comparator JSON JSON.Comparator JSON.JSONElementType JSON.JSONIntIndexType JSON.JSONPathType JSON.JSONStrIndexType
    LargeBinary MatchType NCHAR NUMERIC NVARCHAR NullType NullType.Comparator Numeric REAL SMALLINT SmallInteger String TEXT TIME TIMESTAMP
    TableValueType Text Time TupleType UUID Unicode UnicodeText Uuid VARBINARY VARCHAR _Binary
sql.type_api: TypeDecorator TypeDecorator.TDComparatorContainer TypeDecorator._reduce_td_comparator TypeEngine TypeEngine.Comparator Variant _reconstitute_comparator
sql.util: ClauseAdapter
util._collections: FacadeDict PopulateDict _immutabledict_reconstructor
util._immutabledict_cy: immutabledict
util._py_collections: OrderedSet immutabledict
util.langhelpers: symbol"""

# The same of Python's own. Only what stands in _CALLABLE is called, in the way that stands there.
_PYTHON_NAMES = """
builtins: object list dict set frozenset tuple str bytes bytearray int float bool complex
collections: OrderedDict defaultdict deque
datetime: date datetime time timedelta timezone
decimal: Decimal
ipaddress: IPv4Address IPv4Interface IPv4Network IPv6Address IPv6Interface IPv6Network
uuid: SafeUUID UUID
_operator: add and_ contains eq floordiv ge getitem gt inv invert is_ le lshift lt mod mul ne neg or_ pos rshift sub truediv xor
operator: add and_ contains eq floordiv ge getitem gt inv invert is_ le lshift lt mod mul ne neg or_ pos rshift sub truediv xor
"""

_OLD_MODULES = {"__builtin__": "builtins", "copy_reg": "copyreg"}

_DISPATCH = ("sqlalchemy.event.base", "_UnpickleDispatch")

# SQLAlchemy makes these classes when it needs them: Annotated and the name of the class.
_ANNOTATED = "sqlalchemy.sql.annotation"

# The method of many classes that finds out which options a dialect has.
_DIALECT_OPTIONS = "_kw_reg_for_dialect_cls"

# The methods that SQLAlchemy itself remembers by name, as portable_instancemethod.
_REMEMBERED_METHODS = frozenset(
    "_on_metadata_create _on_metadata_drop _on_table_create _on_table_drop _set_table _should_create_constraint _create_rule_disable"
    " _kw_reg_for_dialect_cls".split()
)


class RestrictedError(pickle.UnpicklingError):
    """A dump asks for what is not admitted. Nothing of the kind was done."""


def _table(text, prefix):
    names = {}
    for entry in re.split(r"\n(?! )", text.strip()):
        module, _, found = entry.partition(": ")
        names[prefix + module] = frozenset(found.split())
    return names


_ADMITTED = _table(_NAMES, "sqlalchemy.")
_ADMITTED_PYTHON = _table(_PYTHON_NAMES, "")
_CLAUSES = frozenset(name for module, names in _ADMITTED.items() if module.startswith("sqlalchemy.sql.") for name in names)


def _refuse(what):
    raise RestrictedError("the dump %s, which is not admitted" % what)


def _import(module, qualified):
    __import__(module)
    found = sys.modules[module]
    for name in qualified.split("."):
        found = getattr(found, name)
    return found


def _plain_encode(text, encoding="latin1"):
    """Of _codecs.encode what stands for bytes in protocols 0 to 2."""
    if type(text) is not str or encoding not in ("latin1", "latin-1"):
        _refuse("encodes text as %r" % (encoding,))
    return text.encode("latin-1")


def _plain_bytes(*args):
    if not args:
        return b""
    return _plain_encode(*args)


def _plain_bytearray(*args):
    if args and type(args[0]) is bytes and len(args) == 1:
        return bytearray(args[0])
    return bytearray(_plain_bytes(*args))


def _plain_type(*args):
    """The types of singletons, which pickle writes as type(None)."""
    if len(args) != 1 or args[0] not in (None, Ellipsis, NotImplemented):
        _refuse("asks for the type of something")
    return type(args[0])


def _plain_pattern(pattern, flags=0):
    if type(pattern) not in (str, bytes) or type(flags) is not int:
        _refuse("makes a pattern of something else")
    return re.compile(pattern, flags & ~re.DEBUG)


def _plain_collection(kind):
    def make(*args):
        if len(args) > 1 or (args and type(args[0]) not in (list, tuple, set, frozenset)):
            _refuse("makes a %s of something else" % kind.__name__)
        return kind(*args)

    return make


class _RestrictedValues(object):
    """What a PickleType of a dump reads values with."""

    @staticmethod
    def dumps(value, protocol=pickle.HIGHEST_PROTOCOL):
        return pickle.dumps(value, protocol)

    @staticmethod
    def loads(data):
        return _Unpickler(data, None, None, None, ()).load()


def _pickle_type(protocol=pickle.HIGHEST_PROTOCOL, pickler=None, comparator=None):
    """A PickleType reads rows by pickle, and a dump can say which bytes are in the row. It may compare values by == or is."""
    if not any(comparator is known for known in (None, operator.eq, operator.is_)):
        _refuse("has a PickleType with a comparator")
    from sqlalchemy import PickleType

    return PickleType(protocol, _RestrictedValues, comparator)


_CALLABLE = {
    ("builtins", "set"): _plain_collection(set),
    ("builtins", "frozenset"): _plain_collection(frozenset),
    ("builtins", "bytes"): _plain_bytes,
    ("builtins", "bytearray"): _plain_bytearray,
    ("builtins", "complex"): complex,
    ("builtins", "type"): _plain_type,
    ("builtins", "slice"): slice,
    ("_codecs", "encode"): _plain_encode,
    ("re", "_compile"): _plain_pattern,
    ("sqlalchemy.sql.sqltypes", "PickleType"): _pickle_type,
}

# Classes of SQLAlchemy that are called, and functions; others are made without being called.
_CALLED_NAMES = frozenset(
    "immutabledict _immutabledict_reconstructor OrderedSet FacadeDict ColumnSet quoted_name conv _anonymous_label _truncated_label Label Over WithinGroup"
    " AggregateOrderBy"
    " _reconstitute_comparator TypeDecorator.TDComparatorContainer TypeDecorator._reduce_td_comparator LoaderCriteriaOption._unreduce symbol _NoArg OperatorClass".split()
)


# Of these each call makes a new one, which belongs to the dump and is filled by it.
_NEW_EACH_TIME = frozenset("ColumnSet OrderedSet FacadeDict".split())


class _Stand(object):
    """Stands for something that is called in a way of its own, and cannot be anything else."""

    def __init__(self, name, call):
        self.name = name
        self.call = call


class _Unpickler(pickle._Unpickler):
    """pickle's own in Python, of which every way to make or change something is narrowed."""

    dispatch = dict(pickle._Unpickler.dispatch)

    def __init__(self, data, metadata, scoped_session, engine, classes, admit=()):
        self._size = len(data)
        super(_Unpickler, self).__init__(io.BytesIO(data))
        self._metadata = metadata
        self._scoped_session = scoped_session
        self._engine = engine
        self._classes = {(each.__module__, each.__qualname__): each for each in classes}
        self._admit = {(each.__module__, each.__qualname__): each for each in admit}
        self._made = {}
        self._callable = {}
        self._stands = {
            ("builtins", "getattr"): _Stand("getattr", self._nested),
            ("copyreg", "_reconstructor"): _Stand("_reconstructor", self._reconstruct),
            ("sqlalchemy.orm.attributes", "_queryable_attribute_unreduce"): _Stand("_queryable_attribute_unreduce", self._attribute),
            _DISPATCH: _Stand("_UnpickleDispatch", self._dispatcher),
        }

    # Names.

    def find_class(self, module, name):
        module = _OLD_MODULES.get(module, module)
        key = (module, name)
        if key in self._stands:
            return self._stands[key]
        if key in self._classes:
            return self._classes[key]
        if key in self._admit:
            found = self._admit[key]
            self._callable[id(found)] = found
            return found
        return self._named(key)

    def _named(self, key):
        module, name = key
        if name in _ADMITTED_PYTHON.get(module, ()):
            found = _import(module, name)
            if key in _CALLABLE:
                self._callable[id(found)] = _CALLABLE[key]
            elif module not in ("builtins", "operator", "_operator"):
                self._callable[id(found)] = found
            return found
        owner, _, method = name.rpartition(".")
        if name in _ADMITTED.get(module, ()) or (method == _DIALECT_OPTIONS and owner in _ADMITTED.get(module, ())):
            found = _import(module, name)
            if name in _CALLED_NAMES or self._is_called(found):
                self._callable[id(found)] = found
            return found
        if module == _ANNOTATED and name.startswith("Annotated") and name[len("Annotated") :] in _CLAUSES:
            found = _import(module, name)
            self._callable[id(found)] = found
            return found
        if key == ("sqlalchemy.util.langhelpers", "portable_instancemethod"):
            return _import(module, name)
        if key in _CALLABLE:
            return self._stands.setdefault(key, _Stand(name, _CALLABLE[key]))
        _refuse("names %s.%s" % key)

    @staticmethod
    def _is_called(found):
        """Members of enumerations, and comparators of types."""
        if not isinstance(found, type):
            return False
        from sqlalchemy.types import TypeEngine

        return issubclass(found, (enum.Enum, TypeEngine.Comparator))

    def _nested(self, owner, name):
        """getattr, as protocols below 4 write a class within a class, and all of them a method of an object."""
        if name in _REMEMBERED_METHODS and self._is_own(owner):
            return getattr(owner, name)
        if type(name) is not str or not isinstance(owner, (type, enum.EnumMeta)):
            _refuse("asks for an attribute")
        return self._named((owner.__module__, owner.__qualname__ + "." + name))

    # Making.

    def _call(self, function, args):
        if isinstance(function, _Stand):
            return function.call(*args)
        call = self._callable.get(id(function))
        if call is None:
            _refuse("calls %s" % (getattr(function, "__name__", None) or type(function).__name__))
        made = call(*args)
        return self._remember(made) if type(made).__name__ in _NEW_EACH_TIME and type(made) is function else made

    def _reduce(self):
        args = self.stack.pop()
        if type(args) is not tuple:
            _refuse("calls with %s for arguments" % type(args).__name__)
        self.stack[-1] = self._call(self.stack[-1], args)

    def _new_object(self):
        args = self.stack.pop()
        cls = self.stack.pop()
        if cls is self._stands[_DISPATCH]:
            self.stack.append(cls.call(*args))
        else:
            self._make(cls, args, {})

    def _new_object_ex(self):
        keywords = self.stack.pop()
        args = self.stack.pop()
        self._make(self.stack.pop(), args, keywords)

    def _make(self, cls, args, keywords):
        if type(args) is not tuple or type(keywords) is not dict or not self._is_made(cls):
            _refuse("makes an object of %s" % (getattr(cls, "__name__", None) or type(cls).__name__))
        self.stack.append(self._remember(cls.__new__(cls, *args, **keywords)))

    def _is_made(self, cls):
        """Classes of SQLAlchemy, and those of the values it knows; never those that a mapper has, for what they do is unknown."""
        if not isinstance(cls, type):
            return False
        key = (cls.__module__, cls.__qualname__)
        return key in self._admit or cls.__module__.startswith("sqlalchemy.") or key in (("uuid", "UUID"), ("collections", "OrderedDict"))

    def _reconstruct(self, cls, base, state):
        if cls is self._stands[_DISPATCH]:
            return cls.call()
        if not self._is_made(cls) or base not in (object, dict, list, tuple, str, set, frozenset):
            _refuse("makes an object of %s" % getattr(cls, "__name__", cls))
        if base is object:
            return self._remember(object.__new__(cls))
        made = base.__new__(cls, state)
        if base.__init__ is not object.__init__:
            base.__init__(made, state)
        return self._remember(made)

    def _remember(self, made):
        # The object too, lest another gets its id.
        self._made[id(made)] = made
        return made

    def _is_own(self, thing):
        return self._made.get(id(thing)) is thing

    def _dispatcher(self):
        from sqlalchemy.event.base import _UnpickleDispatch

        def dispatch(cls):
            if not isinstance(cls, type) or not cls.__module__.startswith("sqlalchemy."):
                _refuse("asks for the events of %s" % (cls,))
            return _UnpickleDispatch()(cls)

        return _Stand("dispatch", dispatch)

    def _attribute(self, key, mapped_class, parententity, entity):
        """A mapped attribute, of the class or of an alias of it."""
        from sqlalchemy import inspect
        from sqlalchemy.orm.util import AliasedClass

        if mapped_class not in self._classes.values() or type(key) is not str or key not in inspect(mapped_class).all_orm_descriptors:
            _refuse("asks for an attribute that is not mapped")
        if isinstance(entity, AliasedClass) and self._is_own(entity):
            return entity._get_from_serialized(key, mapped_class, parententity)
        if entity is not mapped_class:
            _refuse("asks for an attribute of something else")
        return getattr(entity, key)

    # Changing.

    def _build(self):
        state = self.stack[-1]
        made = self.stack[-2]
        if not self._is_own(made):
            _refuse("changes %s" % type(made).__name__)
        parts = state if type(state) is tuple and len(state) == 2 else (state, None)
        for part in parts:
            if part is not state and isinstance(part, dict) and any(type(name) is str and name.startswith("__") for name in part):
                _refuse("sets what is Python's own")
        if type(made).__name__ == "portable_instancemethod":
            self._check_method(state)
        pickle._Unpickler.load_build(self)

    def _check_method(self, state):
        if type(state) is tuple:
            state = state[1]
        if state.get("name") not in _REMEMBERED_METHODS or not self._is_own(state.get("target")):
            _refuse("remembers the method %r" % (state.get("name"),))

    def _checked(name, depth):
        """An opcode that puts something in a collection, which must be one, and the dump's own."""
        original = getattr(pickle._Unpickler, name)

        def load(self):
            collection = self.stack[depth] if depth else self.metastack[-1][-1]
            if type(collection) not in (list, dict, set, collections.OrderedDict, collections.defaultdict) and not self._is_own(collection):
                _refuse("changes %s" % type(collection).__name__)
            original(self)

        return load

    def _byte_array(self):
        (length,) = struct.unpack("<Q", self.read(8))
        if length > self._size:
            raise pickle.UnpicklingError("the dump ends too soon")
        self.append(bytearray(self.read(length)))

    def _refused_opcode(self):
        _refuse("has an opcode that Python 3 does not write")

    dispatch[pickle.REDUCE[0]] = _reduce
    dispatch[pickle.NEWOBJ[0]] = _new_object
    dispatch[pickle.NEWOBJ_EX[0]] = _new_object_ex
    dispatch[pickle.BUILD[0]] = _build
    dispatch[pickle.SETITEM[0]] = _checked("load_setitem", -3)
    dispatch[pickle.SETITEMS[0]] = _checked("load_setitems", 0)
    dispatch[pickle.APPEND[0]] = _checked("load_append", -2)
    dispatch[pickle.APPENDS[0]] = _checked("load_appends", 0)
    dispatch[pickle.ADDITEMS[0]] = _checked("load_additems", 0)
    dispatch[b"\x96"[0]] = _byte_array
    for _opcode in (pickle.INST, pickle.OBJ, pickle.EXT1, pickle.EXT2, pickle.EXT4, b"\x97", b"\x98"):
        dispatch[_opcode[0]] = _refused_opcode
    del _checked

    # Persistent ids: those of sqlalchemy.ext.serializer, whose classes are pickles of their own.

    def persistent_load(self, pid):
        kind, _, rest = str(pid).partition(":")
        load = getattr(self, "_load_" + kind, None) if kind in _IDS else None
        if load is None:
            _refuse("has the id %r" % (pid,))
        return load(rest)

    def _load_table(self, key):
        return self._metadata.tables[key]

    def _load_column(self, rest):
        table, _, key = rest.rpartition(":")
        return self._metadata.tables[table].c[key]

    def _load_mapper(self, rest):
        from sqlalchemy.orm import class_mapper

        return class_mapper(self._mapped_class(rest))

    def _load_mapper_selectable(self, rest):
        return self._load_mapper(rest).__clause_element__()

    def _load_mapperprop(self, rest):
        cls, _, key = rest.partition(":")
        return self._load_mapper(cls).attrs[key]

    def _load_attribute(self, rest):
        key, _, cls = rest.partition(":")
        return self._attribute(key, self._mapped_class(cls), None, self._mapped_class(cls))

    def _load_session(self, rest):
        return self._scoped_session()

    def _load_engine(self, rest):
        if self._engine is not None or self._scoped_session is None:
            return self._engine
        return self._scoped_session().bind

    def _mapped_class(self, encoded):
        inner = _Unpickler(base64.b64decode(encoded), None, None, None, self._classes.values())
        found = inner.load()
        if not isinstance(found, type) or found not in self._classes.values():
            _refuse("has an id of a class that was not given")
        return found


_IDS = frozenset("table column mapper mapper_selectable mapperprop attribute session engine".split())


def loads(data, metadata=None, scoped_session=None, engine=None, classes=(), admit=()):
    """As loads() of sqlalchemy.ext.serializer, for dumps whose sender is not trusted.

    classes: the mapped classes that a dump may speak of. admit: further classes and functions that it may name and call, such as an Enum or a type of
    your own; what they do is your responsibility. Mapped instances are not loaded, only queries.

    Raises RestrictedError, or whatever pickle and SQLAlchemy raise for dumps that are broken.
    """
    return _Unpickler(bytes(data), metadata, scoped_session, engine, tuple(classes), tuple(admit)).load()
