package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.compat.LivingPython;
import dev.brine.orm.ToldByPython;
import java.nio.file.Path;
import java.util.List;

/** A living SQLAlchemy of a series that knows the classes of {@code python-fixtures/music}. */
record OrmPython(String series, LivingPython python) {

  private static final Path WORKER = Path.of("compat-tests", "python", "orm_worker.py");

  /** Where there is none to be had the calling test is skipped, with the reason. */
  static OrmPython of(String series) {
    String requirements = "sqlalchemy-%s.txt".formatted(series);
    return new OrmPython(
        series,
        LivingPython.with(
            "orm-" + series, Path.of("python-fixtures", "requirements", requirements), WORKER));
  }

  /** The random statement of a seed. */
  RandomOrm random(String seed) {
    return RandomOrm.of(series, python.ask(python.question("random").put("seed", seed)));
  }

  /** The statement that is the outcome of choices. */
  RandomOrm random(List<Integer> choices) {
    return RandomOrm.of(series, python.ask(question("random", choices)));
  }

  /** What it makes of a dump of that statement; why not, where it refuses to. */
  ToldByPython told(List<Integer> choices, byte[] dump) {
    JsonNode answer =
        python.askAnyway(question("told", choices).put("dump", LivingPython.base64(dump)));
    return ToldByPython.of("random", answer);
  }

  private ObjectNode question(String operation, List<Integer> choices) {
    ObjectNode question = python.question(operation);
    choices.forEach(question.putArray("choices")::add);
    return question;
  }
}
