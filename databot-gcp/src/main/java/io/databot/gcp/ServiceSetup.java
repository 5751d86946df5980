package io.databot.gcp;

import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpRequestBase;

/**
 * Prepares requests below Google's clients: who calls, and how long it may take. The clients leave the request that
 * carries a batch unprepared, and log what they were given, a batch's parts among it; here every request passes, and
 * nothing logs.
 *
 * @param limits how long a request may take
 * @param identity who calls
 */
record ServiceSetup(Limits limits, BearerIdentity identity) {

    void prepare(HttpRequestBase request) {
        Limits.requireTime();
        request.setConfig(config(limits.connectMillis(), limits.readMillis()));
        identity.sign(request);
    }

    static RequestConfig config(int connectMillis, int readMillis) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(connectMillis)
                .setConnectTimeout(connectMillis)
                .setSocketTimeout(readMillis)
                .setNormalizeUri(false)
                .build();
    }
}
