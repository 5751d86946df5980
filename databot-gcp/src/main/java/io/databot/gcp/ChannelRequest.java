package io.databot.gcp;

import com.google.api.client.http.LowLevelHttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.entity.AbstractHttpEntity;
import org.apache.http.impl.client.CloseableHttpClient;

/** A request of {@link ChannelTransport}. */
final class ChannelRequest extends LowLevelHttpRequest {

    private final CloseableHttpClient client;
    private final Optional<ServiceSetup> setup;
    private final Message message;

    ChannelRequest(CloseableHttpClient client, Optional<ServiceSetup> setup, String method, String url) {
        this.client = client;
        this.setup = setup;
        this.message = new Message(method, url);
    }

    @Override
    public void addHeader(String name, String value) {
        message.addHeader(name, value);
    }

    @Override
    public void setTimeout(int connectMillis, int readMillis) {
        message.setConfig(ServiceSetup.config(connectMillis, readMillis));
    }

    @Override
    public ChannelReply execute() throws IOException {
        if (getStreamingContent() != null) {
            Body body = new Body(getContentLength(), getStreamingContent()::writeTo);
            body.setContentType(getContentType());
            body.setContentEncoding(getContentEncoding());
            body.setChunked(getContentLength() < 0);
            message.setEntity(body);
        }
        setup.ifPresent(service -> service.prepare(message));
        CloseableHttpResponse response = client.execute(message);
        setup.ifPresent(
                service -> service.identity().answered(response.getStatusLine().getStatusCode()));
        return new ChannelReply(message, response);
    }

    private static final class Message extends HttpEntityEnclosingRequestBase {
        private final String method;

        Message(String method, String url) {
            this.method = method;
            setURI(URI.create(url));
        }

        @Override
        public String getMethod() {
            return method;
        }
    }

    /** Writes content to a connection. */
    @FunctionalInterface
    private interface Writing {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Content that writes itself, as Google's client has it. */
    private static final class Body extends AbstractHttpEntity {
        private final long length;
        private final Writing content;

        Body(long length, Writing content) {
            this.length = length;
            this.content = content;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public long getContentLength() {
            return length;
        }

        @Override
        public InputStream getContent() {
            throw new UnsupportedOperationException("the content is written, not read");
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            if (length != 0) {
                content.writeTo(out);
            }
        }

        @Override
        public boolean isStreaming() {
            return true;
        }
    }
}
