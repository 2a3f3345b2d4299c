package dev.brine.jooq;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.SQLDialect;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of values and conditions that are read as jOOQ prints them in the dialect of the query,
 * and in which one if it has none.
 */
// Class literals have no type arguments.
@SuppressWarnings("rawtypes")
final class Spellings {

  /** What jOOQ calls by a name that means the same in every database that has it. */
  private static final List<Class<?>> STANDARD =
      List.of(
          QOM.Acosh.class,
          QOM.ArrayAppend.class,
          QOM.ArrayOverlap.class,
          QOM.ArrayPrepend.class,
          QOM.ArrayQuery.class,
          QOM.ArrayRemove.class,
          QOM.ArrayReplace.class,
          QOM.Ascii.class,
          QOM.Asinh.class,
          QOM.Atan2.class,
          QOM.Atanh.class,
          QOM.BitLength.class,
          QOM.BitNand.class,
          QOM.BitNor.class,
          QOM.Cardinality.class,
          QOM.Chr.class,
          QOM.Contains.class,
          QOM.ContainsIgnoreCase.class,
          QOM.Cosh.class,
          QOM.Cot.class,
          QOM.EndsWith.class,
          QOM.EndsWithIgnoreCase.class,
          QOM.Greatest.class,
          QOM.Iif.class,
          QOM.IsDocument.class,
          QOM.IsNotDocument.class,
          QOM.Least.class,
          QOM.Left.class,
          QOM.Ln.class,
          QOM.Log10.class,
          QOM.Lpad.class,
          QOM.Md5.class,
          QOM.Median.class,
          QOM.NotSimilarTo.class,
          QOM.OctetLength.class,
          QOM.Overlay.class,
          QOM.Pi.class,
          QOM.Position.class,
          QOM.Repeat.class,
          QOM.Reverse.class,
          QOM.Right.class,
          QOM.Rpad.class,
          QOM.Shl.class,
          QOM.Shr.class,
          QOM.SimilarTo.class,
          QOM.Sinh.class,
          QOM.Space.class,
          QOM.SplitPart.class,
          QOM.StartsWithIgnoreCase.class,
          QOM.Substring.class,
          QOM.SubstringIndex.class,
          QOM.Tanh.class,
          QOM.Tau.class,
          QOM.ToChar.class,
          QOM.ToDate.class,
          QOM.ToHex.class,
          QOM.ToTimestamp.class,
          QOM.Translate.class,
          QOM.Trunc.class,
          QOM.WidthBucket.class,
          QOM.XMLAgg.class,
          QOM.XMLComment.class,
          QOM.XMLConcat.class,
          QOM.XMLExists.class,
          QOM.XMLForest.class);

  /** What jOOQ writes out for PostgreSQL, in words that every database has. */
  private static final List<Class<?>> WRITTEN_OUT =
      List.of(
          QOM.Acoth.class,
          QOM.BitCount.class,
          QOM.BitGet.class,
          QOM.BitSet.class,
          QOM.Choose.class,
          QOM.Coth.class,
          QOM.Decode.class,
          QOM.Digits.class,
          QOM.Euler.class,
          QOM.FieldFunction.class,
          QOM.Nvl.class,
          QOM.Nvl2.class,
          QOM.Square.class,
          QOM.StartsWith.class,
          QOM.Unique.class,
          QOM.Xor.class);

  /** What every database spells in its own way. */
  private static final List<Class<?>> OF_DIALECT =
      List.of(
          QOM.ArrayConcat.class,
          QOM.BitNandAgg.class,
          QOM.BitNorAgg.class,
          QOM.BitXNor.class,
          QOM.BitXNorAgg.class,
          QOM.CurrentCatalog.class,
          QOM.CurrentSchema.class,
          QOM.DateAdd.class,
          QOM.IsJson.class,
          QOM.IsNotJson.class,
          QOM.JSONArray.class,
          QOM.JSONArrayAgg.class,
          QOM.JSONBInsert.class,
          QOM.JSONBKeys.class,
          QOM.JSONBRemove.class,
          QOM.JSONBReplace.class,
          QOM.JSONBSet.class,
          QOM.JSONInsert.class,
          QOM.JSONKeys.class,
          QOM.JSONObject.class,
          QOM.JSONObjectAgg.class,
          QOM.JSONRemove.class,
          QOM.JSONReplace.class,
          QOM.JSONSet.class,
          QOM.Log.class,
          QOM.MultisetAgg.class,
          QOM.Rand.class,
          QOM.RatioToReport.class,
          QOM.TimestampDiff.class,
          QOM.Uuid.class);

  /** What has a standard name, and another one or none in some dialects. */
  static final List<Class<?>> OTHERWISE =
      List.of(
          QOM.AnyValue.class,
          QOM.BitAndAgg.class,
          QOM.BitOrAgg.class,
          QOM.BitXor.class,
          QOM.BitXorAgg.class,
          QOM.BoolAnd.class,
          QOM.BoolOr.class,
          QOM.Corr.class,
          QOM.CovarPop.class,
          QOM.CovarSamp.class,
          QOM.CurrentUser.class,
          QOM.Mode.class,
          QOM.RegrAvgX.class,
          QOM.RegrAvgY.class,
          QOM.RegrCount.class,
          QOM.RegrIntercept.class,
          QOM.RegrR2.class,
          QOM.RegrSlope.class,
          QOM.RegrSxx.class,
          QOM.RegrSxy.class,
          QOM.RegrSyy.class,
          QOM.StddevPop.class,
          QOM.StddevSamp.class,
          QOM.VarPop.class,
          QOM.VarSamp.class);

  /** The same of conditions. */
  static final List<Class<?>> CONDITIONS_OTHERWISE =
      List.of(QOM.RowIsNotNull.class, QOM.RowIsNull.class, QOM.RowOverlaps.class);

  private Spellings() {}

  private static List<Class<?>> all() {
    List<Class<?>> all = new ArrayList<>(STANDARD);
    all.addAll(WRITTEN_OUT);
    all.addAll(OF_DIALECT);
    return all;
  }

  /** Those that a query must have a dialect for. */
  static List<Class<?>> ofDialect() {
    return OF_DIALECT;
  }

  static List<Class<?>> conditions() {
    return all().stream().filter(Condition.class::isAssignableFrom).toList();
  }

  static List<Class<?>> values() {
    return all().stream().filter(kind -> !Condition.class.isAssignableFrom(kind)).toList();
  }

  /** The dialect to read a kind in where the query has none; null if it must have one. */
  static @Nullable SQLDialect common(Class<?> kind) {
    if (STANDARD.contains(kind)) {
      return SQLDialect.DEFAULT;
    }
    return WRITTEN_OUT.contains(kind) ? SQLDialect.POSTGRES : null;
  }
}
