package dev.tagdrift.explain;

import dev.tagdrift.explain.Explainer.Question;
import dev.tagdrift.resolve.Lanes;
import java.util.Collection;
import java.util.Map;

/** Explains many images at once, each question one time. */
public final class BatchExplainer {
    /** Most of the time they wait for their registry. */
    private static final int AT_A_TIME = 4;

    private final Explainer explainer;
    private final Lanes lanes;

    /**
     * For registries that have been asked before, and answered.
     *
     * @param explainer of each
     * @param explained told after each, from several threads
     */
    public BatchExplainer(Explainer explainer, Runnable explained) {
        this.explainer = explainer;
        this.lanes = Lanes.toKnown(AT_A_TIME, explained);
    }

    /** What came of each question. */
    public Map<Question, Outcome> explain(Collection<Question> questions) {
        return lanes.each(questions, question -> question.current().repository().registry(), this::outcome);
    }

    /** What a stranger's image can bring about here is no reason to tell nothing of the others. */
    private Outcome outcome(Question question) {
        try {
            return explainer.explain(question);
        } catch (Throwable broken) {
            return new Outcome.Broken(broken.toString());
        }
    }
}
