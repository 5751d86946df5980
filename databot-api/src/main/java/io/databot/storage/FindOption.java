package io.databot.storage;

/** An option of {@code find}. */
public sealed interface FindOption extends StorageOption
        permits CallOption, AtGeneration, IfGeneration, IfGenerationNot, IfMetageneration {}
