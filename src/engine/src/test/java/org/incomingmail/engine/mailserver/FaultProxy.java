package org.incomingmail.engine.mailserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a mail server on this machine, and lets connections suffer what networks do to them. */
public final class FaultProxy implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private final ServerSocket listener;
    private final int target;
    private final List<Passing> connections = new CopyOnWriteArrayList<>();
    private volatile Fault fault = Fault.NONE;

    private FaultProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** In front of a port of this machine. */
    public static FaultProxy before(int target) throws IOException {
        FaultProxy proxy = new FaultProxy(new ServerSocket(0, 20, LOOPBACK), target);
        start("fault-proxy", proxy::accept);
        return proxy;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** What connections that are made from now on suffer. */
    public void fault(Fault next) {
        fault = next;
    }

    /** How many bytes passed towards one end on the newest connection. */
    public long passed(Fault.Towards towards) {
        return connections.get(connections.size() - 1).passed(towards);
    }

    public int connections() {
        return connections.size();
    }

    /** Ends the connections there are, in both directions. */
    public void drop() {
        connections.forEach(Passing::drop);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Passing passing = new Passing(client, new Socket(LOOPBACK, target), fault);
                connections.add(passing);
                start("fault-proxy-to-server", () -> passing.pump(Fault.Towards.SERVER));
                start("fault-proxy-to-client", () -> passing.pump(Fault.Towards.CLIENT));
            } catch (IOException ended) {
                // the test is over, or the server is down
            }
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        drop();
    }
}
