package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.Over;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.WindowSpecification;
import org.jooq.WindowSpecificationExcludeStep;
import org.jooq.WindowSpecificationRowsAndStep;
import org.jooq.WindowSpecificationRowsStep;
import org.jooq.impl.QOM.FrameExclude;
import org.jooq.impl.QOM.FrameUnits;
import org.jspecify.annotations.Nullable;

/** Which rows of its window a window function sees, in jOOQ's words and SQLAlchemy's. */
final class FrameImport {

  /** How jOOQ says the start of a frame, with a distance where one is asked for. */
  private record Starts<S>(
      Function<WindowSpecificationRowsStep, S> unbounded,
      BiFunction<WindowSpecificationRowsStep, Integer, S> preceding,
      Function<WindowSpecificationRowsStep, S> current,
      BiFunction<WindowSpecificationRowsStep, Integer, S> following) {

    S at(WindowSpecificationRowsStep window, int start) {
      if (start == UNBOUNDED_PRECEDING) {
        return unbounded.apply(window);
      }
      if (start == 0) {
        return current.apply(window);
      }
      return start < 0 ? preceding.apply(window, -start) : following.apply(window, start);
    }
  }

  private static final int UNBOUNDED_PRECEDING = Integer.MIN_VALUE;
  private static final int UNBOUNDED_FOLLOWING = Integer.MAX_VALUE;

  private static final Map<FrameUnits, Starts<WindowSpecificationRowsAndStep>> BETWEEN =
      Map.of(
          FrameUnits.ROWS,
          new Starts<>(
              WindowSpecificationRowsStep::rowsBetweenUnboundedPreceding,
              WindowSpecificationRowsStep::rowsBetweenPreceding,
              WindowSpecificationRowsStep::rowsBetweenCurrentRow,
              WindowSpecificationRowsStep::rowsBetweenFollowing),
          FrameUnits.RANGE,
          new Starts<>(
              WindowSpecificationRowsStep::rangeBetweenUnboundedPreceding,
              WindowSpecificationRowsStep::rangeBetweenPreceding,
              WindowSpecificationRowsStep::rangeBetweenCurrentRow,
              WindowSpecificationRowsStep::rangeBetweenFollowing),
          FrameUnits.GROUPS,
          new Starts<>(
              WindowSpecificationRowsStep::groupsBetweenUnboundedPreceding,
              WindowSpecificationRowsStep::groupsBetweenPreceding,
              WindowSpecificationRowsStep::groupsBetweenCurrentRow,
              WindowSpecificationRowsStep::groupsBetweenFollowing));

  private static final Map<FrameUnits, Starts<WindowSpecificationExcludeStep>> ALONE =
      Map.of(
          FrameUnits.ROWS,
          new Starts<>(
              WindowSpecificationRowsStep::rowsUnboundedPreceding,
              WindowSpecificationRowsStep::rowsPreceding,
              WindowSpecificationRowsStep::rowsCurrentRow,
              WindowSpecificationRowsStep::rowsFollowing),
          FrameUnits.RANGE,
          new Starts<>(
              WindowSpecificationRowsStep::rangeUnboundedPreceding,
              WindowSpecificationRowsStep::rangePreceding,
              WindowSpecificationRowsStep::rangeCurrentRow,
              WindowSpecificationRowsStep::rangeFollowing),
          FrameUnits.GROUPS,
          new Starts<>(
              WindowSpecificationRowsStep::groupsUnboundedPreceding,
              WindowSpecificationRowsStep::groupsPreceding,
              WindowSpecificationRowsStep::groupsCurrentRow,
              WindowSpecificationRowsStep::groupsFollowing));

  private FrameImport() {}

  /** The window function with the frame; without an end it is the current row. */
  static Over element(Over over, WindowSpecification window) {
    FrameUnits units = window.$frameUnits();
    if (units == null) {
      return over;
    }
    int start = requireStart(window);
    Integer from = start == UNBOUNDED_PRECEDING ? null : (Integer) start;
    Integer to = end(window);
    Over framed =
        switch (units) {
          case ROWS -> over.rows(from, to);
          case RANGE -> over.range(from, to);
          case GROUPS -> over.groups(from, to);
        };
    FrameExclude exclude = window.$exclude();
    // It says what holds anyway, and SQLAlchemy before 2.1 cannot say it.
    return exclude == null || exclude == FrameExclude.NO_OTHERS
        ? framed
        : framed.exclude(exclude.name().replace('_', ' '));
  }

  private static int requireStart(WindowSpecification window) {
    Integer start = window.$frameStart();
    Integer end = window.$frameEnd();
    boolean isEmpty =
        start == null
            || start == UNBOUNDED_FOLLOWING
            || (end == null ? start > 0 : end == UNBOUNDED_PRECEDING);
    if (isEmpty) {
      throw new JooqImportException(
          "the frame of the window " + window + " cannot be imported", "start it before its end");
    }
    return start;
  }

  private static @Nullable Integer end(WindowSpecification window) {
    Integer end = window.$frameEnd();
    if (end == null) {
      return 0;
    }
    return end == UNBOUNDED_FOLLOWING ? null : end;
  }

  /** The window, as far as it has been made, with the frame of another. */
  static WindowSpecification mirror(
      WindowSpecificationRowsStep mirror, WindowSpecification window) {
    FrameUnits units = window.$frameUnits();
    if (units == null) {
      return mirror;
    }
    int start = requireStart(window);
    Integer end = window.$frameEnd();
    WindowSpecificationExcludeStep framed =
        end == null
            ? of(ALONE, units).at(mirror, start)
            : ended(of(BETWEEN, units).at(mirror, start), end);
    FrameExclude exclude = window.$exclude();
    if (exclude == null) {
      return framed;
    }
    return switch (exclude) {
      case CURRENT_ROW -> framed.excludeCurrentRow();
      case GROUP -> framed.excludeGroup();
      case TIES -> framed.excludeTies();
      case NO_OTHERS -> framed.excludeNoOthers();
    };
  }

  private static <S> Starts<S> of(Map<FrameUnits, Starts<S>> starts, FrameUnits units) {
    return Objects.requireNonNull(starts.get(units), "every unit has its words");
  }

  private static WindowSpecificationExcludeStep ended(
      WindowSpecificationRowsAndStep mirror, int end) {
    if (end == UNBOUNDED_FOLLOWING) {
      return mirror.andUnboundedFollowing();
    }
    if (end == 0) {
      return mirror.andCurrentRow();
    }
    return end < 0 ? mirror.andPreceding(-end) : mirror.andFollowing(end);
  }
}
