package dev.tagdrift.source;

import dev.tagdrift.source.FileHistory.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.SystemReader;

/** Reads the revisions of one file out of a repository, within bounds: so many commits, so many bytes. */
final class GitFile {
    private static final int MOST_COMMITS = 10_000;
    private static final int MOST_BYTES = 64 << 20;

    static {
        SystemReader.setInstance(new NoSettings(SystemReader.getInstance()));
    }

    private final Repository repository;
    private final RevWalk walk;
    private final String path;
    private final Deque<Revision> revisions = new ArrayDeque<>();
    private int bytes;
    private boolean shallow;

    private GitFile(Repository repository, RevWalk walk, String path) {
        this.repository = repository;
        this.walk = walk;
        this.path = path;
    }

    static FileHistory history(Path file, Instant since) {
        try {
            Path real = file.toRealPath();
            FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(real.toFile());
            if (builder.getGitDir() == null) {
                return FileHistory.NONE;
            }
            try (Repository repository = builder.setMustExist(true).build();
                    RevWalk walk = new RevWalk(repository)) {
                String path = RelativePath.of(repository.getWorkTree().toPath().toRealPath(), real);
                GitFile git = new GitFile(repository, walk, path);
                git.read(since);
                return new FileHistory(List.copyOf(git.revisions), git.shallow);
            }
        } catch (IOException | RuntimeException e) {
            // A bare or broken repository, or one of a form that JGit does not know: then git tells nothing.
            return FileHistory.NONE;
        }
    }

    private void read(Instant since) throws IOException {
        ObjectId head = repository.resolve("HEAD");
        if (head == null) {
            return;
        }
        RevCommit commit = walk.parseCommit(head);
        Optional<ObjectId> blob = blob(commit);
        Instant when = time(commit);
        for (int i = 1; ; i++) {
            Optional<RevCommit> parent = parent(commit);
            boolean isEnd = parent.isPresent() && (i == MOST_COMMITS || when.isBefore(since) || bytes > MOST_BYTES);
            Optional<ObjectId> before = parent.isPresent() && !isEnd ? blob(parent.get()) : Optional.empty();
            if (!blob.equals(before)) {
                add(when, blob, !isEnd && !isGraft(commit));
            }
            if (parent.isEmpty() || isEnd) {
                return;
            }
            commit = parent.get();
            blob = before;
            // A clock that was wrong makes no child older than its parent.
            when = time(commit).isBefore(when) ? time(commit) : when;
        }
    }

    private void add(Instant when, Optional<ObjectId> blob, boolean exact) throws IOException {
        if (blob.isPresent()) {
            byte[] content = walk.getObjectReader().open(blob.get()).getCachedBytes(MOST_BYTES);
            bytes += content.length;
            revisions.addFirst(new Revision(when, exact, content));
        }
    }

    /** Whether the parents of the commit were left out of the clone. */
    private boolean isGraft(RevCommit commit) throws IOException {
        boolean graft = repository.getObjectDatabase().getShallowCommits().contains(commit);
        shallow |= graft;
        return graft;
    }

    private Optional<RevCommit> parent(RevCommit commit) throws IOException {
        return commit.getParentCount() == 0 ? Optional.empty() : Optional.of(walk.parseCommit(commit.getParent(0)));
    }

    private Optional<ObjectId> blob(RevCommit commit) throws IOException {
        try (TreeWalk tree = TreeWalk.forPath(walk.getObjectReader(), path, commit.getTree())) {
            return tree == null ? Optional.empty() : Optional.of(tree.getObjectId(0));
        }
    }

    private static Instant time(RevCommit commit) {
        return Instant.ofEpochSecond(commit.getCommitTime());
    }
}
