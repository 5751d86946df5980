package io.databot.storage;

/** An option of {@code put}, {@code writer} and {@code compose}. */
public sealed interface WriteOption extends StorageOption
        permits CallOption, IfAbsent, IfGeneration, ObjectMetadata, Crc32c, Md5 {}
