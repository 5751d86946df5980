package io.databot.terraform;

import io.databot.state.ResourceMode;
import java.util.List;
import java.util.Set;

/**
 * What is known of all resources of one type.
 *
 * @param mode whether they are data sources
 * @param type the provider's name for it
 * @param ascii the type's bytes
 * @param hash the hash of mode and type
 * @param dynamic the attributes whose type Terraform wraps
 * @param secrets the paths of what is secret in them
 */
@SuppressWarnings("ArrayRecordComponent")
record KindOfResource(
        ResourceMode mode, String type, byte[] ascii, long hash, Set<String> dynamic, List<List<Object>> secrets) {

    /** Whether its type is this text. */
    boolean isType(byte[] text, int from, int to) {
        return to - from == ascii.length && Words.standsAt(ascii, 0, text, from, to);
    }

    /** Whether such resources are there to hold a secret, as opposed to having a place for one deep inside. */
    boolean mainlySecret() {
        for (List<Object> path : secrets) {
            if (path.size() == 1) {
                return true;
            }
        }
        return false;
    }
}
