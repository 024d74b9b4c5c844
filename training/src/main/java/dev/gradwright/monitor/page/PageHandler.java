package dev.gradwright.monitor.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Answers what browsers ask: the page, and what is new. */
final class PageHandler implements HttpHandler {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String QUESTION = "since=";

    private final PageContent content;
    private final Set<String> hosts;

    PageHandler(PageContent content, int port) {
        this.content = content;
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
            send(exchange, 403, TEXT, "This page is only for browsers on its own machine.\n");
        } else if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            send(exchange, 405, TEXT, "This page can only be read.\n");
        } else if (path.equals("/")) {
            send(exchange, 200, HTML, content.livePage());
        } else if (path.equals("/changes")) {
            changes(exchange, exchange.getRequestURI().getQuery());
        } else {
            send(exchange, 404, TEXT, "There is nothing here; the page is at /.\n");
        }
    }

    private void changes(HttpExchange exchange, String query) throws IOException {
        if (query == null || !query.matches(QUESTION + "\\d{1,18}")) {
            send(exchange, 400, TEXT, "Ask for changes?since= and a version.\n");
        } else {
            send(exchange, 200, JSON, content.changes(Long.parseLong(query.substring(QUESTION.length()))));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Content-Security-Policy", "frame-ancestors 'none'");
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead) {
            headers.set("Content-Length", Integer.toString(bytes.length));
        }
        exchange.sendResponseHeaders(status, isHead ? -1 : bytes.length);
        if (!isHead) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
