package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.LabelStyle;
import java.util.List;

/**
 * The SQLAlchemy whose ORM a mapping is for: what one release's ORM makes of a statement otherwise
 * than another's. A catalogue tells which it was exported with.
 */
public enum OrmRelease {
  /** rel_1_4_54, and those before it. */
  V1_4(LabelStyle.TABLENAME_PLUS_COL, LabelStyle.TABLENAME_PLUS_COL, false),
  /** rel_2_0_58. */
  V2_0(LabelStyle.TABLENAME_PLUS_COL, LabelStyle.TABLENAME_PLUS_COL, false),
  /** rel_2_1_0b3, and those after it. */
  V2_1(LabelStyle.DISAMBIGUATE_ONLY, LabelStyle.NONE, true);

  /** What is meant where nobody says. */
  public static final OrmRelease DEFAULT = V2_0;

  private final LabelStyle keyLabels;
  private final LabelStyle relatedLabels;
  private final boolean isOf21;

  OrmRelease(LabelStyle keyLabels, LabelStyle relatedLabels, boolean isOf21) {
    this.keyLabels = keyLabels;
    this.relatedLabels = relatedLabels;
    this.isOf21 = isOf21;
  }

  /**
   * The one that behaves as this version of SQLAlchemy.
   *
   * @param version {@code "2.0.58"}, {@code "2.1.0b3"}
   */
  public static OrmRelease of(String version) {
    if (version.startsWith("0.") || version.startsWith("1.")) {
      return V1_4;
    }
    return version.startsWith("2.0") ? V2_0 : V2_1;
  }

  /** How columns are named by the statements that load an entity by its key, or what it lacks. */
  public LabelStyle keyLabels() {
    return keyLabels;
  }

  /** The same of those that load the entities of a relationship. */
  public LabelStyle relatedLabels() {
    return relatedLabels;
  }

  /**
   * Whether relationships of many parents leave out the parents' table where the secondary table
   * has their keys: 2.1's {@code secondary_covers_parent_primary_key}.
   */
  public boolean selectsBySecondary() {
    return isOf21;
  }

  /**
   * Whether a class below that is loaded by a statement of its own brings the classes between, each
   * by another: not so in 1.4.
   */
  public boolean loadsClassesBetween() {
    return this != V1_4;
  }

  /** Whether what rows have of a class below is asked for in the order of their keys. */
  public boolean ordersSubclasses() {
    return !isOf21;
  }

  /**
   * Whether FROM begins with what columns and conditions are of, before what was named for it: so
   * in 1.4.
   */
  public boolean selectsFromColumnsFirst() {
    return this == V1_4;
  }

  /**
   * Whether a Query with DISTINCT selects what it is ordered by, too: so in 1.4, which warns of it.
   */
  public boolean selectsOrderOfDistinct() {
    return this == V1_4;
  }

  /**
   * Whether the identities of a class that shares its table are other parameters wherever they are
   * asked for.
   */
  public boolean renewsIdentities() {
    return isOf21;
  }

  /**
   * Whether conditions bring the criteria of the entities they are about, and the identities of
   * classes that share a table stand behind all other criteria, once for each hierarchy: 2.1's
   * {@code _adjust_for_extra_criteria} (rel_2_1_0b3, {@code orm/context.py}).
   */
  public boolean mergesIdentities() {
    return isOf21;
  }

  /** Whether two ways to load one attribute are refused; in 1.4 the later one holds. */
  public boolean refusesConflictingLoads() {
    return this != V1_4;
  }

  /**
   * Whether {@code immediateload()} loads for each row before the next one is read: 1.4's {@code
   * ImmediateLoader} (rel_1_4_54, {@code orm/strategies.py}).
   */
  public boolean loadsImmediatelyByRow() {
    return this == V1_4;
  }

  /** Whether rows in chunks are refused to be told apart even where there are none: so in 2.1. */
  public boolean refusesChunksAtOnce() {
    return isOf21;
  }

  /**
   * Whether a deferred attribute of a class below is selected from all tables of the class: 1.4
   * loads it as it loads an entity by its key (rel_1_4_54, {@code LoadDeferredColumns}).
   */
  public boolean loadsDeferredFromAllTables() {
    return this == V1_4;
  }

  /** Whether an attribute of the primary key can be deferred, as in 1.4, which then finds none. */
  public boolean defersKeys() {
    return this == V1_4;
  }

  /**
   * Whether {@code enable_eagerloads(False)} holds back the loads that follow by statements of
   * their own, too: not so in 1.4.
   */
  public boolean holdsBackAllLoads() {
    return this != V1_4;
  }

  /**
   * Whether {@code with_loader_criteria()} of a joined load is about the alias of the join even
   * where a dump no longer tells of what entity its columns are: so in 1.4.
   */
  public boolean adaptsAllCriteria() {
    return this == V1_4;
  }

  /**
   * Whether an entity that a change returns is all columns of its table, as they come there: so in
   * 1.4.
   */
  public boolean returnsWholeTables() {
    return this == V1_4;
  }

  /** Of the columns of an attribute those that a subquery of its class has: the first in 1.4. */
  List<ColumnElement> selected(List<ColumnElement> columns) {
    return this == V1_4 ? columns.subList(0, 1) : columns;
  }

  /**
   * Whether columns that do not tell whose they are, as those of a dump, are taken from where a
   * class is selected from in fact: 2.1's {@code _get_current_adapter}.
   */
  public boolean adaptsAll() {
    return isOf21;
  }
}
