package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

    private static List<Integer> of(Positions positions, long hash) {
        List<Integer> found = new ArrayList<>();
        for (int place = positions.first(hash); place >= 0; place = positions.next(place, hash)) {
            found.add(positions.at(place));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 63, 64, 65, 10_000})
    void eachIsFoundByItsHash(int count) {
        SplittableRandom random = new SplittableRandom(count);
        Positions positions = new Positions(count, count);
        long[] hashes = random.longs(count).toArray();
        for (int i = 0; i < count; i++) {
            positions.put(i, hashes[i]);
        }
        int others = 0;
        for (int i = 0; i < count; i++) {
            List<Integer> found = of(positions, hashes[i]);
            assertThat(found).contains(i);
            others += found.size() - 1;
        }
        // 18 bits of the hash are kept beside ten thousand positions.
        assertThat(others).isLessThan(10);
        assertThat(of(positions, random.nextLong())).hasSizeLessThan(2);
    }

    @Test
    void thoseOfOneHashAreFoundInTheirOrder() {
        Positions positions = new Positions(5, 5);
        for (int i = 0; i < 5; i++) {
            positions.put(i, i == 2 ? 8 : 7);
        }
        assertThat(of(positions, 7)).containsExactly(0, 1, 3, 4);
        assertThat(of(positions, 8)).containsExactly(2);
    }

    @Test
    void largestPositionsLeaveNoRoomForAHash() {
        Positions positions = new Positions(2, Integer.MAX_VALUE);
        positions.put(Integer.MAX_VALUE - 1, -1);
        positions.put(0, -1);
        assertThat(of(positions, -1)).containsExactly(Integer.MAX_VALUE - 1, 0);
    }
}
