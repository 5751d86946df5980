package io.databot.storage;

/** One line of a listing: an object, or the common prefix of several. */
public sealed interface ListEntry permits StoredObject, CommonPrefix {

    /** The text by which the listing is ordered: the object's key or the prefix. */
    String name();
}
