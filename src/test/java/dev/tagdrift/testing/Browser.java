package dev.tagdrift.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without a window, driven by the protocol of its own developer tools. */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/.*");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();
    private int sent;

    private Browser(Process process, String address) throws IOException, InterruptedException {
        this.process = process;
        HttpRequest newPage = HttpRequest.newBuilder(URI.create("http://" + address + "/json/new?about:blank"))
                .method("PUT", HttpRequest.BodyPublishers.noBody())
                .build();
        JsonNode page =
                JSON.readTree(http.send(newPage, BodyHandlers.ofString()).body());
        this.socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(page.get("webSocketDebuggerUrl").asText()), new Listener())
                .join();
        for (String domain : List.of("Page", "Runtime", "Log")) {
            call(domain + ".enable", "{}");
        }
    }

    /** Starts one with a profile of its own, or skips the test and says why. */
    public static Browser start(Path profile) throws IOException, InterruptedException {
        Programs.assumeInstalled("chromium");
        Process process = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                Thread.ofPlatform().daemon().start(() -> out.lines().forEach(ignored -> {}));
                return new Browser(process, listening.group(1));
            }
        }
        throw new IOException("chromium ended before it listened");
    }

    /** Takes what comes, piece by piece. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                try {
                    received.add(JSON.readTree(message.toString()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                message.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, part, last);
        }
    }

    /** What the page answers to a command. */
    public JsonNode call(String method, String parameters) throws IOException, InterruptedException {
        ObjectNode command = JSON.createObjectNode();
        command.put("id", ++sent);
        command.put("method", method);
        command.set("params", JSON.readTree(parameters));
        socket.sendText(command.toString(), true).join();
        JsonNode answer = await("id", String.valueOf(sent));
        if (answer.has("error")) {
            throw new AssertionError(method + ": " + answer.get("error"));
        }
        return answer.get("result");
    }

    private JsonNode await(String key, String value) throws InterruptedException {
        while (true) {
            JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no " + key + " " + value);
            }
            String method = message.path("method").asText();
            if (method.equals("Runtime.exceptionThrown")
                    || method.equals("Runtime.consoleAPICalled")
                    || method.equals("Log.entryAdded")) {
                complaints.add(message.get("params").toString());
            }
            if (message.path(key).asText().equals(value)) {
                return message;
            }
        }
    }

    /** Opens a file and waits until it is loaded. */
    public void open(Path file) throws IOException, InterruptedException {
        call(
                "Page.navigate",
                JSON.createObjectNode().put("url", file.toUri().toString()).toString());
        await("method", "Page.loadEventFired");
    }

    /** The value of an expression in the page. */
    public JsonNode value(String expression) throws IOException, InterruptedException {
        JsonNode result = call(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .toString());
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.get("exceptionDetails").toString());
        }
        return result.get("result").path("value");
    }

    /** Makes the window so large, in CSS pixels. */
    public void resize(int width, int height) throws IOException, InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":false}".formatted(width, height));
    }

    /** Shows the page as on this medium, in this colour scheme, and nothing moves. */
    public void show(String medium, String scheme) throws IOException, InterruptedException {
        call("Emulation.setEmulatedMedia", """
                {"media": "%s", "features": [
                  {"name": "prefers-color-scheme", "value": "%s"},
                  {"name": "prefers-reduced-motion", "value": "reduce"}]}
                """.formatted(medium, scheme));
    }

    /** Presses the tabulator. */
    public void tab() throws IOException, InterruptedException {
        press("Tab", 9);
    }

    /** Presses the key that ends a line. */
    public void enter() throws IOException, InterruptedException {
        press("Enter", 13);
    }

    private void press(String key, int code) throws IOException, InterruptedException {
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    "{\"type\":\"%s\",\"key\":\"%s\",\"code\":\"%s\",\"windowsVirtualKeyCode\":%d}"
                            .formatted(type, key, key, code));
        }
    }

    /** What is seen of the page, as PNG. */
    public byte[] picture() throws IOException, InterruptedException {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", "{\"format\":\"png\"}")
                        .get("data")
                        .asText());
    }

    /** What the page wrote to its console, and what the browser refused it. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            one.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }
}
