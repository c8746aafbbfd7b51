-- New judges of a finished transcript: a run that has no players of its own.
ALTER TABLE "run"
    ADD COLUMN "judged_moves" INTEGER,
    ADD COLUMN "judged_run_id" TEXT,
    ADD COLUMN "judging" TEXT NOT NULL DEFAULT 'live';

CREATE INDEX "run_judged_run_id_idx" ON "run"("judged_run_id");

ALTER TABLE "run" ADD CONSTRAINT "run_judged_run_id_fkey" FOREIGN KEY ("judged_run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "run"
    ADD CONSTRAINT "run_judging_check" CHECK ("judging" IN ('live', 'whole', 'stepped', 'timed')),
    ADD CONSTRAINT "run_judged_check" CHECK (num_nonnulls("judged_run_id", "judged_moves") = CASE "judging" WHEN 'live' THEN 0 ELSE 2 END);

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
    CASE WHEN cardinality(r."sides") = 2 AND coalesce(o."seats", r."seats") ?& ARRAY['A', 'B'] THEN
        CASE q."truth" WHEN r."sides"[1] THEN 'A' WHEN r."sides"[2] THEN 'B' END
    END AS "seat_of_true",
    j."judge_kind" = 'simulated' AS "synthetic",
    r."simulated_seats",
    FALSE AS "practice",
    FALSE AS "gold",
    NULL::text AS "exclusion",
    FALSE AS "imported",
    j."judge_kind" <> 'simulated' AS "included",
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
    r."judged_run_id"
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
WHERE v."stale_since" IS NULL;

CREATE OR REPLACE VIEW "results"."verdicts" AS
SELECT * FROM "results"."verdicts_all" WHERE "included";

COMMENT ON COLUMN "results"."verdicts_all"."judged_run_id" IS 'The run whose transcript was judged again; null where judging is live. Verdicts on one transcript: coalesce(judged_run_id, run_id).';
COMMENT ON COLUMN "results"."verdicts"."judged_run_id" IS 'The run whose transcript was judged again; null where judging is live. Verdicts on one transcript: coalesce(judged_run_id, run_id).';
