package io.databot.gcp;

import com.google.api.services.storage.model.StorageObject;
import io.databot.storage.Crc32c;
import io.databot.storage.Md5;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * Content on its way in chunks, at most one of them in memory. Nothing is published before {@link #commit}; a session that
 * is not committed is left alone, and the service drops it after a week.
 */
final class UploadSession {

    private static final int FIRST_BUFFER = 64 * 1024;

    private final int chunkSize;
    private final OptionalLong length;
    private final ResumableUpload upload;
    private final CRC32C checksum = new CRC32C();
    private byte[] buffer;
    private int buffered;
    private long sent;

    UploadSession(GcsConnection connection, Call call, ObjectRef target, OptionalLong length) {
        StorageObject object = StoredObjects.write(target, call.options().metadata());
        call.options().find(Md5.class).ifPresent(md5 -> object.setMd5Hash(md5.base64()));
        this.chunkSize = connection.uploads().chunkSize();
        this.length = length;
        this.upload = new ResumableUpload(connection, target, object);
        this.buffer = new byte[Math.min(FIRST_BUFFER, chunkSize)];
    }

    /** A full chunk stays until more comes: it might be the last. */
    void write(Call call, byte[] bytes, int offset, int amount) {
        if (length.isPresent() && sent + buffered + amount > length.getAsLong()) {
            Writes.requireLength(call, length, sent + buffered + amount);
        }
        checksum.update(bytes, offset, amount);
        int at = offset;
        int left = amount;
        while (left > 0) {
            if (buffered == chunkSize) {
                flush(call);
            }
            int taken = Math.min(left, chunkSize - buffered);
            reserve(buffered + taken);
            System.arraycopy(bytes, at, buffer, buffered, taken);
            buffered += taken;
            at += taken;
            left -= taken;
        }
    }

    private void reserve(int size) {
        if (size > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(chunkSize, Math.max(size, buffer.length * 2)));
        }
    }

    private void flush(Call call) {
        upload.send(call, new ResumableUpload.Chunk(buffer, sent, sent + buffered, Optional.empty()));
        sent += buffered;
        buffered = 0;
    }

    /** Publishes what was written, if it is what was declared. */
    StoredObject commit(Call call) {
        Crc32c sum = new Crc32c((int) checksum.getValue());
        Writes.requireLength(call, length, sent + buffered);
        Writes.requireChecksum(call, sum);
        Optional<String> hash = Optional.of("crc32c=" + sum.base64());
        return upload.send(call, new ResumableUpload.Chunk(buffer, sent, sent + buffered, hash))
                .orElseThrow(() -> new IllegalStateException("the last chunk gives the object"));
    }
}
