package dev.brine.compat;

import dev.brine.series.Series;

/** Of 1.4. */
class Releases14IT extends ReleasesOfSeries {

  Releases14IT() {
    super(Series.V1_4, "1.4.0");
  }
}
