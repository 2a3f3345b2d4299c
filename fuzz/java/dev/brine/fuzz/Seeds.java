package dev.brine.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.ExpressionSerializer;
import dev.brine.PlaceholderDeserializer;
import dev.brine.catalog.CatalogJson;
import dev.brine.catalog.PickledMetaData;
import dev.brine.error.BrineException;
import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PythonUnpickler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What each target starts from: made of the fixtures, so that none of it is kept twice. */
final class Seeds {

  private static final int LONGEST = 20_000;
  private static final int MOST_CHOICES = 80;

  private Seeds() {}

  static List<byte[]> of(Target target) {
    return switch (target) {
      case READER, DECODER, CACHE, INSPECT, MIGRATE -> dumps();
      case PERSISTENT_ID -> ids();
      case WRAPPING -> files(Path.of("python-fixtures", "wrapped"));
      case CATALOGUE -> catalogues();
      case JSON_FORM -> texts();
    };
  }

  /** The dumps as they are, the hostile ones, and recipes to change each. */
  private static List<byte[]> dumps() {
    List<byte[]> seeds = new ArrayList<>(Dumps.all());
    seeds.addAll(files(Path.of("python-fixtures", "bad")));
    Random random = new Random(1);
    for (int i = 0; i < Dumps.all().size(); i++) {
      byte[] recipe = new byte[1 + random.nextInt(MOST_CHOICES)];
      random.nextBytes(recipe);
      recipe[0] = Dumps.RECIPE;
      seeds.add(recipe);
    }
    return seeds;
  }

  private static List<byte[]> ids() {
    Set<String> ids = new LinkedHashSet<>();
    PythonUnpickler reader =
        new PythonUnpickler() {
          @Override
          protected Object persistentLoad(Object id) {
            ids.add(id.toString());
            return new PyPersistent(id);
          }
        };
    Dumps.all().forEach(reader::loads);
    return ids.stream().map(id -> id.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** One for each table and class, so that they are short. */
  private static List<byte[]> catalogues() {
    List<byte[]> seeds = new ArrayList<>();
    byte[] metadata = Dumps.bytes(Target.SHOP_METADATA);
    seeds.add(metadata);
    for (byte[] whole :
        List.of(
            Dumps.bytes(Target.CATALOGUE_FILE),
            CatalogJson.write(PickledMetaData.read(metadata)).getBytes(StandardCharsets.UTF_8))) {
      ObjectNode catalogue = (ObjectNode) json(whole);
      for (JsonNode table : catalogue.get("tables")) {
        ObjectNode one = catalogue.objectNode().put("brine-catalogue", 1);
        one.putArray("tables").add(table);
        seeds.add(one.toString().getBytes(StandardCharsets.UTF_8));
      }
      if (catalogue.has("mappers")) {
        seeds.add(catalogue.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return seeds;
  }

  private static JsonNode json(byte[] text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> texts() {
    List<byte[]> texts = new ArrayList<>();
    for (byte[] dump : Dumps.all()) {
      try {
        Object loaded = new PlaceholderDeserializer().loads(dump);
        texts.add(ExpressionSerializer.toJson(loaded).getBytes(StandardCharsets.UTF_8));
      } catch (BrineException noForm) {
        // Something that JSON cannot say is no seed.
      }
    }
    return texts;
  }

  private static List<byte[]> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toFile().length() <= LONGEST)
          .sorted()
          .map(Dumps::bytes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes them, and a list of their names for the fuzzer: it would take a folder in the order in
   * which the file system has it, which is another one elsewhere.
   *
   * @return the list
   */
  static Path write(Target target, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<byte[]> seeds = of(target);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      Path seed = Files.write(folder.resolve("%04d".formatted(i)), seeds.get(i));
      names.add(seed.toString());
    }
    return Files.writeString(folder.resolveSibling(target + ".list"), String.join(",", names));
  }

  /** Writes the seeds of every target below a folder. */
  public static void main(String[] args) throws IOException {
    for (Target target : Target.values()) {
      write(target, Path.of(args[0], target.name()));
    }
  }
}
