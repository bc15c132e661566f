package vn.dondoc.acceptance;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;

/**
 * GreenMail whose sockets answer at once. It writes a reply in pieces and acknowledges late, so that each letter would
 * otherwise wait 80 ms for nothing, and a year of letters several minutes.
 */
final class PromptMailServer extends GreenMail {
    PromptMailServer() {
        super(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        return Map.of(ServerSetup.PROTOCOL_SMTP, new PromptSmtp(setups[0], managers));
    }

    private static final class PromptSmtp extends SmtpServer {
        PromptSmtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ServerSocket openServerSocket() throws IOException {
            return new ServerSocket(0, 0, InetAddress.getLoopbackAddress()) {
                @Override
                public Socket accept() throws IOException {
                    Socket socket = new PromptSocket();
                    implAccept(socket);
                    socket.setTcpNoDelay(true);
                    return socket;
                }
            };
        }
    }

    private static final class PromptSocket extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] buffer, int from, int length) throws IOException {
                    acknowledgeAtOnce();
                    return super.read(buffer, from, length);
                }
            };
        }

        /** The kernel forgets it after a while, so it is said before every reading; only Linux knows it. */
        private void acknowledgeAtOnce() throws IOException {
            if (supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
                setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            }
        }
    }
}
