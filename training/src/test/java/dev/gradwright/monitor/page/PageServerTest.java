package dev.gradwright.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.json.Json;

class PageServerTest {

    private final TrainingPage page = new TrainingPage("A <script>alert(1)</script> page");
    private PageServer server;

    @BeforeEach
    void start() throws IOException {
        server = PageServer.start(page, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesThePageWithoutLettingAnyoneElseReadIt() throws Exception {
        HttpResponse<String> answer = get("");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue("frame-ancestors 'none'");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>").doesNotContain("<script>alert(1)");
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void tellsWhatIsNew() throws Exception {
        page.scalar("loss", 1, 0.5);
        Map<String, Object> first = new Json().toType(get("changes?since=0").body(), Json.MAP_TYPE);
        Map<String, Object> second =
                new Json().toType(get("changes?since=" + first.get("version")).body(), Json.MAP_TYPE);

        assertThat((Iterable<?>) first.get("series")).hasSize(1);
        assertThat((Iterable<?>) second.get("series")).isEmpty();
        assertThat(second).containsEntry("finished", false);
        page.close();
        assertThat(get("changes?since=" + first.get("version")).body()).contains("\"finished\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes", "changes?since=", "changes?since=x", "changes?since=-1", "changes?since=1&a=b"})
    void refusesQuestionsThatAreNone(String question) throws Exception {
        assertThat(get(question).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"etc/passwd", "../../etc/passwd", "%2e%2e/secret", "index.html"})
    void hasNothingElse(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void canOnlyBeRead(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address())
                .method(method, HttpRequest.BodyPublishers.ofString("x"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void headersAloneCanBeAskedFor() throws Exception {
        assertThat(raw("HEAD / HTTP/1.1\r\nHost: localhost:" + port() + "\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Host: evil.example", "Host: 127.0.0.1", "Host: 127.0.0.1:1", "Host: evil.example:PORT", "X: y"})
    void answersOnlyToItsOwnName(String header) throws Exception {
        String request = "GET / HTTP/1.1\r\n" + header.replace("PORT", "" + port()) + "\r\n";

        assertThat(raw(request)).startsWith("HTTP/1.1 403").doesNotContain("<!DOCTYPE");
        assertThat(raw("GET / HTTP/1.1\r\nHost: LOCALHOST:" + port() + "\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aPortThatIsTakenIsNamedWithTheWayOut() {
        assertThatThrownBy(() -> PageServer.start(page, port()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no page at port " + port())
                .hasMessageContaining("give port 0");
    }

    @Test
    void isGoneWhenClosedAndCanBeClosedTwice() {
        server.close();
        server.close();

        assertThatThrownBy(() -> get("")).isInstanceOf(ConnectException.class);
    }

    @Test
    void itsThreadsDoNotKeepTheProgramAlive() throws Exception {
        get("");

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().matches("HTTP-Dispatcher|training page.*|pool-.*"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    private int port() {
        return server.address().getPort();
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What comes back for lines that a well-behaved client would not send. */
    private String raw(String lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write((lines + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
