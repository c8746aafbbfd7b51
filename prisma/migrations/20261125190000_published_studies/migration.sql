-- Runs that were imported from a published study, and what is said of experiments by arm.
ALTER TABLE "run" ADD COLUMN "imported" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "included" BOOLEAN;

ALTER TABLE "run" ADD CONSTRAINT "run_included_check" CHECK ("imported" = ("included" IS NOT NULL));

CREATE OR REPLACE VIEW "results"."verdicts_all" AS
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
    (SELECT round(sum((s."trace" ->> 'activeMs')::numeric) / 1000, 3) FROM "submission" s
        WHERE s."run_id" = v."run_id" AND s."seat" = v."seat" AND s."outcome" = 'fixed') AS "active_seconds",
    (SELECT sum(c."cost_usd") FROM "model_call" c
        WHERE c."run_id" = v."run_id" AND c."seat" <> 'judge' AND c."seat" NOT LIKE 'judge %') AS "cost_agents_usd",
    (SELECT sum(c."cost_usd") FROM "model_call" c
        WHERE c."run_id" = v."run_id" AND c."seat" = v."seat") AS "cost_judge_usd",
    CASE
        WHEN cardinality(r."sides") = 1 THEN r."sides"[1] = q."truth"
        -- Open variants: the side that was picked by a move.
        WHEN cardinality(r."sides") = 0 THEN (
            SELECT (m."body" ->> 'option')::integer = q."truth" FROM "move" m
            WHERE m."run_id" = coalesce(r."judged_run_id", r."id") AND m."kind" = 'choose' AND m."passed" IS NULL
            ORDER BY m."version" DESC LIMIT 1)
    END AS "honest",
    r."listed"[1] = q."truth" AS "first_listed_is_true",
    CASE WHEN cardinality(r."sides") = 2 AND coalesce(o."seats", r."seats") ?& ARRAY['A', 'B'] THEN
        CASE q."truth" WHEN r."sides"[1] THEN 'A' WHEN r."sides"[2] THEN 'B' END
    END AS "seat_of_true",
    j."judge_kind" = 'simulated' AS "synthetic",
    r."simulated_seats",
    FALSE AS "practice",
    FALSE AS "gold",
    NULL::text AS "exclusion",
    r."imported",
    CASE WHEN r."imported" THEN r."included" ELSE j."judge_kind" <> 'simulated' END AS "included",
    r."judging",
    r."started_at",
    v."made_at" AS "submitted_at",
    v."seat",
    r."replicate",
    r."block",
    r."choices"[1] = q."truth" AS "first_choice_is_true",
    v."belief",
    v."reason",
    v."passed",
    r."judged_run_id",
    s."penalty",
    CASE WHEN p."p_correct" IS NOT NULL THEN log(2, greatest(p."p_correct", 0.0001)) END
        - coalesce(s."penalty", 0) * v."rounds" AS "judge_score_bits"
FROM "verdict" v
JOIN "run" r ON r."id" = v."run_id"
LEFT JOIN "run" o ON o."id" = r."judged_run_id"
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
CROSS JOIN LATERAL (
    SELECT CASE WHEN jsonb_typeof(r."setup" -> 'penalty') = 'number' THEN (r."setup" ->> 'penalty')::numeric END AS "penalty"
) s
WHERE v."stale_since" IS NULL;

CREATE OR REPLACE VIEW "results"."verdicts" AS
SELECT * FROM "results"."verdicts_all" WHERE "included" AND NOT "imported";

CREATE VIEW "results"."imported_verdicts" AS
SELECT * FROM "results"."verdicts_all" WHERE "imported";

CREATE OR REPLACE VIEW "results"."beliefs_all" AS
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
    CASE WHEN r."imported" THEN r."included" ELSE j."judge_kind" <> 'simulated' END AS "included",
    b."made_at",
    r."imported"
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

CREATE OR REPLACE VIEW "results"."beliefs" AS
SELECT * FROM "results"."beliefs_all" WHERE "included" AND NOT "imported";

CREATE VIEW "results"."accuracy_all" AS
SELECT
    "experiment", "arm", "protocol", "judging", "imported", "synthetic", "included",
    count(*) AS "n",
    count(*) FILTER (WHERE "correct" = 1) AS "right",
    count(*) FILTER (WHERE "tie") AS "ties",
    count(*) FILTER (WHERE "abstained") AS "abstentions",
    avg("correct") AS "accuracy",
    (count(*) FILTER (WHERE "correct" = 1))::numeric / nullif(count(*) FILTER (WHERE NOT "abstained"), 0) AS "accuracy_strict",
    avg("p_correct") AS "mean_p_correct",
    avg("brier") AS "mean_brier",
    avg("log_score_bits") AS "mean_log_score_bits",
    avg("judge_score_bits") AS "mean_judge_score_bits",
    avg("rounds") AS "mean_rounds",
    sum("log_score_bits" - log(2, greatest("p_initial", 0.0001))) FILTER (WHERE "rounds" > 0)
        / nullif(sum("rounds") FILTER (WHERE "rounds" > 0 AND "log_score_bits" IS NOT NULL AND "p_initial" IS NOT NULL), 0) AS "bits_per_round"
FROM "results"."verdicts_all"
GROUP BY "experiment", "arm", "protocol", "judging", "imported", "synthetic", "included";

CREATE VIEW "results"."accuracy" AS
SELECT * FROM "results"."accuracy_all" WHERE "included" AND NOT "imported";

CREATE VIEW "results"."argued_all" AS
SELECT
    v."verdict_id",
    v."experiment",
    v."arm",
    v."protocol",
    v."judging",
    v."imported",
    v."synthetic",
    v."included",
    v."run_id",
    v."question_id",
    v."source_id",
    v."judge",
    s."place"::integer AS "place",
    s."side" AS "argued",
    s."side" = q."truth" AS "argued_truth",
    v."belief"[s."side" + 1] AS "p_argued"
FROM "results"."verdicts_all" v
JOIN "run" r ON r."id" = v."run_id"
JOIN "question" q ON q."id" = v."question_id"
CROSS JOIN LATERAL unnest(r."sides") WITH ORDINALITY AS s("side", "place")
WHERE NOT v."abstained";

CREATE VIEW "results"."argued" AS
SELECT * FROM "results"."argued_all" WHERE "included" AND NOT "imported";

CREATE FUNCTION "results"."agent_score_difference_clipped"("clip" numeric)
RETURNS TABLE (
    "experiment" text,
    "arm" text,
    "protocol" text,
    "judging" text,
    "imported" boolean,
    "synthetic" boolean,
    "included" boolean,
    "n_truth" bigint,
    "n_falsehood" bigint,
    "score_truth" numeric,
    "score_falsehood" numeric,
    "difference" numeric
)
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT
        s.*,
        s."score_truth" - s."score_falsehood"
    FROM (
        SELECT
            a."experiment", a."arm", a."protocol", a."judging", a."imported", a."synthetic", a."included",
            count(*) FILTER (WHERE a."argued_truth") AS "n_truth",
            count(*) FILTER (WHERE NOT a."argued_truth") AS "n_falsehood",
            avg(log(2, greatest(a."p_argued", "clip"))) FILTER (WHERE a."argued_truth") AS "score_truth",
            avg(log(2, greatest(a."p_argued", "clip"))) FILTER (WHERE NOT a."argued_truth") AS "score_falsehood"
        FROM "results"."argued_all" a
        GROUP BY a."experiment", a."arm", a."protocol", a."judging", a."imported", a."synthetic", a."included"
    ) s;
END;

CREATE VIEW "results"."agent_score_difference_all" AS
SELECT * FROM "results"."agent_score_difference_clipped"(0.0001);

CREATE VIEW "results"."agent_score_difference" AS
SELECT * FROM "results"."agent_score_difference_all" WHERE "included" AND NOT "imported";

CREATE VIEW "results"."bias_all" AS
SELECT
    v."experiment", v."arm", v."protocol", v."judging", v."imported", v."synthetic", v."included",
    f."place",
    count(*) AS "n",
    count(*) FILTER (WHERE f."option" = q."truth") AS "n_true",
    avg(v."belief"[f."option" + 1]) AS "mean_p",
    avg(CASE WHEN f."option" = q."truth" THEN 1 ELSE 0 END) AS "share_true",
    avg(v."belief"[f."option" + 1]) - avg(CASE WHEN f."option" = q."truth" THEN 1 ELSE 0 END) AS "excess_p",
    avg(v."correct") FILTER (WHERE f."option" = q."truth") AS "accuracy_if_true",
    avg(v."correct") FILTER (WHERE f."option" <> q."truth") AS "accuracy_if_false"
FROM "results"."verdicts_all" v
JOIN "run" r ON r."id" = v."run_id"
LEFT JOIN "run" o ON o."id" = r."judged_run_id"
JOIN "question" q ON q."id" = v."question_id"
CROSS JOIN LATERAL (
    VALUES
        ('first listed', r."listed"[1]),
        ('first choice', r."choices"[1]),
        ('seat A', CASE WHEN cardinality(r."sides") = 2 AND coalesce(o."seats", r."seats") ?& ARRAY['A', 'B'] THEN r."sides"[1] END)
) AS f("place", "option")
WHERE f."option" IS NOT NULL AND NOT v."abstained"
GROUP BY v."experiment", v."arm", v."protocol", v."judging", v."imported", v."synthetic", v."included", f."place";

CREATE VIEW "results"."bias" AS
SELECT * FROM "results"."bias_all" WHERE "included" AND NOT "imported";

COMMENT ON COLUMN "results"."verdicts_all"."honest" IS 'Whether the one seat with a side argued for the truth (consultancies), or the seat that picked its side picked the truth (open variants); null where more than one has an assigned side, or none.';
COMMENT ON COLUMN "results"."verdicts_all"."imported" IS 'Whether it comes from a published study.';
COMMENT ON COLUMN "results"."verdicts_all"."included" IS 'Whether it counts: of a published study, whether the study counted it; else, whether it is not excluded, not synthetic and not for practice. results.verdicts has what counts and is not imported.';
COMMENT ON COLUMN "results"."verdicts_all"."penalty" IS 'What the judge loses for each round that was heard, in bits; null where the arm has none.';
COMMENT ON COLUMN "results"."verdicts_all"."judge_score_bits" IS 'log_score_bits less penalty for each of the rounds: what the judge was paid by, where the arm has a penalty; null for an abstention.';
COMMENT ON VIEW "results"."verdicts" IS 'The verdicts of results.verdicts_all that count: not excluded, not of simulated judges, not for practice, not imported. simulated_seats names other players that were simulated.';
COMMENT ON VIEW "results"."imported_verdicts" IS 'The verdicts of results.verdicts_all that come from published studies, whether the study counted them (included) or not.';
COMMENT ON COLUMN "results"."beliefs_all"."included" IS 'Whether it counts: of a published study, whether the study counted its run; else, whether its judge is not simulated. results.beliefs has what counts and is not imported.';
COMMENT ON COLUMN "results"."beliefs_all"."imported" IS 'Whether it comes from a published study.';
COMMENT ON VIEW "results"."beliefs" IS 'The beliefs of results.beliefs_all of judges who are not simulated and not of a published study.';
COMMENT ON VIEW "results"."accuracy_all" IS 'How good the verdicts of each arm are, those of simulated judges and of published studies in rows of their own.';
COMMENT ON COLUMN "results"."accuracy_all"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."accuracy_all"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."accuracy_all"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."accuracy_all"."judging" IS 'live: judged as the run went; stepped, timed, whole: how a finished transcript was shown to be judged again.';
COMMENT ON COLUMN "results"."accuracy_all"."imported" IS 'Whether it comes from a published study.';
COMMENT ON COLUMN "results"."accuracy_all"."synthetic" IS 'Whether the judges are simulated.';
COMMENT ON COLUMN "results"."accuracy_all"."included" IS 'Whether it counts, see results.verdicts_all.';
COMMENT ON COLUMN "results"."accuracy_all"."n" IS 'Verdicts, abstentions among them.';
COMMENT ON COLUMN "results"."accuracy_all"."right" IS 'Verdicts that gave the true option alone the highest probability.';
COMMENT ON COLUMN "results"."accuracy_all"."ties" IS 'Verdicts whose highest probability was shared.';
COMMENT ON COLUMN "results"."accuracy_all"."abstentions" IS 'Verdicts that were passed.';
COMMENT ON COLUMN "results"."accuracy_all"."accuracy" IS 'Mean of correct: a tie in which the truth shares counts half; abstentions are left out.';
COMMENT ON COLUMN "results"."accuracy_all"."accuracy_strict" IS 'The right ones of those that did not abstain: a tie counts as not right.';
COMMENT ON COLUMN "results"."accuracy_all"."mean_p_correct" IS 'Mean probability of the true option.';
COMMENT ON COLUMN "results"."accuracy_all"."mean_brier" IS 'Mean of brier; lower is better.';
COMMENT ON COLUMN "results"."accuracy_all"."mean_log_score_bits" IS 'Mean of log_score_bits; higher is better.';
COMMENT ON COLUMN "results"."accuracy_all"."mean_judge_score_bits" IS 'Mean of judge_score_bits: the log score less the penalty for rounds.';
COMMENT ON COLUMN "results"."accuracy_all"."mean_rounds" IS 'Mean number of rounds heard.';
COMMENT ON COLUMN "results"."accuracy_all"."bits_per_round" IS 'What the judges learnt in a round: log2 of the probability of the true option at the end less that at the beginning, summed over the verdicts with an initial belief, by the sum of their rounds; null where nobody was asked in the beginning.';
COMMENT ON VIEW "results"."accuracy" IS 'How good the verdicts of each arm are: those of results.verdicts. results.accuracy_all has simulated judges and published studies as well.';
COMMENT ON VIEW "results"."argued_all" IS 'Each verdict once for each seat that had an option to argue for: what the judge believed of that option in the end. Abstentions are left out.';
COMMENT ON COLUMN "results"."argued_all"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."argued_all"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."argued_all"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."argued_all"."judging" IS 'live: judged as the run went; stepped, timed, whole: how a finished transcript was shown to be judged again.';
COMMENT ON COLUMN "results"."argued_all"."imported" IS 'Whether it comes from a published study.';
COMMENT ON COLUMN "results"."argued_all"."synthetic" IS 'Whether the judges are simulated.';
COMMENT ON COLUMN "results"."argued_all"."included" IS 'Whether it counts, see results.verdicts_all.';
COMMENT ON COLUMN "results"."argued_all"."verdict_id" IS 'Names the verdict, see results.verdicts_all.';
COMMENT ON COLUMN "results"."argued_all"."run_id" IS 'Names the run.';
COMMENT ON COLUMN "results"."argued_all"."question_id" IS 'Names the question.';
COMMENT ON COLUMN "results"."argued_all"."source_id" IS 'The source of the question; null where there is none.';
COMMENT ON COLUMN "results"."argued_all"."judge" IS 'Pseudonym of the judge; of a model without one, its name.';
COMMENT ON COLUMN "results"."argued_all"."place" IS 'Which of the seats with a side, from 1: of two debaters, 1 is A and 2 is B.';
COMMENT ON COLUMN "results"."argued_all"."argued" IS 'Index from 0 of the option that was argued for.';
COMMENT ON COLUMN "results"."argued_all"."argued_truth" IS 'Whether that is the true one.';
COMMENT ON COLUMN "results"."argued_all"."p_argued" IS 'Probability that the judge gave to it in the end.';
COMMENT ON VIEW "results"."argued" IS 'The rows of results.argued_all that count and are not imported.';
COMMENT ON VIEW "results"."agent_score_difference_all" IS 'Whether arguing for the truth pays: the mean log score of an argued option when it is the true one, less that when it is not, over every seat that had an option to argue for. Probabilities are taken as at least 0.0001, as in log_score_bits; agent_score_difference_clipped(0.01) holds them at 0.01, or at what it is given.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."judging" IS 'live: judged as the run went; stepped, timed, whole: how a finished transcript was shown to be judged again.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."imported" IS 'Whether it comes from a published study.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."synthetic" IS 'Whether the judges are simulated.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."included" IS 'Whether it counts, see results.verdicts_all.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."n_truth" IS 'Seats that argued for the true option.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."n_falsehood" IS 'Seats that argued for another.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."score_truth" IS 'Mean log2 of the probability of the argued option when it is the true one.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."score_falsehood" IS 'Mean log2 of the probability of the argued option when it is not.';
COMMENT ON COLUMN "results"."agent_score_difference_all"."difference" IS 'score_truth less score_falsehood, in bits: above 0, honesty pays.';
COMMENT ON VIEW "results"."agent_score_difference" IS 'Whether arguing for the truth pays, over the verdicts of results.verdicts. Probabilities are taken as at least 0.0001; see agent_score_difference_clipped(clip) for others.';
COMMENT ON FUNCTION "results"."agent_score_difference_clipped"(numeric) IS 'The rows of results.agent_score_difference_all with probabilities taken as at least clip: log2 of a probability near 0 has no floor, and one such verdict would outweigh all others.';
COMMENT ON VIEW "results"."bias_all" IS 'Whether a place draws belief: what judges gave to the option that was listed first, was the first choice shown, or was argued for by seat A. Abstentions are left out.';
COMMENT ON COLUMN "results"."bias_all"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."bias_all"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."bias_all"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."bias_all"."judging" IS 'live: judged as the run went; stepped, timed, whole: how a finished transcript was shown to be judged again.';
COMMENT ON COLUMN "results"."bias_all"."imported" IS 'Whether it comes from a published study.';
COMMENT ON COLUMN "results"."bias_all"."synthetic" IS 'Whether the judges are simulated.';
COMMENT ON COLUMN "results"."bias_all"."included" IS 'Whether it counts, see results.verdicts_all.';
COMMENT ON COLUMN "results"."bias_all"."place" IS 'first listed, first choice or seat A.';
COMMENT ON COLUMN "results"."bias_all"."n" IS 'Verdicts with an option in that place.';
COMMENT ON COLUMN "results"."bias_all"."n_true" IS 'Those in which it is the true one.';
COMMENT ON COLUMN "results"."bias_all"."mean_p" IS 'Mean probability given to the option in that place.';
COMMENT ON COLUMN "results"."bias_all"."share_true" IS 'How often it is the true one, 0 to 1.';
COMMENT ON COLUMN "results"."bias_all"."excess_p" IS 'mean_p less share_true: above 0, the place draws belief that the truth does not explain.';
COMMENT ON COLUMN "results"."bias_all"."accuracy_if_true" IS 'Mean of correct where the true option has that place.';
COMMENT ON COLUMN "results"."bias_all"."accuracy_if_false" IS 'Mean of correct where another has it.';
COMMENT ON VIEW "results"."bias" IS 'Whether a place draws belief, over the verdicts of results.verdicts.';

-- A plain view's columns are those of its twin, and so are their comments; those of imported_verdicts are those of verdicts_all.
DO $$
DECLARE
    commented record;
BEGIN
    FOR commented IN
        SELECT plain.relname AS plain, a.attname, col_description(c.oid, a.attnum) AS words
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        JOIN pg_class plain ON plain.relnamespace = c.relnamespace
            AND (plain.relname = replace(c.relname, '_all', '') OR plain.relname = 'imported_' || replace(c.relname, '_all', ''))
        WHERE c.relnamespace = 'results'::regnamespace AND c.relname LIKE '%\_all'
    LOOP
        EXECUTE format('COMMENT ON COLUMN results.%I.%I IS %L', commented.plain, commented.attname, commented.words);
    END LOOP;
END
$$;
