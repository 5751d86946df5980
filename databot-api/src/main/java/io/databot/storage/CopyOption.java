package io.databot.storage;

/** An option of {@code copy}: conditions are about the target, unless they say source. */
public sealed interface CopyOption extends StorageOption
        permits CallOption, AtGeneration, IfAbsent, IfGeneration, IfSourceGeneration, ObjectMetadata {}
