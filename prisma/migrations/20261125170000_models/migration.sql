-- AlterTable
ALTER TABLE "model_call" ADD COLUMN     "alternatives" JSONB,
ADD COLUMN     "part" TEXT NOT NULL DEFAULT 'move';

CREATE OR REPLACE VIEW "results"."model_calls" AS
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
    c."made_at",
    c."part",
    c."alternatives"
FROM "model_call" c
JOIN "run" r ON r."id" = c."run_id"
JOIN "experiment" e ON e."id" = r."experiment_id"
JOIN "arm" a ON a."id" = r."arm_id";

COMMENT ON COLUMN "results"."model_calls"."part" IS 'What of the turn was asked for: move; order 2 (a belief, with the options listed in reverse); candidate, rating, critique, helpfulness and their numbers, revision (drafts of a speech); compliance (whether it argues for its side).';
COMMENT ON COLUMN "results"."model_calls"."alternatives" IS 'Where a belief was read from log-probabilities: for each token of the reply the one chosen and what else could have stood there, each with the natural logarithm of its probability; null elsewhere.';

-- How a speech complies is no part of what was said.
CREATE OR REPLACE VIEW "results"."moves" AS
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
    m."body" - 'thinking' - 'compliance' AS "said",
    m."cost",
    m."rests",
    split_part(m."by", ':', 1) <> 'person' AND m."seat" = ANY (r."simulated_seats") AS "simulated",
    m."made_at"
FROM "move" m
JOIN "run" r ON r."id" = m."run_id"
JOIN "experiment" e ON e."id" = r."experiment_id"
JOIN "arm" a ON a."id" = r."arm_id";

-- A panel decides by more than half of the judges that it was set up with.
CREATE VIEW "results"."panel_votes" AS
SELECT
    e."name" AS "experiment",
    a."name" AS "arm",
    a."protocol",
    a."protocol_version",
    d."name" AS "dataset",
    r."question_id",
    q."source_id",
    r."id" AS "run_id",
    p."panel_size",
    n."given",
    n."votes",
    n."ties",
    n."abstentions",
    m."majority",
    CASE WHEN m."majority" IS NOT NULL THEN (m."majority" = q."truth")::integer END AS "correct",
    n."synthetic"
FROM "run" r
JOIN "experiment" e ON e."id" = r."experiment_id"
JOIN "arm" a ON a."id" = r."arm_id"
JOIN "question" q ON q."id" = r."question_id"
JOIN "dataset" d ON d."id" = q."dataset_id"
CROSS JOIN LATERAL (
    SELECT count(*)::integer AS "panel_size" FROM jsonb_object_keys(r."seats") s("seat") WHERE s."seat" LIKE 'judge %'
) p
CROSS JOIN LATERAL (
    SELECT
        count(v."run_id")::integer AS "given",
        coalesce(bool_or(v."judge_kind" = 'simulated' OR (v."judge_kind" = 'model' AND v."seat" = ANY (r."simulated_seats"))), FALSE) AS "synthetic",
        count(*) FILTER (WHERE cardinality(v."top") > 1)::integer AS "ties",
        count(*) FILTER (WHERE v."passed" IS NOT NULL)::integer AS "abstentions",
        ARRAY(
            SELECT (SELECT count(*)::integer FROM "verdict" w
                WHERE w."run_id" = r."id" AND w."stale_since" IS NULL AND w."passed" IS NULL AND w."top" = ARRAY[o."option"])
            FROM generate_series(0, cardinality(q."options") - 1) AS o("option") ORDER BY o."option"
        ) AS "votes"
    FROM "verdict" v WHERE v."run_id" = r."id" AND v."stale_since" IS NULL
) n
CROSS JOIN LATERAL (
    SELECT max(o."i" - 1)::integer AS "majority" FROM unnest(n."votes") WITH ORDINALITY AS o("votes", "i") WHERE o."votes" * 2 > p."panel_size"
) m
WHERE p."panel_size" > 1;

COMMENT ON VIEW "results"."panel_votes" IS 'How panels of judges voted, one row for each run with more than one judge. A judge votes for the option to which they give the highest probability. The single verdicts are in results.verdicts_all. Simulated panels are here too.';
COMMENT ON COLUMN "results"."panel_votes"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."panel_votes"."arm" IS 'Name of the arm (condition) in its experiment.';
COMMENT ON COLUMN "results"."panel_votes"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."panel_votes"."protocol_version" IS 'Version of the protocol''s rules and prompts.';
COMMENT ON COLUMN "results"."panel_votes"."dataset" IS 'Name of the question''s data set.';
COMMENT ON COLUMN "results"."panel_votes"."question_id" IS 'Names the question, see results.questions.';
COMMENT ON COLUMN "results"."panel_votes"."source_id" IS 'The source of the question; null where there is none.';
COMMENT ON COLUMN "results"."panel_votes"."run_id" IS 'Names the run.';
COMMENT ON COLUMN "results"."panel_votes"."panel_size" IS 'How many judges the run was set up with.';
COMMENT ON COLUMN "results"."panel_votes"."given" IS 'How many of them have given a verdict or passed.';
COMMENT ON COLUMN "results"."panel_votes"."votes" IS 'Votes for each option, in stored order.';
COMMENT ON COLUMN "results"."panel_votes"."ties" IS 'How many verdicts share the highest probability among several options: votes for none.';
COMMENT ON COLUMN "results"."panel_votes"."abstentions" IS 'How many judges passed.';
COMMENT ON COLUMN "results"."panel_votes"."majority" IS 'Index from 0 of the option that more than half of panel_size voted for; null where none has so many.';
COMMENT ON COLUMN "results"."panel_votes"."correct" IS '1 if the majority is for the true option, 0 if it is for another; null where there is no majority.';
COMMENT ON COLUMN "results"."panel_votes"."synthetic" IS 'Whether a judge among them is simulated: a player of the simulator, or a script.';

-- What those said who argue, and what they quoted.
CREATE VIEW "results"."speeches" AS
SELECT
    e."name" AS "experiment",
    a."name" AS "arm",
    a."protocol",
    a."protocol_version",
    d."name" AS "dataset",
    r."question_id",
    m."run_id",
    m."seq",
    m."seat",
    m."kind",
    m."at",
    m."version",
    s."side",
    s."side" = q."truth" AS "argued_truth",
    t."plain" AS "text",
    regexp_count(t."plain", '\S+') AS "words",
    char_length(t."plain") AS "characters",
    jsonb_array_length(t."quotes") AS "quotes",
    (SELECT coalesce(jsonb_object_agg(c."status", c."n"), '{}'::jsonb) FROM (
        SELECT o."quote" ->> 'status' AS "status", count(*) AS "n" FROM jsonb_array_elements(t."quotes") AS o("quote") GROUP BY 1
    ) c) AS "quotes_by_status",
    m."body" ->> 'compliance' AS "compliance",
    m."by",
    split_part(m."by", ':', 1) <> 'person' AND m."seat" = ANY (r."simulated_seats") AS "simulated",
    m."made_at"
FROM "move" m
JOIN "run" r ON r."id" = m."run_id"
JOIN "experiment" e ON e."id" = r."experiment_id"
JOIN "arm" a ON a."id" = r."arm_id"
JOIN "question" q ON q."id" = r."question_id"
JOIN "dataset" d ON d."id" = q."dataset_id"
CROSS JOIN LATERAL (
    SELECT
        btrim(regexp_replace(m."body" ->> 'text', '</?quote>', '', 'gi')) AS "plain",
        CASE WHEN jsonb_typeof(m."body" -> 'quotes') = 'array' THEN m."body" -> 'quotes' ELSE '[]'::jsonb END AS "quotes"
) t
CROSS JOIN LATERAL (
    SELECT coalesce(
        (r."setup" -> 'sides' ->> m."seat")::integer,
        (SELECT (c."body" -> 'sides' ->> m."seat")::integer FROM "move" c
            WHERE c."run_id" = m."run_id" AND c."kind" = 'choose' AND c."seq" < m."seq" AND c."body" ? 'sides'
            ORDER BY c."seq" DESC LIMIT 1)
    ) AS "side"
) s
WHERE m."passed" IS NULL AND m."body" ? 'text' AND m."seat" <> 'judge' AND m."seat" NOT LIKE 'judge %' AND m."kind" <> 'charge';

COMMENT ON VIEW "results"."speeches" IS 'What was said by those who are not judges, one row for each speech, reply, question or concession; revised ones stay, and simulated ones are here too.';
COMMENT ON COLUMN "results"."speeches"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."speeches"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."speeches"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."speeches"."protocol_version" IS 'Version of the protocol''s rules and prompts.';
COMMENT ON COLUMN "results"."speeches"."dataset" IS 'Name of the question''s data set.';
COMMENT ON COLUMN "results"."speeches"."question_id" IS 'Names the question.';
COMMENT ON COLUMN "results"."speeches"."run_id" IS 'Names the run.';
COMMENT ON COLUMN "results"."speeches"."seq" IS 'Place in the transcript of the run, from 0.';
COMMENT ON COLUMN "results"."speeches"."seat" IS 'Who spoke: A, B, consultant …';
COMMENT ON COLUMN "results"."speeches"."kind" IS 'Kind of move: speech, reply, ask, concede …';
COMMENT ON COLUMN "results"."speeches"."at" IS 'The turn''s place in the protocol, as in round 2.';
COMMENT ON COLUMN "results"."speeches"."version" IS '1, and one more each time that the same turn was taken again.';
COMMENT ON COLUMN "results"."speeches"."side" IS 'Index from 0 of the option that the seat argues for; null where it has no side.';
COMMENT ON COLUMN "results"."speeches"."argued_truth" IS 'Whether that option is the true one; null where the seat has no side.';
COMMENT ON COLUMN "results"."speeches"."text" IS 'The words, without the tags around quotes.';
COMMENT ON COLUMN "results"."speeches"."words" IS 'How many words that are, parted by white space.';
COMMENT ON COLUMN "results"."speeches"."characters" IS 'How many characters that are.';
COMMENT ON COLUMN "results"."speeches"."quotes" IS 'How many quotes there are in it; 0 where quotes are not checked.';
COMMENT ON COLUMN "results"."speeches"."quotes_by_status" IS 'How many of them have each status, as in {"verbatim": 2}; see results.quotes.';
COMMENT ON COLUMN "results"."speeches"."compliance" IS 'Whether it argues for its side: complies, refuses, argues-other-side, or unknown where that could not be told; null where the seat has no side, and for people.';
COMMENT ON COLUMN "results"."speeches"."by" IS 'Who made it, kind and name.';
COMMENT ON COLUMN "results"."speeches"."simulated" IS 'Whether the simulator or a script made it.';
COMMENT ON COLUMN "results"."speeches"."made_at" IS 'When it was made.';

CREATE VIEW "results"."quotes" AS
SELECT
    s."experiment",
    s."arm",
    s."protocol",
    s."dataset",
    s."question_id",
    s."run_id",
    s."seq",
    s."seat",
    s."at",
    s."argued_truth",
    o."number"::integer AS "number",
    o."quote" ->> 'status' AS "status",
    (o."quote" ->> 'ratio')::numeric AS "ratio",
    o."quote" ->> 'text' AS "text",
    (o."quote" -> 'at' ->> 'start')::integer AS "source_start",
    (o."quote" -> 'at' ->> 'end')::integer AS "source_end",
    s."by",
    s."simulated"
FROM "results"."speeches" s
JOIN "move" m ON m."run_id" = s."run_id" AND m."seq" = s."seq"
CROSS JOIN LATERAL jsonb_array_elements(
    CASE WHEN jsonb_typeof(m."body" -> 'quotes') = 'array' THEN m."body" -> 'quotes' ELSE '[]'::jsonb END
) WITH ORDINALITY AS o("quote", "number");

COMMENT ON VIEW "results"."quotes" IS 'What was quoted from sources, one row for each quote of each row of results.speeches, with what the check against the source gave.';
COMMENT ON COLUMN "results"."quotes"."experiment" IS 'Name of the experiment.';
COMMENT ON COLUMN "results"."quotes"."arm" IS 'Name of the arm.';
COMMENT ON COLUMN "results"."quotes"."protocol" IS 'Name of the protocol.';
COMMENT ON COLUMN "results"."quotes"."dataset" IS 'Name of the question''s data set.';
COMMENT ON COLUMN "results"."quotes"."question_id" IS 'Names the question.';
COMMENT ON COLUMN "results"."quotes"."run_id" IS 'Names the run.';
COMMENT ON COLUMN "results"."quotes"."seq" IS 'Place of the speech in the transcript of the run, from 0.';
COMMENT ON COLUMN "results"."quotes"."seat" IS 'Who quoted.';
COMMENT ON COLUMN "results"."quotes"."at" IS 'The turn''s place in the protocol, as in round 2.';
COMMENT ON COLUMN "results"."quotes"."argued_truth" IS 'Whether who quoted argues for the true option; null where the seat has no side.';
COMMENT ON COLUMN "results"."quotes"."number" IS 'Number of the quote in its speech, from 1.';
COMMENT ON COLUMN "results"."quotes"."status" IS 'verbatim: it stands in the source word for word. normalised: but for case, white space and typography. near: nearly. ellipsis-parts: all its parts stand there in order. absent: it does not, or has fewer than three words. empty: nothing is quoted. source-missing: there was no source to look in.';
COMMENT ON COLUMN "results"."quotes"."ratio" IS 'Of a quote that is near: how like the source it is, up to 1; null for others.';
COMMENT ON COLUMN "results"."quotes"."text" IS 'What stands between the quote tags.';
COMMENT ON COLUMN "results"."quotes"."source_start" IS 'Where it stands in the source: the first character, counted from 0 in UTF-16 units; null where it does not.';
COMMENT ON COLUMN "results"."quotes"."source_end" IS 'The character after the last.';
COMMENT ON COLUMN "results"."quotes"."by" IS 'Who made the speech, kind and name.';
COMMENT ON COLUMN "results"."quotes"."simulated" IS 'Whether the simulator or a script made it.';
