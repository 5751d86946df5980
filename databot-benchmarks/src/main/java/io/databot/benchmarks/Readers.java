package io.databot.benchmarks;

import com.alibaba.fastjson2.JSON;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import io.databot.state.State;
import io.databot.terraform.TerraformStateFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The ways to read a state file that are compared. Each reads the whole file first. */
final class Readers {

    private static final JsonFactory JACKSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper(JACKSON);

    private Readers() {}

    static State databot(Path file) {
        return new TerraformStateFormat().read(file, Clock.systemUTC());
    }

    static byte[] bytesOnly(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    /** Visits every token, decodes and keeps none. */
    static int jacksonTokens(byte[] bytes) throws IOException {
        int tokens = 0;
        try (JsonParser parser = JACKSON.createParser(bytes)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    static JsonNode jacksonTree(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes);
    }

    static JsonElement gson(byte[] bytes) throws IOException {
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            return com.google.gson.JsonParser.parseReader(reader);
        }
    }

    static Object fastjson2(byte[] bytes) {
        return JSON.parse(bytes);
    }
}
