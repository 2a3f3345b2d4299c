package dev.brine.sql;

import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.Cte;
import dev.brine.expr.ElementKey;
import dev.brine.expr.Label;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a statement an element stands, as far as that changes how it is printed: the keyword
 * arguments that SQLAlchemy's {@code visit_} methods hand down.
 *
 * @param places what holds of it
 * @param printedByName the label that is printed by its name alone; null for none
 * @param enclosingAlias the nearest alias around it; null for none
 * @param visitedCte the nearest CTE around it; null for none
 * @param hints what is written beside FROM elements
 * @param change what a statement that changes rows asks of its parts
 */
record Scope(
    Set<Place> places,
    @Nullable Label printedByName,
    @Nullable AliasedReturnsRows enclosingAlias,
    @Nullable Cte visitedCte,
    Map<ElementKey, String> hints,
    ChangeScope change) {

  /** What may hold of an element. */
  enum Place {
    /** It stands between SELECT and FROM. */
    COLUMNS,
    /** It stands before an AS. */
    LABEL,
    /** A column of the result is made of it. */
    RESULT,
    /** It stands behind FROM. */
    FROM,
    /** It stands behind LATERAL. */
    LATERAL,
    /** It is an operand. */
    OPERATOR,
    /** Values are written into the text. */
    LITERAL_BINDS,
    /** Values are written into the text just before it is run. */
    LITERAL_EXECUTE,
    /** Types write nothing around their values: {@code skip_bind_expression}. */
    PLAIN_BINDS,
    /** Columns are written without their table. */
    BARE_COLUMNS,
    /** A FROM element is written as its name alone. */
    NAME_ONLY,
    /** A table is written without its schema. */
    BARE_TABLES,
    /** It is the first of the SELECTs of a UNION. */
    FIRST_OF_COMPOUND,
    /** It is another of the SELECTs of a UNION. */
    LATER_OF_COMPOUND
  }

  /** What holds at the top of a statement. */
  static final Scope TOP = new Scope(Set.of(), null, null, null, Map.of(), ChangeScope.NONE);

  boolean is(Place place) {
    return places.contains(place);
  }

  /** The same with this holding, or not holding. */
  Scope with(Place place, boolean on) {
    if (places.contains(place) == on) {
      return this;
    }
    Set<Place> changed = EnumSet.noneOf(Place.class);
    changed.addAll(places);
    if (on) {
      changed.add(place);
    } else {
      changed.remove(place);
    }
    return new Scope(changed, printedByName, enclosingAlias, visitedCte, hints, change);
  }

  /** The same with none of these holding. */
  Scope without(Place... ended) {
    Scope scope = this;
    for (Place place : ended) {
      scope = scope.with(place, false);
    }
    return scope;
  }

  boolean isInColumns() {
    return is(Place.COLUMNS);
  }

  boolean isInLabel() {
    return is(Place.LABEL);
  }

  boolean isResult() {
    return is(Place.RESULT);
  }

  boolean isFrom() {
    return is(Place.FROM);
  }

  boolean isInOperator() {
    return is(Place.OPERATOR);
  }

  boolean hasLiteralBinds() {
    return is(Place.LITERAL_BINDS);
  }

  /** Whether it is one of the SELECTs of a UNION. */
  boolean isOfCompound() {
    return is(Place.FIRST_OF_COMPOUND) || is(Place.LATER_OF_COMPOUND);
  }

  Scope inColumns(boolean on) {
    return with(Place.COLUMNS, on);
  }

  Scope inLabel(boolean on) {
    return with(Place.LABEL, on);
  }

  Scope result(boolean on) {
    return with(Place.RESULT, on);
  }

  Scope from(boolean on) {
    return with(Place.FROM, on);
  }

  Scope inOperator() {
    return with(Place.OPERATOR, true);
  }

  Scope literalBinds(boolean on) {
    return with(Place.LITERAL_BINDS, on);
  }

  Scope literalExecute() {
    return with(Place.LITERAL_EXECUTE, true);
  }

  Scope printedByName(@Nullable Label label) {
    return new Scope(places, label, enclosingAlias, visitedCte, hints, change);
  }

  Scope enclosedBy(AliasedReturnsRows alias) {
    return new Scope(places, printedByName, alias, visitedCte, hints, change);
  }

  Scope visiting(Cte cte) {
    return new Scope(places, printedByName, enclosingAlias, cte, hints, change);
  }

  Scope hinted(Map<ElementKey, String> given) {
    return new Scope(places, printedByName, enclosingAlias, visitedCte, given, change);
  }

  Scope change(ChangeScope changed) {
    return new Scope(places, printedByName, enclosingAlias, visitedCte, hints, changed);
  }

  Scope qualifying(Qualifying changed) {
    return change(change.qualifying(changed));
  }
}
