package io.databot.gcp;

import com.google.api.client.http.LowLevelHttpResponse;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.client.methods.AbstractExecutionAwareRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.jspecify.annotations.Nullable;

/** A reply of {@link ChannelTransport}. */
final class ChannelReply extends LowLevelHttpResponse {

    private final CloseableHttpResponse response;
    private final Header[] headers;
    private final @Nullable InputStream content;

    ChannelReply(AbstractExecutionAwareRequest request, CloseableHttpResponse response) throws IOException {
        this.response = response;
        this.headers = response.getAllHeaders();
        HttpEntity entity = response.getEntity();
        this.content =
                entity == null ? null : new ReplyStream(entity.getContent(), entity.getContentLength(), request::abort);
    }

    @Override
    public @Nullable InputStream getContent() {
        return content;
    }

    @Override
    public @Nullable String getContentEncoding() {
        return header("Content-Encoding");
    }

    @Override
    public long getContentLength() {
        return response.getEntity() == null ? -1 : response.getEntity().getContentLength();
    }

    @Override
    public @Nullable String getContentType() {
        return header("Content-Type");
    }

    @Override
    public String getStatusLine() {
        return response.getStatusLine().toString();
    }

    @Override
    public int getStatusCode() {
        return response.getStatusLine().getStatusCode();
    }

    @Override
    public @Nullable String getReasonPhrase() {
        return response.getStatusLine().getReasonPhrase();
    }

    @Override
    public int getHeaderCount() {
        return headers.length;
    }

    @Override
    public String getHeaderName(int index) {
        return headers[index].getName();
    }

    @Override
    public @Nullable String getHeaderValue(int index) {
        return headers[index].getValue();
    }

    private @Nullable String header(String name) {
        Header header = response.getLastHeader(name);
        return header == null ? null : header.getValue();
    }
}
