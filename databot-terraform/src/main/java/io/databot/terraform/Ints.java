package io.databot.terraform;

import java.util.Arrays;

/** A list of numbers that grows. */
final class Ints {

    private int[] values;
    private int size;

    Ints(int capacity) {
        this.values = new int[capacity];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2 + 16);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    int get(int position) {
        return values[position];
    }

    int[] toArray() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
