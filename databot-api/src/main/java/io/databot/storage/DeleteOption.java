package io.databot.storage;

/** An option of {@code delete}. */
public sealed interface DeleteOption extends StorageOption
        permits CallOption, AtGeneration, IfGeneration, IfMetageneration {}
