package io.databot.storage;

/**
 * An option of a storage call. Each kind of call takes its own kind of option, so an option that makes no sense for a
 * call does not compile. Giving one option twice is an {@link io.databot.failure.InvalidRequestFailure}.
 */
public sealed interface StorageOption
        permits WriteOption, ReadOption, FindOption, CopyOption, UpdateOption, DeleteOption {}
