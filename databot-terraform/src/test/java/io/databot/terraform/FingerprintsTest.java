package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static Fingerprints of(Iterable<Long> hashes) {
        Fingerprints prints = new Fingerprints();
        hashes.forEach(prints::add);
        return prints;
    }

    @Test
    void emptySetHoldsNothing() {
        Fingerprints prints = new Fingerprints();
        assertThat(prints.isEmpty()).isTrue();
        assertThat(prints.contains(0)).isFalse();
        assertThat(prints.contains(1)).isFalse();
    }

    @Test
    void setHoldsWhatWasAddedAndNothingElse() {
        Random random = new Random(1);
        Set<Long> hashes = new HashSet<>(List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE));
        for (int i = 0; i < 5_000; i++) {
            // The upper half chooses the place: some share it.
            hashes.add(random.nextLong() & (i % 2 == 0 ? -1L : 0xffff_ffffL));
        }
        Fingerprints prints = of(hashes);
        assertThat(hashes).allMatch(prints::contains);
        assertThat(random.longs(5_000).filter(prints::contains).filter(hash -> !hashes.contains(hash)))
                .isEmpty();
    }

    @Test
    void setsAreTheSameWhateverTheOrder() {
        List<Long> hashes = new ArrayList<>(new Random(1).longs(100).boxed().toList());
        Fingerprints prints = of(hashes);
        Collections.reverse(hashes);
        hashes.addAll(hashes.subList(0, 10));
        assertThat(prints.sameAs(of(hashes))).isTrue();
        assertThat(prints.sameAs(of(hashes.subList(0, 99)))).isFalse();
        hashes.set(50, 7L);
        assertThat(prints.sameAs(of(hashes.subList(0, 100)))).isFalse();
    }
}
