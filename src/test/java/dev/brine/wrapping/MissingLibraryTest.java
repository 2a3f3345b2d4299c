package dev.brine.wrapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The library for bz2 is optional. */
class MissingLibraryTest {

  @Test
  void bz2IsRefusedWithoutItsLibraryAndSaysWhatToAdd() throws Exception {
    Object thrown = unwrapWithoutLibrary("bz2");

    assertThat(thrown)
        .hasToString(
            "dev.brine.error.UsageException: bz2 needs a library that is not on the class path");
  }

  @Test
  void allElseNeedsNoLibrary() throws Exception {
    assertThat(unwrapWithoutLibrary("hex")).hasToString("hex");
  }

  /** The wrappings that were found, or what was thrown. */
  private static Object unwrapWithoutLibrary(String file) throws Exception {
    byte[] content = Files.readAllBytes(Path.of("python-fixtures/wrapped", file));
    Class<?> wrappings = new WithoutLibrary().loadClass(Wrappings.class.getName());
    try {
      return wrappings.getMethod("unwrap", byte[].class).invoke(null, (Object) content);
    } catch (InvocationTargetException e) {
      return e.getTargetException();
    }
  }

  /** Loads the package anew, and finds no library. */
  private static final class WithoutLibrary extends ClassLoader {

    WithoutLibrary() {
      super(MissingLibraryTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.apache.commons.compress.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.brine.wrapping.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (file == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
