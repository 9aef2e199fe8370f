package cc.fs.remote;

import cc.fs.mount.CachePolicy;
import cc.fs.service.FileService;
import cc.fs.service.FileServiceContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** The same by a file proxy. */
class RemoteFileServiceTest extends FileServiceContract {
    private final TestMachine machine;
    private final FileService files;

    RemoteFileServiceTest() throws IOException {
        machine = new TestMachine();
        files = machine.files(CachePolicy.CLOSE_TO_OPEN);
    }

    @Override
    protected FileService service() {
        return files;
    }

    @AfterEach
    void end() throws IOException {
        files.close();
        machine.close();
    }
}
