package cc.fs.remote;

import cc.fs.service.AttributeChange;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.LinkFault;
import cc.fs.service.StoreFacts;
import cc.protocol.message.ChangeCall;
import cc.protocol.message.FileError;
import cc.protocol.message.StatResult;
import cc.protocol.message.StoreResult;

/** What both ends say of files, as messages and as values. */
final class FileMessages {
    private FileMessages() {}

    static StatResult of(FileAttributes attributes) {
        return StatResult.newBuilder()
                .setMode(attributes.mode())
                .setDevice(attributes.device())
                .setInode(attributes.inode())
                .setSpecialDevice(attributes.specialDevice())
                .setLinks(attributes.links())
                .setUserId(attributes.userId())
                .setGroupId(attributes.groupId())
                .setUser(attributes.user())
                .setGroup(attributes.group())
                .setSizeBytes(attributes.sizeBytes())
                .setModifiedNanos(attributes.modifiedNanos())
                .setAccessedNanos(attributes.accessedNanos())
                .setChangedNanos(attributes.changedNanos())
                .setCreationNanos(attributes.creationNanos())
                .build();
    }

    static FileAttributes attributes(StatResult stat) {
        return new FileAttributes(
                stat.getMode(),
                stat.getDevice(),
                stat.getInode(),
                stat.getSpecialDevice(),
                stat.getLinks(),
                stat.getUserId(),
                stat.getGroupId(),
                stat.getUser(),
                stat.getGroup(),
                stat.getSizeBytes(),
                stat.getModifiedNanos(),
                stat.getAccessedNanos(),
                stat.getChangedNanos(),
                stat.getCreationNanos());
    }

    static ChangeCall of(AttributeChange change) {
        ChangeCall.Builder call = ChangeCall.newBuilder();
        if (change.modifiedNanos() != null) {
            call.setModifiedNanos(change.modifiedNanos());
        }
        if (change.accessedNanos() != null) {
            call.setAccessedNanos(change.accessedNanos());
        }
        if (change.permissions() != null) {
            call.setPermissions(change.permissions());
        }
        if (change.user() != null) {
            call.setUser(change.user());
        }
        if (change.group() != null) {
            call.setGroup(change.group());
        }
        return call.build();
    }

    static AttributeChange change(ChangeCall call) {
        return new AttributeChange(
                call.hasModifiedNanos() ? call.getModifiedNanos() : null,
                call.hasAccessedNanos() ? call.getAccessedNanos() : null,
                call.hasPermissions() ? call.getPermissions() : null,
                call.hasUser() ? call.getUser() : null,
                call.hasGroup() ? call.getGroup() : null);
    }

    static StoreResult of(StoreFacts facts) {
        return StoreResult.newBuilder()
                .setName(facts.name())
                .setType(facts.type())
                .setReadOnly(facts.readOnly())
                .setBlockBytes(facts.blockBytes())
                .setTotalBytes(facts.totalBytes())
                .setUnallocatedBytes(facts.unallocatedBytes())
                .setUsableBytes(facts.usableBytes())
                .build();
    }

    static StoreFacts facts(StoreResult store) {
        return new StoreFacts(
                store.getName(),
                store.getType(),
                store.getReadOnly(),
                store.getBlockBytes(),
                store.getTotalBytes(),
                store.getUnallocatedBytes(),
                store.getUsableBytes());
    }

    static FileError of(FileFault fault) {
        FileError.Builder error = FileError.newBuilder().setErrno(fault.errno().name());
        if (fault instanceof LinkFault link) {
            error.setLeadsTo(link.leadsTo()).setAsked(link.asked());
        }
        String message = fault.getMessage();
        return error.setMessage(message == null ? fault.errno().words() : message)
                .build();
    }

    static FileFault fault(FileError error) {
        if (!error.getLeadsTo().isEmpty()) {
            return new LinkFault(error.getAsked(), error.getLeadsTo());
        }
        for (Errno errno : Errno.values()) {
            if (errno.name().equals(error.getErrno())) {
                return new FileFault(errno, error.getMessage());
            }
        }
        return new FileFault(Errno.OTHER, error.getMessage());
    }
}
