package io.databot.storage;

/** Only if no live object has the key. */
public record IfAbsent() implements Condition, WriteOption, CopyOption {}
