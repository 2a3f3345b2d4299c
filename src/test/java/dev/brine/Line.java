package dev.brine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line to a server on this machine that can be cut, or fall silent. New connections are let
 * through after a cut. Thread-safe.
 */
public final class Line implements AutoCloseable {

  private static final int CHUNK = 1024;

  private final ServerSocket entry;
  private final int port;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
  private volatile boolean isSilent;

  /** A line to the server at this port. */
  public Line(int port) throws IOException {
    this.port = port;
    entry = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Where it begins. */
  public int port() {
    return entry.getLocalPort();
  }

  /** Breaks every connection, as if the cable were cut: no word of farewell in either direction. */
  public void cut() throws IOException {
    for (Socket end : ends) {
      try {
        end.setSoLinger(true, 0);
      } catch (SocketException closed) {
        // Somebody was faster.
      }
      end.close();
    }
    ends.clear();
  }

  /** Cuts it once the server has sent so many bytes more. */
  public void cutAfter(long bytes) {
    left.set(bytes);
  }

  /** Lets nothing through any more, and breaks nothing. */
  public void silence() {
    isSilent = true;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "line");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entry.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        ends.add(client);
        ends.add(server);
        start(() -> pass(client, server, false));
        start(() -> pass(server, client, true));
      }
    } catch (IOException closed) {
      // The line is no longer needed.
    }
  }

  private void pass(Socket from, Socket to, boolean isAnswer) {
    byte[] chunk = new byte[CHUNK];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        if (isAnswer && left.addAndGet(-read) < 0) {
          left.set(Long.MAX_VALUE);
          cut();
          return;
        }
        if (!isSilent) {
          out.write(chunk, 0, read);
        }
      }
    } catch (IOException cut) {
      // Either end is gone, and so is the other.
    } finally {
      ends.remove(from);
      ends.remove(to);
    }
  }

  @Override
  public void close() throws IOException {
    entry.close();
    cut();
  }
}
