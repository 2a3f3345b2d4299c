package dev.brine.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.XML;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jooq.impl.SQLDataType;

/** A value or condition of each kind in jOOQ's object model, over the users of the shop. */
// What a sample is of does not matter to jOOQ as long as it is printed.
@SuppressWarnings({"rawtypes", "unchecked"})
final class KindSamples {

  static final Table<Record> USERS = table(name("users"));
  static final Table<Record> ITEMS = table(name("items"));
  static final Field<Integer> ID = field(name("users", "id"), SQLDataType.INTEGER);
  static final Field<String> NAME = field(name("users", "name"), SQLDataType.VARCHAR);
  static final Field<String> FULLNAME = field(name("users", "fullname"), SQLDataType.VARCHAR);
  static final Field<Integer> AGE = field(name("users", "age"), SQLDataType.INTEGER);
  static final Field<Boolean> ACTIVE = field(name("users", "active"), SQLDataType.BOOLEAN);
  static final Field<Double> SCORE = field(name("users", "score"), SQLDataType.DOUBLE);
  static final Field<LocalDate> BIRTHDAY = field(name("users", "birthday"), SQLDataType.LOCALDATE);
  static final Field<LocalDateTime> CREATED =
      field(name("users", "created_at"), SQLDataType.LOCALDATETIME);

  private static final Map<Class<?>, QueryPart> ALL = all();

  private KindSamples() {}

  /** Each by the simple name of its kind. */
  static Map<String, QueryPart> byName() {
    Map<String, QueryPart> samples = new TreeMap<>();
    ALL.forEach((kind, sample) -> samples.put(kind.getSimpleName(), sample));
    return samples;
  }

  /** Each with its kind, which it is of. */
  static Map<Class<?>, QueryPart> byKind() {
    return ALL;
  }

  private static Map<Class<?>, QueryPart> all() {
    Map<Class<?>, QueryPart> all = new java.util.LinkedHashMap<>();
    numbers(all);
    bits(all);
    texts(all);
    times(all);
    choices(all);
    aggregates(all);
    arrays(all);
    documents(all);
    conditions(all);
    return all;
  }

  private static void numbers(Map<Class<?>, QueryPart> all) {
    Field<Double> half = inline(0.5);
    all.put(QOM.Acosh.class, DSL.acosh(ID));
    all.put(QOM.Acoth.class, DSL.acoth(ID.plus(1)));
    all.put(QOM.Asinh.class, DSL.asinh(ID));
    all.put(QOM.Atan2.class, DSL.atan2(ID, AGE));
    all.put(QOM.Atanh.class, DSL.atanh(half));
    all.put(QOM.Cosh.class, DSL.cosh(ID));
    all.put(QOM.Cot.class, DSL.cot(ID));
    all.put(QOM.Coth.class, DSL.coth(ID));
    all.put(QOM.Euler.class, DSL.e());
    all.put(QOM.Ln.class, DSL.ln(ID));
    all.put(QOM.Log.class, DSL.log(ID, 2));
    all.put(QOM.Log10.class, DSL.log10(ID));
    all.put(QOM.Pi.class, DSL.pi());
    all.put(QOM.Rand.class, DSL.rand());
    all.put(QOM.Sinh.class, DSL.sinh(ID));
    all.put(QOM.Square.class, DSL.square(AGE));
    all.put(QOM.Tanh.class, DSL.tanh(ID));
    all.put(QOM.Tau.class, DSL.tau());
    all.put(QOM.Trunc.class, DSL.trunc(SCORE, inline(1)));
    all.put(QOM.WidthBucket.class, DSL.widthBucket(AGE, 0, 100, 5));
    all.put(QOM.Greatest.class, DSL.greatest(ID, AGE));
    all.put(QOM.Least.class, DSL.least(ID, AGE));
    all.put(QOM.Uuid.class, DSL.uuid());
  }

  private static void bits(Map<Class<?>, QueryPart> all) {
    all.put(QOM.BitCount.class, DSL.bitCount(AGE));
    all.put(QOM.BitGet.class, DSL.bitGet(AGE, 1));
    all.put(QOM.BitNand.class, DSL.bitNand(AGE, ID));
    all.put(QOM.BitNor.class, DSL.bitNor(AGE, ID));
    all.put(QOM.BitSet.class, DSL.bitSet(AGE, 1));
    all.put(QOM.BitXNor.class, DSL.bitXNor(AGE, ID));
    all.put(QOM.BitXor.class, DSL.bitXor(AGE, ID));
    all.put(QOM.Shl.class, DSL.shl(AGE, 1));
    all.put(QOM.Shr.class, DSL.shr(AGE, 1));
  }

  private static void texts(Map<Class<?>, QueryPart> all) {
    all.put(QOM.Ascii.class, DSL.ascii(NAME));
    all.put(QOM.BitLength.class, DSL.bitLength(NAME));
    all.put(QOM.Chr.class, DSL.chr(ID.plus(64)));
    all.put(QOM.Digits.class, DSL.digits(ID));
    all.put(QOM.Left.class, DSL.left(NAME, 2));
    all.put(QOM.Lpad.class, DSL.lpad(NAME, 10, "-"));
    all.put(QOM.Md5.class, DSL.md5(NAME));
    all.put(QOM.OctetLength.class, DSL.octetLength(NAME));
    all.put(QOM.Overlay.class, DSL.overlay(NAME, val("xx"), val(2), val(1)));
    all.put(QOM.Position.class, DSL.position(NAME, "e"));
    all.put(QOM.Repeat.class, DSL.repeat(NAME, 2));
    all.put(QOM.Reverse.class, DSL.reverse(NAME));
    all.put(QOM.Right.class, DSL.right(NAME, 2));
    all.put(QOM.Rpad.class, DSL.rpad(NAME, 10, "-"));
    all.put(QOM.Space.class, DSL.space(ID));
    all.put(QOM.SplitPart.class, DSL.splitPart(FULLNAME, " ", 1));
    all.put(QOM.Substring.class, DSL.substring(NAME, 2, 2));
    all.put(QOM.SubstringIndex.class, DSL.substringIndex(FULLNAME, val(" "), val(1)));
    all.put(QOM.ToChar.class, DSL.toChar(BIRTHDAY, "YYYY"));
    all.put(QOM.ToHex.class, DSL.toHex(AGE));
    all.put(QOM.Translate.class, DSL.translate(NAME, "e", "3"));
  }

  private static void times(Map<Class<?>, QueryPart> all) {
    all.put(QOM.CurrentCatalog.class, DSL.currentCatalog());
    all.put(QOM.CurrentDate.class, DSL.currentLocalDate());
    all.put(QOM.CurrentSchema.class, DSL.currentSchema());
    all.put(QOM.CurrentTime.class, DSL.currentLocalTime());
    all.put(QOM.CurrentTimestamp.class, DSL.currentLocalDateTime());
    all.put(QOM.CurrentUser.class, DSL.currentUser());
    all.put(QOM.DateAdd.class, DSL.localDateAdd(BIRTHDAY, 2, DatePart.DAY));
    all.put(QOM.TimestampDiff.class, DSL.localDateTimeDiff(CREATED, CREATED));
    all.put(QOM.ToDate.class, DSL.toDate("20240229", "YYYYMMDD"));
    all.put(QOM.ToTimestamp.class, DSL.toTimestamp("20240229", "YYYYMMDD"));
  }

  private static void choices(Map<Class<?>, QueryPart> all) {
    all.put(QOM.Choose.class, DSL.choose(ID, val("one"), val("two")));
    all.put(QOM.Decode.class, DSL.decode(ID, val(1), val("one"), val("many")));
    all.put(QOM.FieldFunction.class, DSL.field(NAME, val("ed"), val("mary")));
    all.put(QOM.Iif.class, DSL.iif(ID.gt(1), NAME, val("-")));
    all.put(QOM.Nvl.class, DSL.nvl(FULLNAME, NAME));
    all.put(QOM.Nvl2.class, DSL.nvl2(FULLNAME, NAME, val("-")));
    all.put(QOM.TryCast.class, DSL.tryCast(NAME, SQLDataType.INTEGER));
    all.put(QOM.Default.class, DSL.defaultValue(SQLDataType.INTEGER));
    all.put(QOM.QualifiedRowid.class, USERS.rowid());
  }

  private static void aggregates(Map<Class<?>, QueryPart> all) {
    all.put(QOM.AnyValue.class, DSL.anyValue(NAME));
    all.put(QOM.ArrayAgg.class, DSL.arrayAgg(NAME).orderBy(ID));
    all.put(QOM.BitAndAgg.class, DSL.bitAndAgg(ID));
    all.put(QOM.BitNandAgg.class, DSL.bitNandAgg(ID));
    all.put(QOM.BitNorAgg.class, DSL.bitNorAgg(ID));
    all.put(QOM.BitOrAgg.class, DSL.bitOrAgg(ID));
    all.put(QOM.BitXNorAgg.class, DSL.bitXNorAgg(ID));
    all.put(QOM.BitXorAgg.class, DSL.bitXorAgg(ID));
    all.put(QOM.BoolAnd.class, DSL.boolAnd(ACTIVE));
    all.put(QOM.BoolOr.class, DSL.boolOr(AGE.gt(40)));
    all.put(QOM.Corr.class, DSL.corr(SCORE, AGE));
    all.put(QOM.CountTable.class, DSL.count(USERS));
    all.put(QOM.CovarPop.class, DSL.covarPop(SCORE, AGE));
    all.put(QOM.CovarSamp.class, DSL.covarSamp(SCORE, AGE));
    all.put(QOM.JSONArrayAgg.class, DSL.jsonArrayAgg(NAME));
    all.put(QOM.JSONObjectAgg.class, DSL.jsonObjectAgg(NAME, ID));
    all.put(QOM.Median.class, DSL.median(AGE));
    all.put(QOM.Mode.class, DSL.mode(AGE));
    all.put(QOM.MultisetAgg.class, DSL.multisetAgg(ID, NAME));
    all.put(QOM.Product.class, DSL.product(ID));
    all.put(QOM.RatioToReport.class, DSL.ratioToReport(AGE).over());
    all.put(QOM.RegrAvgX.class, DSL.regrAvgX(SCORE, AGE));
    all.put(QOM.RegrAvgY.class, DSL.regrAvgY(SCORE, AGE));
    all.put(QOM.RegrCount.class, DSL.regrCount(SCORE, AGE));
    all.put(QOM.RegrIntercept.class, DSL.regrIntercept(SCORE, AGE));
    all.put(QOM.RegrR2.class, DSL.regrR2(SCORE, AGE));
    all.put(QOM.RegrSlope.class, DSL.regrSlope(SCORE, AGE));
    all.put(QOM.RegrSxx.class, DSL.regrSXX(SCORE, AGE));
    all.put(QOM.RegrSxy.class, DSL.regrSXY(SCORE, AGE));
    all.put(QOM.RegrSyy.class, DSL.regrSYY(SCORE, AGE));
    all.put(QOM.StddevPop.class, DSL.stddevPop(AGE));
    all.put(QOM.StddevSamp.class, DSL.stddevSamp(AGE));
    all.put(QOM.VarPop.class, DSL.varPop(AGE));
    all.put(QOM.VarSamp.class, DSL.varSamp(AGE));
    all.put(QOM.XMLAgg.class, DSL.xmlagg(DSL.xmlcomment("a")));
  }

  private static void arrays(Map<Class<?>, QueryPart> all) {
    Field<Integer[]> array = DSL.array(ID, AGE);
    all.put(QOM.Array.class, array);
    all.put(QOM.ArrayAppend.class, DSL.arrayAppend(array, ID));
    all.put(QOM.ArrayConcat.class, DSL.arrayConcat(array, array));
    all.put(QOM.ArrayGet.class, DSL.arrayGet(array, 1));
    all.put(QOM.ArrayOverlap.class, DSL.arrayOverlap(array, array));
    all.put(QOM.ArrayPrepend.class, DSL.arrayPrepend(ID, array));
    all.put(QOM.ArrayQuery.class, DSL.array(select(ID).from(USERS)));
    all.put(QOM.ArrayRemove.class, DSL.arrayRemove(array, ID));
    all.put(QOM.ArrayReplace.class, DSL.arrayReplace(array, ID, AGE));
    all.put(QOM.Cardinality.class, DSL.cardinality(array));
    all.put(QOM.Multiset.class, DSL.multiset(select(ID).from(USERS)));
  }

  private static void documents(Map<Class<?>, QueryPart> all) {
    Field<JSON> json = field(name("items", "tags"), SQLDataType.JSON);
    Field<JSONB> jsonb = field(name("items", "tags"), SQLDataType.JSONB);
    Field<XML> xml = DSL.xmlelement("a");
    all.put(QOM.JSONArray.class, DSL.jsonArray(ID, NAME));
    all.put(QOM.JSONObject.class, DSL.jsonObject("a", ID));
    all.put(QOM.JSONGetElement.class, DSL.jsonGetElement(json, 1));
    all.put(QOM.JSONBGetElement.class, DSL.jsonbGetElement(jsonb, 1));
    all.put(QOM.JSONGetElementAsText.class, DSL.jsonGetElementAsText(json, 1));
    all.put(QOM.JSONBGetElementAsText.class, DSL.jsonbGetElementAsText(jsonb, 1));
    all.put(QOM.JSONGetAttribute.class, DSL.jsonGetAttribute(json, "a"));
    all.put(QOM.JSONBGetAttribute.class, DSL.jsonbGetAttribute(jsonb, "a"));
    all.put(QOM.JSONGetAttributeAsText.class, DSL.jsonGetAttributeAsText(json, "a"));
    all.put(QOM.JSONBGetAttributeAsText.class, DSL.jsonbGetAttributeAsText(jsonb, "a"));
    all.put(QOM.JSONKeys.class, DSL.jsonKeys(json));
    all.put(QOM.JSONBKeys.class, DSL.jsonbKeys(jsonb));
    all.put(QOM.JSONInsert.class, DSL.jsonInsert(json, "$.a", 1));
    all.put(QOM.JSONBInsert.class, DSL.jsonbInsert(jsonb, "$.a", 1));
    all.put(QOM.JSONRemove.class, DSL.jsonRemove(json, "$.a"));
    all.put(QOM.JSONBRemove.class, DSL.jsonbRemove(jsonb, "$.a"));
    all.put(QOM.JSONReplace.class, DSL.jsonReplace(json, "$.a", 1));
    all.put(QOM.JSONBReplace.class, DSL.jsonbReplace(jsonb, "$.a", 1));
    all.put(QOM.JSONSet.class, DSL.jsonSet(json, "$.a", 1));
    all.put(QOM.JSONBSet.class, DSL.jsonbSet(jsonb, "$.a", 1));
    all.put(QOM.XMLComment.class, DSL.xmlcomment("a"));
    all.put(QOM.XMLConcat.class, DSL.xmlconcat(DSL.xmlcomment("a"), DSL.xmlcomment("b")));
    all.put(QOM.XMLElement.class, xml);
    all.put(QOM.XMLExists.class, DSL.xmlexists("/a").passing(DSL.xmlcomment("a")));
    all.put(QOM.XMLForest.class, DSL.xmlforest(NAME));
    all.put(QOM.XMLParse.class, DSL.xmlparseDocument("<a/>"));
    all.put(QOM.XMLPi.class, DSL.xmlpi("a"));
    all.put(QOM.XMLQuery.class, DSL.xmlquery("/a").passing(xml));
    all.put(QOM.XMLSerialize.class, DSL.xmlserializeContent(xml, SQLDataType.VARCHAR));
  }

  private static void conditions(Map<Class<?>, QueryPart> all) {
    Select<Record1<Integer>> ids = select(ID).from(USERS.as("other"));
    Select<Record1<String>> names = select(inline("e%"));
    all.put(QOM.Contains.class, NAME.contains("e"));
    all.put(QOM.ContainsIgnoreCase.class, NAME.containsIgnoreCase("E"));
    all.put(QOM.EndsWith.class, NAME.endsWith("y"));
    all.put(QOM.EndsWithIgnoreCase.class, NAME.endsWithIgnoreCase("Y"));
    all.put(QOM.StartsWith.class, NAME.startsWith("e"));
    all.put(QOM.StartsWithIgnoreCase.class, NAME.startsWithIgnoreCase("E"));
    all.put(QOM.Null.class, DSL.nullCondition());
    all.put(QOM.Xor.class, ID.gt(1).xor(AGE.gt(40)));
    all.put(QOM.RegexpLike.class, NAME.likeRegex("^e"));
    all.put(QOM.SimilarTo.class, NAME.similarTo("e%"));
    all.put(QOM.NotSimilarTo.class, NAME.notSimilarTo("e%"));
    all.put(QOM.SimilarToQuantified.class, NAME.similarTo(DSL.any(names)));
    all.put(QOM.NotSimilarToQuantified.class, NAME.notSimilarTo(DSL.any(names)));
    all.put(QOM.LikeQuantified.class, NAME.like(DSL.any(names)));
    all.put(QOM.NotLikeQuantified.class, NAME.notLike(DSL.all(names)));
    all.put(QOM.EqQuantified.class, ID.eq(DSL.any(ids)));
    all.put(QOM.NeQuantified.class, ID.ne(DSL.all(ids)));
    all.put(QOM.LtQuantified.class, ID.lt(DSL.any(ids)));
    all.put(QOM.LeQuantified.class, ID.le(DSL.all(ids)));
    all.put(QOM.GtQuantified.class, ID.gt(DSL.any(ids)));
    all.put(QOM.GeQuantified.class, ID.ge(DSL.all(ids)));
    all.put(QOM.RowEq.class, DSL.row(ID, NAME).eq(DSL.row(2, "ed")));
    all.put(QOM.RowNe.class, DSL.row(ID, NAME).ne(DSL.row(2, "ed")));
    all.put(QOM.RowLt.class, DSL.row(ID, AGE).lt(DSL.row(2, 40)));
    all.put(QOM.RowLe.class, DSL.row(ID, AGE).le(DSL.row(2, 40)));
    all.put(QOM.RowGt.class, DSL.row(ID, AGE).gt(DSL.row(2, 40)));
    all.put(QOM.RowGe.class, DSL.row(ID, AGE).ge(DSL.row(2, 40)));
    all.put(QOM.RowIsNull.class, DSL.row(ID, AGE).isNull());
    all.put(QOM.RowIsNotNull.class, DSL.row(ID, AGE).isNotNull());
    all.put(
        QOM.RowOverlaps.class, DSL.row(BIRTHDAY, BIRTHDAY).overlaps(DSL.row(BIRTHDAY, BIRTHDAY)));
    all.put(QOM.SelectIsNull.class, select(ID, AGE).from(USERS).isNull());
    all.put(QOM.SelectIsNotNull.class, select(ID, AGE).from(USERS).isNotNull());
    all.put(QOM.Unique.class, DSL.unique(select(ID).from(USERS)));
    all.put(QOM.TableEq.class, USERS.eq(USERS));
    all.put(QOM.TableNe.class, USERS.ne(USERS));
    all.put(QOM.IsDocument.class, NAME.isDocument());
    all.put(QOM.IsNotDocument.class, NAME.isNotDocument());
    all.put(QOM.IsJson.class, NAME.isJson());
    all.put(QOM.IsNotJson.class, NAME.isNotJson());
  }

  /** A query that has the sample, of no dialect. */
  static Select<?> query(QueryPart sample) {
    return query(DSL.using(SQLDialect.DEFAULT), sample);
  }

  /** A query that has the sample, made for a dialect. */
  static Select<?> query(DSLContext dsl, QueryPart sample) {
    if (sample instanceof Condition condition) {
      return dsl.select(ID).from(USERS).where(condition).orderBy(ID);
    }
    boolean isOfItems = sample.toString().contains("items");
    return dsl.select(((Field<?>) sample).as("v")).from(isOfItems ? ITEMS : USERS);
  }
}
