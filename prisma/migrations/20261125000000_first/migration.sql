-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "dataset" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "licence" TEXT,
    "origin" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "dataset_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT,
    "text" TEXT NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" TEXT NOT NULL,
    "dataset_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "source_id" TEXT,
    "prompt" TEXT NOT NULL,
    "options" TEXT[],
    "truth" INTEGER NOT NULL,
    "licence" TEXT,
    "split" TEXT,
    "difficulty" TEXT,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "experiment" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "seed" BIGINT NOT NULL,
    "file" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "people" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "experiment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arm" (
    "id" TEXT NOT NULL,
    "experiment_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "protocol" TEXT NOT NULL,
    "protocol_version" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "seats" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "arm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "model" TEXT,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" TEXT NOT NULL,
    "experiment_id" TEXT NOT NULL,
    "arm_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "replicate" INTEGER NOT NULL,
    "block" INTEGER,
    "setup" JSONB NOT NULL,
    "seats" JSONB NOT NULL,
    "sides" INTEGER[],
    "listed" INTEGER[],
    "choices" INTEGER[],
    "seed" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "move_count" INTEGER NOT NULL DEFAULT 0,
    "awaits" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "simulated_seats" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "move" (
    "run_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "seat" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "cost" DECIMAL,
    "rests" INTEGER[],
    "passed" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "move_pkey" PRIMARY KEY ("run_id","seq")
);

-- CreateTable
CREATE TABLE "model_call" (
    "id" BIGSERIAL NOT NULL,
    "run_id" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "reported_model" TEXT,
    "simulated" BOOLEAN NOT NULL,
    "prompt_hash" TEXT NOT NULL,
    "messages" JSONB NOT NULL,
    "reply" TEXT NOT NULL,
    "sent" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "cause" TEXT,
    "fault" TEXT,
    "prompt_tokens" INTEGER,
    "reply_tokens" INTEGER,
    "tokens_estimated" BOOLEAN NOT NULL,
    "cost_usd" DECIMAL,
    "ms" INTEGER NOT NULL,
    "request_id" TEXT,
    "fingerprint" TEXT,
    "retry_after" INTEGER,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "failure" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_how" TEXT,
    "settled_by" TEXT,
    "settled_why" TEXT,
    "calls_before" INTEGER NOT NULL,

    CONSTRAINT "failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "run_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "seat" TEXT NOT NULL,
    "judge" TEXT NOT NULL,
    "judge_kind" TEXT NOT NULL,
    "judge_model" TEXT,
    "belief" DECIMAL[],
    "top" INTEGER[],
    "reason" TEXT,
    "passed" TEXT,
    "initial" DECIMAL[],
    "rounds" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "stale_since" INTEGER,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("run_id","seq")
);

-- CreateTable
CREATE TABLE "belief" (
    "run_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "seat" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "judge" TEXT NOT NULL,
    "judge_kind" TEXT NOT NULL,
    "belief" DECIMAL[],
    "passed" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "stale_since" INTEGER,

    CONSTRAINT "belief_pkey" PRIMARY KEY ("run_id","seq")
);

-- CreateTable
CREATE TABLE "worker" (
    "pool_id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("pool_id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "who" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dataset_name_key" ON "dataset"("name");

-- CreateIndex
CREATE UNIQUE INDEX "source_dataset_id_key_key" ON "source"("dataset_id", "key");

-- CreateIndex
CREATE INDEX "question_source_id_idx" ON "question"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_dataset_id_key_key" ON "question"("dataset_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "experiment_name_key" ON "experiment"("name");

-- CreateIndex
CREATE INDEX "experiment_started_at_idx" ON "experiment"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "arm_experiment_id_name_key" ON "arm"("experiment_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "participant_pseudonym_key" ON "participant"("pseudonym");

-- CreateIndex
CREATE INDEX "run_experiment_id_created_at_idx" ON "run"("experiment_id", "created_at");

-- CreateIndex
CREATE INDEX "run_arm_id_idx" ON "run"("arm_id");

-- CreateIndex
CREATE INDEX "run_question_id_idx" ON "run"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "move_run_id_seat_kind_at_version_key" ON "move"("run_id", "seat", "kind", "at", "version");

-- CreateIndex
CREATE INDEX "model_call_run_id_seat_cost_usd_idx" ON "model_call"("run_id", "seat", "cost_usd");

-- CreateIndex
CREATE UNIQUE INDEX "model_call_run_id_seat_kind_at_version_attempt_key" ON "model_call"("run_id", "seat", "kind", "at", "version", "attempt");

-- CreateIndex
CREATE INDEX "failure_run_id_seat_kind_at_version_idx" ON "failure"("run_id", "seat", "kind", "at", "version");

-- CreateIndex
CREATE INDEX "verdict_judge_idx" ON "verdict"("judge");

-- CreateIndex
CREATE INDEX "worker_heartbeat_at_idx" ON "worker"("heartbeat_at");

-- CreateIndex
CREATE INDEX "audit_subject_at_idx" ON "audit"("subject", "at");

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arm" ADD CONSTRAINT "arm_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_arm_id_fkey" FOREIGN KEY ("arm_id") REFERENCES "arm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "move" ADD CONSTRAINT "move_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure" ADD CONSTRAINT "failure_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_run_id_seq_fkey" FOREIGN KEY ("run_id", "seq") REFERENCES "move"("run_id", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "belief" ADD CONSTRAINT "belief_run_id_seq_fkey" FOREIGN KEY ("run_id", "seq") REFERENCES "move"("run_id", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: of lists that they are there, of values what they may be, and one open failure a turn.
ALTER TABLE "question"
    ALTER COLUMN "options" SET NOT NULL,
    ADD CONSTRAINT "question_options_check" CHECK (cardinality("options") >= 2),
    ADD CONSTRAINT "question_truth_check" CHECK ("truth" >= 0 AND "truth" < cardinality("options"));

ALTER TABLE "experiment"
    ADD CONSTRAINT "experiment_people_check" CHECK ("people" IN ('people', 'simulated'));

ALTER TABLE "participant"
    ADD CONSTRAINT "participant_kind_check" CHECK ("kind" IN ('person', 'model', 'simulated'));

ALTER TABLE "run"
    ALTER COLUMN "sides" SET NOT NULL,
    ALTER COLUMN "listed" SET NOT NULL,
    ALTER COLUMN "choices" SET NOT NULL,
    ALTER COLUMN "awaits" SET NOT NULL,
    ALTER COLUMN "simulated_seats" SET NOT NULL,
    ADD CONSTRAINT "run_move_count_check" CHECK ("move_count" >= 0);

ALTER TABLE "move"
    ALTER COLUMN "rests" SET NOT NULL,
    ADD CONSTRAINT "move_seq_check" CHECK ("seq" >= 0),
    ADD CONSTRAINT "move_version_check" CHECK ("version" >= 1),
    ADD CONSTRAINT "move_rests_check" CHECK ("seq" > ALL ("rests"));

ALTER TABLE "model_call"
    ADD CONSTRAINT "model_call_attempt_check" CHECK ("attempt" >= 1),
    ADD CONSTRAINT "model_call_cost_usd_check" CHECK ("cost_usd" >= 0),
    ADD CONSTRAINT "model_call_tokens_check" CHECK ("prompt_tokens" >= 0 AND "reply_tokens" >= 0);

ALTER TABLE "failure"
    ADD CONSTRAINT "failure_settled_how_check" CHECK ("settled_how" IN ('retried', 'passed')),
    ADD CONSTRAINT "failure_settled_check" CHECK (num_nonnulls("settled_at", "settled_how", "settled_by") IN (0, 3));

CREATE UNIQUE INDEX "failure_open_key" ON "failure"("run_id", "seat", "kind", "at", "version") WHERE "settled_at" IS NULL;

ALTER TABLE "verdict"
    ALTER COLUMN "belief" SET NOT NULL,
    ALTER COLUMN "top" SET NOT NULL,
    ALTER COLUMN "initial" SET NOT NULL,
    ADD CONSTRAINT "verdict_judge_kind_check" CHECK ("judge_kind" IN ('person', 'model', 'panel', 'reward', 'simulated')),
    ADD CONSTRAINT "verdict_belief_check" CHECK (0 <= ALL ("belief") AND 1 >= ALL ("belief")),
    ADD CONSTRAINT "verdict_passed_check" CHECK (CASE WHEN "passed" IS NULL THEN cardinality("belief") >= 2 AND cardinality("top") >= 1 ELSE cardinality("belief") = 0 AND cardinality("top") = 0 END);

ALTER TABLE "belief"
    ALTER COLUMN "belief" SET NOT NULL,
    ADD CONSTRAINT "belief_judge_kind_check" CHECK ("judge_kind" IN ('person', 'model', 'panel', 'reward', 'simulated')),
    ADD CONSTRAINT "belief_belief_check" CHECK (0 <= ALL ("belief") AND 1 >= ALL ("belief")),
    ADD CONSTRAINT "belief_passed_check" CHECK (CASE WHEN "passed" IS NULL THEN cardinality("belief") >= 2 ELSE cardinality("belief") = 0 END);
