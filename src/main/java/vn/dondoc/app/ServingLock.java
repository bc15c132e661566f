package vn.dondoc.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;

/**
 * One process serves a home. The operating system ends the lock with the process that holds it, however that dies; the
 * file beside it only says who that is.
 */
final class ServingLock implements AutoCloseable {
    private static final String LOCK = "serve.lock";
    private static final String HOLDER = "serve.txt";

    private final FileChannel channel;

    private ServingLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes a home until it is closed.
     *
     * @param data the folder of its data; made where it is missing
     * @throws FaultyFileException when another process serves it; says which, and since when
     */
    static ServingLock take(Path data, Instant now) {
        try {
            Files.createDirectories(data);
            FileChannel channel =
                    FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lockOf(channel) == null) {
                channel.close();
                throw new FaultyFileException(List.of(served(data)));
            }
            Files.writeString(data.resolve(HOLDER), holder(now));
            return new ServingLock(channel);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    /**
     * Who serves a home; empty when nobody does. Takes the lock for a moment, and so is never asked in the process that
     * serves.
     */
    static Optional<String> holderOf(Path data) {
        if (!Files.exists(data.resolve(LOCK))) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(data.resolve(LOCK), StandardOpenOption.WRITE)) {
            return lockOf(channel) == null ? Optional.of(whoServes(data)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String holder(Instant now) {
        return "tiến trình " + ThisProcess.number() + " trên máy " + ThisProcess.host() + ", từ "
                + VietnamTime.inWords(now);
    }

    private static Problem served(Path data) throws IOException {
        return new Problem(
                data.toString(),
                "thư mục này đang có chương trình chạy thường trực: " + whoServes(data),
                "dừng chương trình đó trước, hoặc chọn thư mục khác bằng --home");
    }

    private static String whoServes(Path data) throws IOException {
        Path holder = data.resolve(HOLDER);
        return Files.exists(holder) ? Files.readString(holder) : "một tiến trình khác";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }
}
