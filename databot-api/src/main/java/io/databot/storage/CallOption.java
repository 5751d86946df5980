package io.databot.storage;

/** An option that every storage call takes. */
public sealed interface CallOption extends WriteOption, ReadOption, FindOption, CopyOption, UpdateOption, DeleteOption
        permits Timeout {}
