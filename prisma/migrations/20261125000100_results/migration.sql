-- The schema that researchers read. Its columns are a public interface: a change needs a line in the changelog.
CREATE SCHEMA "results";

COMMENT ON SCHEMA "results" IS 'What was asked, said, believed and found, for analysis. Views over rows that are only ever added to.';

CREATE VIEW "results"."questions" AS
SELECT
    q."id" AS "question_id",
    d."name" AS "dataset",
    q."source_id",
    q."key",
    q."prompt",
    q."options",
    q."truth",
    q."options"[q."truth" + 1] AS "answer",
    coalesce(q."licence", d."licence") AS "licence",
    q."split",
    q."difficulty"
FROM "question" q
JOIN "dataset" d ON d."id" = q."dataset_id";

CREATE VIEW "results"."verdicts_all" AS
SELECT
    v."run_id" || ':' || v."seq" AS "verdict_id",
    e."name" AS "experiment",
    a."name" AS "arm",
    a."protocol",
    a."protocol_version",
    a."hash" AS "setup_hash",
    v."run_id",
    d."name" AS "dataset",
    r."question_id",
    q."source_id",
    v."judge",
    j."judge_kind",
    v."judge_model",
    p."p_correct",
    p."correct",
    cardinality(v."top") > 1 AS "tie",
    v."passed" IS NOT NULL AS "abstained",
    NULL::integer AS "forced_choice",
    v."initial"[q."truth" + 1] AS "p_initial",
    CASE WHEN p."p_correct" IS NOT NULL THEN log(2, greatest(p."p_correct", 0.0001)) END AS "log_score_bits",
    CASE
        WHEN cardinality(v."belief") = 2 THEN (1 - p."p_correct") * (1 - p."p_correct")
        WHEN p."p_correct" IS NOT NULL THEN (
            SELECT sum((b."p" - CASE WHEN b."i" = q."truth" + 1 THEN 1 ELSE 0 END) ^ 2) / 2
            FROM unnest(v."belief") WITH ORDINALITY AS b("p", "i"))
    END AS "brier",
    v."rounds",
    round(extract(epoch FROM v."made_at" - r."started_at"), 3) AS "seconds",
    NULL::numeric AS "active_seconds",
    (SELECT sum(c."cost_usd") FROM "model_call" c
        WHERE c."run_id" = v."run_id" AND c."seat" <> 'judge' AND c."seat" NOT LIKE 'judge %') AS "cost_agents_usd",
    (SELECT sum(c."cost_usd") FROM "model_call" c
        WHERE c."run_id" = v."run_id" AND c."seat" = v."seat") AS "cost_judge_usd",
    CASE WHEN cardinality(r."sides") = 1 THEN r."sides"[1] = q."truth" END AS "honest",
    r."listed"[1] = q."truth" AS "first_listed_is_true",
    CASE WHEN cardinality(r."sides") = 2 AND r."seats" ?& ARRAY['A', 'B'] THEN
        CASE q."truth" WHEN r."sides"[1] THEN 'A' WHEN r."sides"[2] THEN 'B' END
    END AS "seat_of_true",
    j."judge_kind" = 'simulated' AS "synthetic",
    r."simulated_seats",
    FALSE AS "practice",
    FALSE AS "gold",
    NULL::text AS "exclusion",
    FALSE AS "imported",
    j."judge_kind" <> 'simulated' AS "included",
    'live'::text AS "judging",
    r."started_at",
    v."made_at" AS "submitted_at",
    v."seat",
    r."replicate",
    r."block",
    r."choices"[1] = q."truth" AS "first_choice_is_true",
    v."belief",
    v."reason",
    v."passed"
FROM "verdict" v
JOIN "run" r ON r."id" = v."run_id"
JOIN "experiment" e ON e."id" = r."experiment_id"
JOIN "arm" a ON a."id" = r."arm_id"
JOIN "question" q ON q."id" = r."question_id"
JOIN "dataset" d ON d."id" = q."dataset_id"
CROSS JOIN LATERAL (
    SELECT CASE WHEN v."judge_kind" = 'model' AND v."seat" = ANY (r."simulated_seats") THEN 'simulated' ELSE v."judge_kind" END AS "judge_kind"
) j
CROSS JOIN LATERAL (
    SELECT
        v."belief"[q."truth" + 1] AS "p_correct",
        CASE
            WHEN v."passed" IS NOT NULL THEN NULL
            WHEN q."truth" <> ALL (v."top") THEN 0
            WHEN cardinality(v."top") > 1 THEN 0.5
            ELSE 1
        END AS "correct"
) p
WHERE v."stale_since" IS NULL;

CREATE VIEW "results"."verdicts" AS
SELECT * FROM "results"."verdicts_all" WHERE "included";

CREATE VIEW "results"."beliefs_all" AS
SELECT
    b."run_id",
    b."seq",
    e."name" AS "experiment",
    a."name" AS "arm",
    a."protocol",
    d."name" AS "dataset",
    r."question_id",
    b."seat",
    b."judge",
    j."judge_kind",
    b."at",
    b."belief",
    b."belief"[q."truth" + 1] AS "p_correct",
    b."passed",
    j."judge_kind" = 'simulated' AS "synthetic",
    j."judge_kind" <> 'simulated' AS "included",
    b."made_at"
FROM "belief" b
JOIN "run" r ON r."id" = b."run_id"
JOIN "experiment" e ON e."id" = r."experiment_id"
JOIN "arm" a ON a."id" = r."arm_id"
JOIN "question" q ON q."id" = r."question_id"
JOIN "dataset" d ON d."id" = q."dataset_id"
CROSS JOIN LATERAL (
    SELECT CASE WHEN b."judge_kind" = 'model' AND b."seat" = ANY (r."simulated_seats") THEN 'simulated' ELSE b."judge_kind" END AS "judge_kind"
) j
WHERE b."stale_since" IS NULL;

CREATE VIEW "results"."beliefs" AS
SELECT * FROM "results"."beliefs_all" WHERE "included";

CREATE VIEW "results"."moves" AS
SELECT
    m."run_id",
    m."seq",
    e."name" AS "experiment",
    a."name" AS "arm",
    a."protocol",
    r."question_id",
    m."seat",
    m."kind",
    m."at",
    m."version",
    split_part(m."by", ':', 1) AS "made_by",
    m."by",
    m."body" ->> 'text' AS "text",
    m."passed",
    m."body" ->> 'thinking' AS "thinking",
    m."body" - 'thinking' AS "said",
    m."cost",
    m."rests",
    split_part(m."by", ':', 1) <> 'person' AND m."seat" = ANY (r."simulated_seats") AS "simulated",
    m."made_at"
FROM "move" m
JOIN "run" r ON r."id" = m."run_id"
JOIN "experiment" e ON e."id" = r."experiment_id"
JOIN "arm" a ON a."id" = r."arm_id";

CREATE VIEW "results"."model_calls" AS
SELECT
    c."id" AS "call_id",
    c."run_id",
    e."name" AS "experiment",
    a."name" AS "arm",
    a."protocol",
    r."question_id",
    c."seat",
    c."kind",
    c."at",
    c."version",
    c."attempt",
    c."model",
    c."reported_model",
    c."simulated",
    c."status",
    c."cause",
    c."fault",
    c."prompt_hash",
    c."messages",
    c."reply",
    c."sent",
    c."prompt_tokens",
    c."reply_tokens",
    c."tokens_estimated",
    c."cost_usd",
    c."ms",
    c."request_id",
    c."made_at"
FROM "model_call" c
JOIN "run" r ON r."id" = c."run_id"
JOIN "experiment" e ON e."id" = r."experiment_id"
JOIN "arm" a ON a."id" = r."arm_id";

COMMENT ON VIEW "results"."questions" IS 'Questions with their truth, one row each.';
COMMENT ON COLUMN "results"."questions"."question_id" IS 'Names the question.';
COMMENT ON COLUMN "results"."questions"."dataset" IS 'Name of the data set.';
COMMENT ON COLUMN "results"."questions"."source_id" IS 'The text in which the answer is found; null where there is none. Questions of one source are not independent.';
COMMENT ON COLUMN "results"."questions"."key" IS 'Name of the question in its data set.';
COMMENT ON COLUMN "results"."questions"."prompt" IS 'What is asked.';
COMMENT ON COLUMN "results"."questions"."options" IS 'The possible answers, two or more, in the stored order to which every belief refers.';
COMMENT ON COLUMN "results"."questions"."truth" IS 'Index of the true option, from 0.';
COMMENT ON COLUMN "results"."questions"."answer" IS 'The true option in words.';
COMMENT ON COLUMN "results"."questions"."licence" IS 'Licence of the question, else of its data set; null where unknown.';
COMMENT ON COLUMN "results"."questions"."split" IS 'Part of the data set (train, test …), as given there; null where none is given.';
COMMENT ON COLUMN "results"."questions"."difficulty" IS 'Difficulty in the words of the data set; null where none is given.';

COMMENT ON VIEW "results"."verdicts_all" IS 'Final verdicts, one row each: those of people, models and simulated judges, and those that passed. A verdict that was revised, or that rested on something revised, is not here.';
COMMENT ON COLUMN "results"."verdicts_all"."verdict_id" IS 'Names the verdict: run and place in its transcript.';
COMMENT ON COLUMN "results"."verdicts_all"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."verdicts_all"."arm" IS 'Name of the arm (condition) in its experiment.';
COMMENT ON COLUMN "results"."verdicts_all"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."verdicts_all"."protocol_version" IS 'Version of the protocol''s rules and prompts.';
COMMENT ON COLUMN "results"."verdicts_all"."setup_hash" IS 'SHA-256 of the frozen arm: protocol, version, setup, seats.';
COMMENT ON COLUMN "results"."verdicts_all"."run_id" IS 'Names the run.';
COMMENT ON COLUMN "results"."verdicts_all"."dataset" IS 'Name of the question''s data set.';
COMMENT ON COLUMN "results"."verdicts_all"."question_id" IS 'Names the question, see results.questions.';
COMMENT ON COLUMN "results"."verdicts_all"."source_id" IS 'The source of the question; null where there is none.';
COMMENT ON COLUMN "results"."verdicts_all"."judge" IS 'Pseudonym of the judge; of a model without one, its name.';
COMMENT ON COLUMN "results"."verdicts_all"."judge_kind" IS 'person, model, panel, reward or simulated.';
COMMENT ON COLUMN "results"."verdicts_all"."judge_model" IS 'The model that judged; null for people.';
COMMENT ON COLUMN "results"."verdicts_all"."p_correct" IS 'Probability that the judge gave to the true option, 0 to 1; null for an abstention.';
COMMENT ON COLUMN "results"."verdicts_all"."correct" IS '1 if the true option alone has the highest probability, 0.5 if it shares it, else 0; null for an abstention.';
COMMENT ON COLUMN "results"."verdicts_all"."tie" IS 'Whether the highest probability is shared by two or more options.';
COMMENT ON COLUMN "results"."verdicts_all"."abstained" IS 'Whether the verdict was passed: no belief was given.';
COMMENT ON COLUMN "results"."verdicts_all"."forced_choice" IS 'Index from 0 of the option chosen when a tie had to be broken; null where no choice was asked for.';
COMMENT ON COLUMN "results"."verdicts_all"."p_initial" IS 'Probability of the true option in the belief that the judge gave before anything was shown, 0 to 1; null where none was asked for.';
COMMENT ON COLUMN "results"."verdicts_all"."log_score_bits" IS 'log2 of p_correct, taken as at least 0.0001: -13.29 to 0 bits, higher is better; null for an abstention.';
COMMENT ON COLUMN "results"."verdicts_all"."brier" IS '(1 - p_correct) squared for two options; for more, the squared differences from the truth, summed over the options and halved. 0 to 1, lower is better; null for an abstention.';
COMMENT ON COLUMN "results"."verdicts_all"."rounds" IS 'Rounds in which somebody spoke before the verdict: how many different first parts (as in round 2/1) the places of the speeches have. 0 where nobody speaks.';
COMMENT ON COLUMN "results"."verdicts_all"."seconds" IS 'Seconds from the start of the run to the verdict.';
COMMENT ON COLUMN "results"."verdicts_all"."active_seconds" IS 'Seconds in which the judge was active; null where that is not measured.';
COMMENT ON COLUMN "results"."verdicts_all"."cost_agents_usd" IS 'What the model calls of all seats but the judges'' have cost in this run so far, in US dollars; null where no price is known.';
COMMENT ON COLUMN "results"."verdicts_all"."cost_judge_usd" IS 'What the model calls of this judge''s seat have cost in this run so far, in US dollars; null for people and where no price is known.';
COMMENT ON COLUMN "results"."verdicts_all"."honest" IS 'Whether the one seat with an assigned side argued for the truth (consultancies); null where no seat or more than one has a side.';
COMMENT ON COLUMN "results"."verdicts_all"."first_listed_is_true" IS 'Whether the option listed first is the true one; null where options are not listed.';
COMMENT ON COLUMN "results"."verdicts_all"."seat_of_true" IS 'A or B: the seat that argued for the truth; null where A and B have no sides, or neither has the true one.';
COMMENT ON COLUMN "results"."verdicts_all"."synthetic" IS 'Whether the judge is simulated: a player of the simulator, or a script.';
COMMENT ON COLUMN "results"."verdicts_all"."simulated_seats" IS 'The seats of the run that are played by the simulator or by a script, the judge''s among them; empty when none is.';
COMMENT ON COLUMN "results"."verdicts_all"."practice" IS 'Whether it was given for practice.';
COMMENT ON COLUMN "results"."verdicts_all"."gold" IS 'Whether the question was there to check the judge.';
COMMENT ON COLUMN "results"."verdicts_all"."exclusion" IS 'Code of the rule that leaves it out; null when none does.';
COMMENT ON COLUMN "results"."verdicts_all"."imported" IS 'Whether it comes from a published study.';
COMMENT ON COLUMN "results"."verdicts_all"."included" IS 'Whether it is in results.verdicts: not excluded, not synthetic, not for practice, not imported.';
COMMENT ON COLUMN "results"."verdicts_all"."judging" IS 'live: judged as the run went; stepped, timed, whole: how a finished transcript was shown to be judged again.';
COMMENT ON COLUMN "results"."verdicts_all"."started_at" IS 'When the run began: its first model call, or its first move.';
COMMENT ON COLUMN "results"."verdicts_all"."submitted_at" IS 'When the verdict was given.';
COMMENT ON COLUMN "results"."verdicts_all"."seat" IS 'The judge''s seat: judge, or judge 1 to judge k.';
COMMENT ON COLUMN "results"."verdicts_all"."replicate" IS 'Number of the run among those of the same question and arm, from 1.';
COMMENT ON COLUMN "results"."verdicts_all"."block" IS 'Assignment block; null where judges are not assigned in blocks.';
COMMENT ON COLUMN "results"."verdicts_all"."first_choice_is_true" IS 'Whether the first of the choices shown to the judge is the true one; null where there is no such order.';
COMMENT ON COLUMN "results"."verdicts_all"."belief" IS 'Probability of each option in stored order, each 0 to 1, adding up to 1; empty for an abstention.';
COMMENT ON COLUMN "results"."verdicts_all"."reason" IS 'What the judge gave as the reason.';
COMMENT ON COLUMN "results"."verdicts_all"."passed" IS 'Why no verdict was given; null where one was.';

COMMENT ON VIEW "results"."verdicts" IS 'The verdicts of results.verdicts_all that count: not excluded, not of simulated judges, not for practice, not imported. simulated_seats names other players that were simulated.';

COMMENT ON VIEW "results"."beliefs_all" IS 'What judges believed on the way to a verdict, one row for each time that they were asked. The closing belief is in results.verdicts_all.';
COMMENT ON COLUMN "results"."beliefs_all"."run_id" IS 'Names the run.';
COMMENT ON COLUMN "results"."beliefs_all"."seq" IS 'Place in the transcript of the run, from 0.';
COMMENT ON COLUMN "results"."beliefs_all"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."beliefs_all"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."beliefs_all"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."beliefs_all"."dataset" IS 'Name of the question''s data set.';
COMMENT ON COLUMN "results"."beliefs_all"."question_id" IS 'Names the question.';
COMMENT ON COLUMN "results"."beliefs_all"."seat" IS 'The judge''s seat.';
COMMENT ON COLUMN "results"."beliefs_all"."judge" IS 'Pseudonym of the judge; of a model without one, its name.';
COMMENT ON COLUMN "results"."beliefs_all"."judge_kind" IS 'person, model, panel, reward or simulated.';
COMMENT ON COLUMN "results"."beliefs_all"."at" IS 'When the judge was asked, as the protocol names it: round 0 is before the first round, round 2 after the second.';
COMMENT ON COLUMN "results"."beliefs_all"."belief" IS 'Probability of each option in stored order, each 0 to 1, adding up to 1; empty where the judge passed.';
COMMENT ON COLUMN "results"."beliefs_all"."p_correct" IS 'Probability of the true option, 0 to 1; null where the judge passed.';
COMMENT ON COLUMN "results"."beliefs_all"."passed" IS 'Why no belief was given; null where one was.';
COMMENT ON COLUMN "results"."beliefs_all"."synthetic" IS 'Whether the judge is simulated: a player of the simulator, or a script.';
COMMENT ON COLUMN "results"."beliefs_all"."included" IS 'Whether it is in results.beliefs.';
COMMENT ON COLUMN "results"."beliefs_all"."made_at" IS 'When the belief was given.';

COMMENT ON VIEW "results"."beliefs" IS 'The beliefs of results.beliefs_all of judges who are not simulated.';

COMMENT ON VIEW "results"."moves" IS 'All moves of all runs, simulated ones among them, in the order in which they came; revised ones stay.';
COMMENT ON COLUMN "results"."moves"."run_id" IS 'Names the run.';
COMMENT ON COLUMN "results"."moves"."seq" IS 'Place in the transcript, from 0.';
COMMENT ON COLUMN "results"."moves"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."moves"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."moves"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."moves"."question_id" IS 'Names the question.';
COMMENT ON COLUMN "results"."moves"."seat" IS 'Who moved: A, B, judge …';
COMMENT ON COLUMN "results"."moves"."kind" IS 'Kind of move: speech, belief, verdict … ; charge is money spent outside any turn.';
COMMENT ON COLUMN "results"."moves"."at" IS 'The turn''s place in the protocol, as in round 2.';
COMMENT ON COLUMN "results"."moves"."version" IS '1, and one more each time that the same turn was taken again.';
COMMENT ON COLUMN "results"."moves"."made_by" IS 'person, model, tool or script.';
COMMENT ON COLUMN "results"."moves"."by" IS 'Who made it, kind and name.';
COMMENT ON COLUMN "results"."moves"."text" IS 'The words of the move; null where it has none.';
COMMENT ON COLUMN "results"."moves"."passed" IS 'Why the turn was passed; null where it was taken.';
COMMENT ON COLUMN "results"."moves"."thinking" IS 'What the maker thought and showed to nobody; null where it is not known.';
COMMENT ON COLUMN "results"."moves"."said" IS 'All that was said, by the fields of its kind.';
COMMENT ON COLUMN "results"."moves"."cost" IS 'What the move cost, in the unit of the run''s budget; null where nothing is counted.';
COMMENT ON COLUMN "results"."moves"."rests" IS 'The seqs of the moves that its maker was shown or that its turn came from.';
COMMENT ON COLUMN "results"."moves"."simulated" IS 'Whether the simulator or a script made it.';
COMMENT ON COLUMN "results"."moves"."made_at" IS 'When it was made.';

COMMENT ON VIEW "results"."model_calls" IS 'Attempts at model calls, one row each, simulated ones among them.';
COMMENT ON COLUMN "results"."model_calls"."call_id" IS 'Names the attempt.';
COMMENT ON COLUMN "results"."model_calls"."run_id" IS 'Names the run.';
COMMENT ON COLUMN "results"."model_calls"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."model_calls"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."model_calls"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."model_calls"."question_id" IS 'Names the question.';
COMMENT ON COLUMN "results"."model_calls"."seat" IS 'The seat for which the model was called.';
COMMENT ON COLUMN "results"."model_calls"."kind" IS 'The kind of move that was asked for.';
COMMENT ON COLUMN "results"."model_calls"."at" IS 'The turn''s place in the protocol.';
COMMENT ON COLUMN "results"."model_calls"."version" IS 'The turn''s version, from 1.';
COMMENT ON COLUMN "results"."model_calls"."attempt" IS 'Number of the attempt at this turn, from 1.';
COMMENT ON COLUMN "results"."model_calls"."model" IS 'The model that was called, endpoint/name.';
COMMENT ON COLUMN "results"."model_calls"."reported_model" IS 'The model that the endpoint says it is; null where it does not say.';
COMMENT ON COLUMN "results"."model_calls"."simulated" IS 'Whether the simulator replied.';
COMMENT ON COLUMN "results"."model_calls"."status" IS 'ok: a whole reply came. refusal, empty, too-long, malformed: one of no use came. cut: it ended too soon. limited, timeout, unreachable, server-error, rejected: none came. stopped: given up by us.';
COMMENT ON COLUMN "results"."model_calls"."cause" IS 'What went wrong; null where nothing did.';
COMMENT ON COLUMN "results"."model_calls"."fault" IS 'Why a whole reply could not be taken as the move, as the model was told; null where it could.';
COMMENT ON COLUMN "results"."model_calls"."prompt_hash" IS 'SHA-256 of model, messages and parameters.';
COMMENT ON COLUMN "results"."model_calls"."messages" IS 'The prompt: a list of role and content.';
COMMENT ON COLUMN "results"."model_calls"."reply" IS 'The reply as it came, at most 256 kB of it.';
COMMENT ON COLUMN "results"."model_calls"."sent" IS 'The parameters as sent.';
COMMENT ON COLUMN "results"."model_calls"."prompt_tokens" IS 'Length of the prompt in tokens; null where unknown.';
COMMENT ON COLUMN "results"."model_calls"."reply_tokens" IS 'Length of the reply in tokens; null where unknown.';
COMMENT ON COLUMN "results"."model_calls"."tokens_estimated" IS 'Whether the tokens were estimated by us, not counted by the endpoint.';
COMMENT ON COLUMN "results"."model_calls"."cost_usd" IS 'What it cost in US dollars; null where no price is known.';
COMMENT ON COLUMN "results"."model_calls"."ms" IS 'Milliseconds from request to end of reply.';
COMMENT ON COLUMN "results"."model_calls"."request_id" IS 'The endpoint''s name for the request; null where it gives none.';
COMMENT ON COLUMN "results"."model_calls"."made_at" IS 'When the attempt ended.';

-- A plain view's columns are those of its twin, and so are their comments.
DO $$
DECLARE
    commented record;
BEGIN
    FOR commented IN
        SELECT replace(c.relname, '_all', '') AS plain, a.attname, col_description(c.oid, a.attnum) AS words
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE c.relnamespace = 'results'::regnamespace AND c.relname LIKE '%\_all'
    LOOP
        EXECUTE format('COMMENT ON COLUMN results.%I.%I IS %L', commented.plain, commented.attname, commented.words);
    END LOOP;
END
$$;
