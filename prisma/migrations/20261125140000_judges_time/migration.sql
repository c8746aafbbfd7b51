-- How long judges had a run in sight, and what they submitted on the way.
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

COMMENT ON COLUMN "results"."verdicts_all"."active_seconds" IS 'How long the judge had the run''s turns in sight, in seconds, as their browser counted it; null for models, and for what was not given in the browser.';
COMMENT ON COLUMN "results"."verdicts"."active_seconds" IS 'How long the judge had the run''s turns in sight, in seconds, as their browser counted it; null for models, and for what was not given in the browser.';

CREATE VIEW "results"."submissions" AS
SELECT
    s."id" AS "submission_id",
    e."name" AS "experiment",
    a."name" AS "arm",
    s."run_id",
    s."seat",
    s."kind",
    s."at",
    s."by" AS "judge",
    CASE WHEN jsonb_typeof(s."said" -> 'belief') = 'array' THEN
        ARRAY(SELECT p::numeric FROM jsonb_array_elements_text(s."said" -> 'belief') WITH ORDINALITY AS b(p, i) ORDER BY i)
    END AS "belief",
    s."outcome",
    s."saved_at" AS "submitted_at",
    s."settled_at",
    (s."trace" ->> 'shownAt')::timestamptz AS "shown_at",
    round((s."trace" ->> 'activeMs')::numeric / 1000, 3) AS "active_seconds",
    jsonb_array_length(coalesce(s."trace" -> 'changes', '[]'::jsonb)) AS "changes",
    s."trace" -> 'changes' AS "course"
FROM "submission" s
JOIN "run" r ON r."id" = s."run_id"
JOIN "experiment" e ON e."id" = r."experiment_id"
JOIN "arm" a ON a."id" = r."arm_id";

COMMENT ON VIEW "results"."submissions" IS 'What people submitted in the browser, also what they took back. What was fixed is a move as well.';
COMMENT ON COLUMN "results"."submissions"."submission_id" IS 'Names the submission; made by the judge''s browser.';
COMMENT ON COLUMN "results"."submissions"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."submissions"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."submissions"."run_id" IS 'The run.';
COMMENT ON COLUMN "results"."submissions"."seat" IS 'The seat of who submitted.';
COMMENT ON COLUMN "results"."submissions"."kind" IS 'Kind of the turn: belief, verdict …';
COMMENT ON COLUMN "results"."submissions"."at" IS 'Which turn of that kind: round 1, end …';
COMMENT ON COLUMN "results"."submissions"."judge" IS 'Pseudonym of who submitted.';
COMMENT ON COLUMN "results"."submissions"."belief" IS 'The probability given to each option, in the question''s stored order; null where none was given.';
COMMENT ON COLUMN "results"."submissions"."outcome" IS 'fixed: it became a move; taken-back: by the judge, also when it was replaced; refused: the rules did not take it; null: it waits.';
COMMENT ON COLUMN "results"."submissions"."submitted_at" IS 'When the server had it.';
COMMENT ON COLUMN "results"."submissions"."settled_at" IS 'When it became what its outcome says.';
COMMENT ON COLUMN "results"."submissions"."shown_at" IS 'When the judge''s browser first showed the turn.';
COMMENT ON COLUMN "results"."submissions"."active_seconds" IS 'How long the page was in sight from then on, in seconds, as the browser counted it.';
COMMENT ON COLUMN "results"."submissions"."changes" IS 'How often the belief was set on the way.';
COMMENT ON COLUMN "results"."submissions"."course" IS 'The beliefs set on the way, each with the time since the turn was shown, in ms: [{"ms": …, "belief": […]}].';

CREATE VIEW "results"."amendments" AS
SELECT
    m."id" AS "amendment_id",
    e."name" AS "experiment",
    a."name" AS "arm",
    m."run_id",
    m."seat",
    m."kind",
    m."at",
    m."by" AS "judge",
    m."text",
    CASE WHEN cardinality(m."belief") > 0 THEN m."belief" END AS "belief",
    m."saved_at" AS "submitted_at"
FROM "amendment" m
JOIN "run" r ON r."id" = m."run_id"
JOIN "experiment" e ON e."id" = r."experiment_id"
JOIN "arm" a ON a."id" = r."arm_id";

COMMENT ON VIEW "results"."amendments" IS 'Later thoughts of judges about moves of theirs, which stay as they are.';
COMMENT ON COLUMN "results"."amendments"."amendment_id" IS 'Names the amendment.';
COMMENT ON COLUMN "results"."amendments"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."amendments"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."amendments"."run_id" IS 'The run.';
COMMENT ON COLUMN "results"."amendments"."seat" IS 'The seat of the move that is amended.';
COMMENT ON COLUMN "results"."amendments"."kind" IS 'Kind of that move.';
COMMENT ON COLUMN "results"."amendments"."at" IS 'Which move of that kind.';
COMMENT ON COLUMN "results"."amendments"."judge" IS 'Pseudonym of whose move and thought it is.';
COMMENT ON COLUMN "results"."amendments"."text" IS 'The thought.';
COMMENT ON COLUMN "results"."amendments"."belief" IS 'What the judge believes now, in the question''s stored order; null where they did not say.';
COMMENT ON COLUMN "results"."amendments"."submitted_at" IS 'When the server had it.';
