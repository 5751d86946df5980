package io.databot.terraform;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.StateFailure.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in Databot's words what the file system answered. */
final class FileFailures {

    private FileFailures() {}

    static DatabotException of(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new NotFoundFailure(
                    FailureDetails.of(
                            Refusals.OPERATION,
                            file.toString(),
                            "there is no such file",
                            "Correct the path, or run terraform apply where it is to be written."),
                    e);
        }
        if (e instanceof AccessDeniedException) {
            return new AccessDeniedFailure(
                    FailureDetails.of(
                            Refusals.OPERATION,
                            file.toString(),
                            "this process may not read it",
                            "Give the user that runs it the right to read the file and to enter its directories."),
                    e);
        }
        return new Refusals(file.toString())
                .refuse(Problem.UNREADABLE, reason(e), "Check the file, its links and its disk.", e);
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemLoopException) {
            return "its symbolic links lead in a circle";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : null;
        return "the file system refuses to read it" + (reason == null ? "" : " (" + reason + ")");
    }
}
