package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.Address;
import io.databot.state.ResourceMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hashes of addresses that are put together one where the other was. */
class PrintedAddressTest {

    private final PrintedAddress printed = new PrintedAddress();

    private long hash(ResourceMode mode, String type, String nameAsWritten) {
        byte[] ascii = type.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = (" " + nameAsWritten + "\"").getBytes(StandardCharsets.UTF_8);
        return printed.hash(new KindOfResource(mode, type, ascii, 0, Set.of(), List.of()), bytes, 1);
    }

    private static long wanted(String address) {
        return WantedResource.of(Address.parse(address)).hash();
    }

    @Test
    void hashIsThatOfTheWantedAddress() {
        assertThat(hash(ResourceMode.MANAGED, "a_b", "c")).isEqualTo(wanted("a_b.c"));
        assertThat(hash(ResourceMode.DATA, "a_b", "c")).isEqualTo(wanted("data.a_b.c"));
        assertThat(hash(ResourceMode.MANAGED, "ü", "日本")).isEqualTo(wanted("ü.日本"));
        assertThat(hash(ResourceMode.MANAGED, "a_b", "\\u0063\\u00fc")).isEqualTo(wanted("a_b.cü"));
        assertThat(hash(ResourceMode.MANAGED, "a_b", "c")).isEqualTo(wanted("a_b.c[\"x\"]"));
    }

    @Test
    void moduleCountsUntilAnotherIsNamed() {
        String module = "module.m[\"a\\\"b.ü\"].module.n[0]";
        printed.module(module);
        assertThat(hash(ResourceMode.DATA, "a_b", "c")).isEqualTo(wanted(module + ".data.a_b.c"));
        assertThat(hash(ResourceMode.MANAGED, "x", "d")).isEqualTo(wanted(module + ".x.d"));
        printed.module("module.m");
        assertThat(hash(ResourceMode.MANAGED, "x", "d")).isEqualTo(wanted("module.m.x.d"));
        printed.rootModule();
        assertThat(hash(ResourceMode.MANAGED, "x", "d")).isEqualTo(wanted("x.d"));
    }

    @Test
    void addressMayBeOfAnyLength() {
        String module = "module." + "m".repeat(700);
        String name = "n".repeat(5_000);
        printed.module(module);
        assertThat(hash(ResourceMode.MANAGED, "a_b", name)).isEqualTo(wanted(module + ".a_b." + name));
        assertThat(hash(ResourceMode.MANAGED, "a_b", "c")).isEqualTo(wanted(module + ".a_b.c"));
    }
}
