package tidemark.remote.probe;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of a report, in which it is kept and shown to programs.
public final class ReportJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ReportJson() {}

    /// The report as a JSON tree.
    public static ObjectNode write(ProbeReport report) {
        var json = JSON.createObjectNode().put("at", report.at().toString()).put("requests", report.requests());
        report.verdict().ifPresent(verdict -> json.set("verdict", verdict(verdict)));
        var steps = json.putArray("steps");
        report.steps()
                .forEach(result -> steps.add(
                        outcome(result.outcome()).put("step", result.step().name())));
        return json;
    }

    private static ObjectNode verdict(Verdict verdict) {
        var json = JSON.createObjectNode().put("words", verdict.words());
        return switch (verdict) {
            case Verdict.Atomic() -> json.put("kind", "atomic");
            case Verdict.ChecksButDoesNotLock(var wrong, var rounds) ->
                json.put("kind", "checks-but-does-not-lock").put("wrong", wrong).put("rounds", rounds);
            case Verdict.IgnoresSilently() -> json.put("kind", "ignores-silently");
            case Verdict.Refuses() -> json.put("kind", "refuses");
            case Verdict.ByClaims() -> json.put("kind", "by-claims");
            case Verdict.Unfit() -> json.put("kind", "unfit");
        };
    }

    private static ObjectNode outcome(Outcome outcome) {
        var json = JSON.createObjectNode();
        return switch (outcome) {
            case Outcome.Passed(var words) -> json.put("outcome", "passed").put("words", words);
            case Outcome.Lacking(var words) -> json.put("outcome", "lacking").put("words", words);
            case Outcome.Failed(var problem) -> problem(json.put("outcome", "failed"), problem);
            case Outcome.Unanswered(var problem) -> problem(json.put("outcome", "unanswered"), problem);
            case Outcome.Skipped(var why) -> json.put("outcome", "skipped").put("words", why);
        };
    }

    private static ObjectNode problem(ObjectNode json, Problem problem) {
        return json.put("cause", problem.cause())
                .put("effect", problem.effect())
                .put("remedy", problem.remedy());
    }

    /// The report in this text; empty when it is not JSON as this version writes it.
    public static Optional<ProbeReport> read(String text) {
        try {
            var json = JSON.readTree(text);
            return Optional.of(new ProbeReport(
                    Instant.parse(json.required("at").asString()),
                    steps(json.required("steps")),
                    json.has("verdict") ? Optional.of(readVerdict(json.required("verdict"))) : Optional.empty(),
                    json.required("requests").asInt()));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<StepResult> steps(JsonNode json) {
        var steps = new ArrayList<StepResult>();
        json.forEach(step ->
                steps.add(new StepResult(ProbeStep.valueOf(step.required("step").asString()), readOutcome(step))));
        return steps;
    }

    private static Outcome readOutcome(JsonNode json) {
        return switch (json.required("outcome").asString()) {
            case "passed" -> new Outcome.Passed(json.required("words").asString());
            case "lacking" -> new Outcome.Lacking(json.required("words").asString());
            case "skipped" -> new Outcome.Skipped(json.required("words").asString());
            case "failed" -> new Outcome.Failed(readProblem(json));
            case "unanswered" -> new Outcome.Unanswered(readProblem(json));
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static Problem readProblem(JsonNode json) {
        return new Problem(
                json.required("cause").asString(),
                json.required("effect").asString(),
                json.required("remedy").asString());
    }

    private static Verdict readVerdict(JsonNode json) {
        return switch (json.required("kind").asString()) {
            case "atomic" -> new Verdict.Atomic();
            case "checks-but-does-not-lock" ->
                new Verdict.ChecksButDoesNotLock(
                        json.required("wrong").asInt(), json.required("rounds").asInt());
            case "ignores-silently" -> new Verdict.IgnoresSilently();
            case "refuses" -> new Verdict.Refuses();
            case "by-claims" -> new Verdict.ByClaims();
            case "unfit" -> new Verdict.Unfit();
            case String other -> throw new IllegalArgumentException(other);
        };
    }
}
