package io.databot.benchmarks;

/**
 * Which instance a template is filled for.
 *
 * @param unit what it belongs to
 * @param key its key in for_each, its number in count, or "main"
 * @param instance its position among all from 0
 */
record Place(Unit unit, String key, long instance) {}
