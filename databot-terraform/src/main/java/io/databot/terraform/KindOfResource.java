package io.databot.terraform;

import io.databot.state.ResourceMode;
import java.util.List;
import java.util.Set;

/**
 * What is known of all resources of one type.
 *
 * @param mode whether they are data sources
 * @param type the provider's name for it
 * @param hash the hash of both
 * @param dynamic the attributes whose type Terraform wraps
 * @param secrets the paths of what is secret in them
 */
record KindOfResource(ResourceMode mode, String type, long hash, Set<String> dynamic, List<List<Object>> secrets) {

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
