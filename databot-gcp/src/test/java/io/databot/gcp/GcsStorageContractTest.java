package io.databot.gcp;

import io.databot.testkit.StorageContract;
import io.databot.testkit.StorageHarness;

class GcsStorageContractTest extends StorageContract {

    @Override
    protected StorageHarness harness() {
        return new LoopbackHarness();
    }
}
