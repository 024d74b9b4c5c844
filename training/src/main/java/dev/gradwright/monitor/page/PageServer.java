package dev.gradwright.monitor.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shows a page to browsers on this machine while the program runs. It listens at the loopback address only and changes nothing; it answers only
 * requests that name it as their host, so that no page of a stranger can read it under a name that was made to point here. Other users of the
 * machine can look at the page too.
 *
 * <p>Its threads end with the program, or when it is closed.
 */
public final class PageServer implements AutoCloseable {

    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;

    private PageServer(PageContent content, int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        threads = Executors.newFixedThreadPool(THREADS, task -> daemon(task, "training page"));
        server.setExecutor(threads);
        server.createContext("/", new PageHandler(content, server.getAddress().getPort()));
    }

    /**
     * Starts a server at a port that is free, and prints its address.
     *
     * @throws IOException if there is no free port
     */
    public static PageServer start(PageContent content) throws IOException {
        PageServer server = start(content, 0);
        System.out.println("The training can be watched at " + server.address());
        return server;
    }

    /**
     * Starts a server, and prints nothing.
     *
     * @param port where it listens, 0 for one that is free
     * @throws IOException if the port is taken
     */
    public static PageServer start(PageContent content, int port) throws IOException {
        PageServer page;
        try {
            page = new PageServer(content, port);
        } catch (IOException e) {
            throw new IOException(
                    "no page at port " + port + " (" + e.getMessage() + "); give port 0 to have one that is free", e);
        }
        page.listen();
        return page;
    }

    /** What to type into the browser. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** The thread that the server makes lives on as a daemon, as its maker is one: a program that forgets to close ends all the same. */
    private void listen() {
        Thread maker = daemon(server::start, "training page start");
        maker.start();
        try {
            maker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
