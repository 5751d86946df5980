package io.databot.storage;

/** An option of {@code reader}. */
public sealed interface ReadOption extends StorageOption
        permits CallOption, AtGeneration, IfGeneration, IfGenerationNot, IfMetageneration, ByteRange, ContentOnly {}
