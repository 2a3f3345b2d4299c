package dev.brine.compat;

import java.nio.file.Path;

/** The releases that load the portable form, each running. */
public final class PortablePython {

  private static final Path PYTHON = Path.of("compat-tests", "python");

  private PortablePython() {}

  /** The Python with one release; where there is none to be had the calling test is skipped. */
  public static LivingPython of(String version) {
    return LivingPython.with(
        "portable-" + version,
        PYTHON.resolve("requirements-release-%s.txt".formatted(version)),
        PYTHON.resolve("portable_worker.py"));
  }
}
