package dev.brine.compat;

import dev.brine.series.Series;

/** Of 1.3. */
class Releases13IT extends ReleasesOfSeries {

  Releases13IT() {
    super(Series.V1_3, "1.3.0");
  }
}
