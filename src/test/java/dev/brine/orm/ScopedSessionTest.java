package dev.brine.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.engine.Engine;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A session for each thread. */
class ScopedSessionTest {

  @Test
  void eachThreadHasItsOwnSession() throws ExecutionException, InterruptedException {
    try (Engine engine = Engine.create("jdbc:h2:mem:scoped")) {
      ScopedSession scoped = ScopedSession.of(engine);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      Set<Session> seen = ConcurrentHashMap.newKeySet();
      try {
        List<Future<Boolean>> all =
            IntStream.range(0, 40)
                .mapToObj(
                    i ->
                        threads.submit(
                            () -> {
                              Session first = scoped.session();
                              seen.add(first);
                              return first == scoped.session();
                            }))
                .toList();
        for (Future<Boolean> same : all) {
          assertThat(same.get()).isTrue();
        }
      } finally {
        threads.shutdown();
      }
      assertThat(seen).hasSizeBetween(1, 4).doesNotContain(scoped.session());
      Session before = scoped.session();
      scoped.remove();
      assertThat(scoped.session()).isNotSameAs(before);
      scoped.remove();
    }
  }
}
