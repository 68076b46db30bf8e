package si.podpora.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A mail server that answers what the test wants: to a command, or to "." at the end of a message. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final UnaryOperator<String> script;
    final AtomicInteger accepted = new AtomicInteger();

    /** @param script the answer to a command; empty for the ordinary one */
    ScriptedSmtp(UnaryOperator<String> script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return; // the test has closed it
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            var out = client.getOutputStream();
            say(out, "220 scripted");
            var inMessage = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (inMessage && !line.equals(".")) {
                    continue;
                }
                var answer = script.apply(line);
                if (answer.isEmpty()) {
                    answer = line.equals("DATA") ? "354 go on" : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                }
                if (line.equals(".") && answer.startsWith("250")) {
                    accepted.incrementAndGet();
                }
                inMessage = line.equals("DATA") && answer.startsWith("354");
                say(out, answer);
            }
        } catch (IOException e) {
            return; // the other side has gone
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
