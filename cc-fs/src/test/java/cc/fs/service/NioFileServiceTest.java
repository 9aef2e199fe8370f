package cc.fs.service;

import java.nio.file.FileSystems;
import org.junit.jupiter.api.AfterEach;

/** This machine's own files. */
class NioFileServiceTest extends FileServiceContract {
    private final NioFileService files = new NioFileService(FileSystems.getDefault());

    @Override
    protected FileService service() {
        return files;
    }

    @AfterEach
    void end() {
        files.close();
    }
}
