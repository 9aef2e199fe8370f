package cc.fs.service;

/**
 * The path leads through a symbolic link. Nothing was done: whoever asked has to ask again for the path that it leads to,
 * since another rule may hold there.
 */
public final class LinkFault extends FileFault {
    private static final long serialVersionUID = 1;

    private final String asked;
    private final String leadsTo;

    /**
     * @param asked which of the paths that were asked for it is
     * @param leadsTo absolute and normal; on the same machine as the path that was asked for
     */
    public LinkFault(String asked, String leadsTo) {
        super(Errno.ELOOP);
        this.asked = asked;
        this.leadsTo = leadsTo;
    }

    @Override
    public FileFault again() {
        return new LinkFault(asked, leadsTo);
    }

    public String asked() {
        return asked;
    }

    public String leadsTo() {
        return leadsTo;
    }
}
