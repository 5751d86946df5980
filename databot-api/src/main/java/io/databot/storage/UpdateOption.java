package io.databot.storage;

/** An option of {@code update}. */
public sealed interface UpdateOption extends StorageOption permits CallOption, IfGeneration, IfMetageneration {}
