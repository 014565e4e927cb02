package dev.tagdrift.dockerfile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables and the working folder of one stage, as far as its instructions have been read.
 *
 * <p>A stage begins with those of the stage that it is built on; one that is built on an image begins with what nobody
 * knows here.
 */
final class StageScope implements Variables {
    /** Behind so many stages, a variable counts as unseen: looking further would not be linear. */
    private static final int MAX_CHAIN = 200;

    private static final String SEARCH_PATH = "PATH";

    private final GlobalScope global;
    private final Optional<StageScope> base;
    private final boolean onImage;
    private final Map<String, Value> own = new HashMap<>();
    private Optional<String> folder = Optional.empty();

    private StageScope(GlobalScope global, Optional<StageScope> base, boolean onImage) {
        this.global = global;
        this.base = base;
        this.onImage = onImage;
        this.folder = base.flatMap(stage -> stage.folder);
    }

    /** Of a stage that is built on an image, which can have variables of its own, or on nothing. */
    static StageScope first(GlobalScope global, boolean onImage) {
        return new StageScope(global, Optional.empty(), onImage);
    }

    /** Of a stage that is built on this one, when this one is complete. */
    StageScope next() {
        return new StageScope(global, Optional.of(this), onImage);
    }

    void set(String name, Value value) {
        own.put(name, value);
    }

    /**
     * Declares an argument: what was given for it, its default, or the value that it has before the first FROM.
     *
     * @return the value from before the first FROM, if it is that
     * @throws BadWordException if the default cannot be expanded; then it has no value
     */
    Optional<Value> declare(Instruction.Declaration arg, char escape) throws BadWordException {
        String name = arg.name().written();
        Optional<Value> given = global.given(name);
        if (given.isPresent()) {
            set(name, given.get());
            return Optional.empty();
        }
        if (arg.fallback().isPresent()) {
            set(name, Expander.expand(arg.fallback().get().written(), escape, this));
            return Optional.empty();
        }
        Optional<Value> inherited = global.value(name);
        inherited.ifPresent(value -> set(name, value));
        return inherited;
    }

    /** Goes to a folder, which can be relative. */
    void enter(String path) {
        boolean longer = workingFolder().length() + path.length() > 4096;
        folder = Optional.of(path.startsWith("/") || longer ? path : workingFolder() + "/" + path);
    }

    /** The working folder; the root where nobody said. */
    String workingFolder() {
        return folder.orElse("");
    }

    boolean hasWorkingFolder() {
        return folder.isPresent();
    }

    @Override
    public Optional<Value> value(String name) {
        Optional<StageScope> scope = Optional.of(this);
        for (int i = 0; i < MAX_CHAIN && scope.isPresent(); i++) {
            Value value = scope.get().own.get(name);
            if (value != null) {
                return Optional.of(value);
            }
            scope = scope.get().base;
        }
        return name.equals(SEARCH_PATH) ? Optional.of(Value.given("/usr/bin")) : Optional.empty();
    }

    @Override
    public boolean unseen() {
        return onImage;
    }

    @Override
    public Budget budget() {
        return global.budget();
    }
}
