package dev.marquee.common.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a server that can be silent: who is connected stays so, and nothing comes through. */
final class SilentProxy implements AutoCloseable {
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile int serverPort;
    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger connected = new AtomicInteger();
    private volatile int silenced;

    SilentProxy() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!entrance.isClosed()) {
                connectNext();
            }
        });
    }

    /** Before that, who comes is sent away. */
    void leadTo(int port) {
        serverPort = port;
    }

    private void connectNext() {
        try {
            Socket client = entrance.accept();
            sockets.add(client);
            came.incrementAndGet();
            if (serverPort == 0) {
                client.close();
                return;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            sockets.add(server);
            int number = connected.incrementAndGet();
            pump(client.getInputStream(), server.getOutputStream(), number);
            pump(server.getInputStream(), client.getOutputStream(), number);
        } catch (IOException e) {
            // closed
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** How many have come until now, those that were sent away among them. */
    int came() {
        return came.get();
    }

    /** To those that are connected now; not to later ones. */
    void fallSilent() {
        silenced = connected.get();
    }

    /** To all from now on, until {@link #fallSilent}: not even their first word is answered. */
    void beMute() {
        silenced = Integer.MAX_VALUE;
    }

    private void pump(InputStream from, OutputStream to, int number) {
        Thread.ofVirtual().start(() -> {
            byte[] block = new byte[8192];
            try {
                for (int read = from.read(block); read >= 0; read = from.read(block)) {
                    if (number > silenced) {
                        to.write(block, 0, read);
                    }
                }
            } catch (IOException e) {
                // closed
            }
        });
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
