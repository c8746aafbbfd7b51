-- AlterTable
ALTER TABLE "run" ADD COLUMN     "begun_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "person_seat" (
    "run_id" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "experiment_id" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "person_seat_pkey" PRIMARY KEY ("run_id","seat")
);

-- CreateTable
CREATE TABLE "place" (
    "experiment_id" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "participant_id" TEXT NOT NULL,
    "invitation_id" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("experiment_id","slot")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "experiment_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "welcomed_at" TIMESTAMPTZ(3),
    "consented_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),
    "instructed_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "said" JSONB NOT NULL,
    "trace" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "fixed_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "words" TEXT,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "amendment" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "belief" DECIMAL[],
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_login" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_login_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_seat_experiment_id_slot_position_key" ON "person_seat"("experiment_id", "slot", "position");

-- CreateIndex
CREATE UNIQUE INDEX "place_participant_id_key" ON "place"("participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "place_invitation_id_key" ON "place"("invitation_id");

-- CreateIndex
CREATE INDEX "invitation_experiment_id_created_at_idx" ON "invitation"("experiment_id", "created_at");

-- CreateIndex
CREATE INDEX "submission_run_id_seat_saved_at_idx" ON "submission"("run_id", "seat", "saved_at");

-- CreateIndex
CREATE INDEX "amendment_run_id_seat_saved_at_idx" ON "amendment"("run_id", "seat", "saved_at");

-- CreateIndex
CREATE UNIQUE INDEX "account_user_email_key" ON "account_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_session_token_key" ON "account_session"("token");

-- CreateIndex
CREATE INDEX "account_session_user_id_idx" ON "account_session"("user_id");

-- CreateIndex
CREATE INDEX "account_login_user_id_idx" ON "account_login"("user_id");

-- CreateIndex
CREATE INDEX "account_verification_identifier_idx" ON "account_verification"("identifier");

-- AddForeignKey
ALTER TABLE "person_seat" ADD CONSTRAINT "person_seat_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_seat" ADD CONSTRAINT "person_seat_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_session" ADD CONSTRAINT "account_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_login" ADD CONSTRAINT "account_login_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- In each turn one submission waits to become a move.
CREATE UNIQUE INDEX "submission_waiting_key" ON "submission"("run_id", "seat", "kind", "at", "version") WHERE "settled_at" IS NULL;

ALTER TABLE "submission"
    ADD CONSTRAINT "submission_outcome_check" CHECK ("outcome" IN ('fixed', 'taken-back', 'refused')),
    ADD CONSTRAINT "submission_settled_check" CHECK (("settled_at" IS NULL) = ("outcome" IS NULL));
ALTER TABLE "account_user" ADD CONSTRAINT "account_user_role_check" CHECK ("role" IN ('researcher', 'viewer'));

-- Runs from before began at once, and their people's places stand in the seats as planned.
UPDATE "run" SET "begun_at" = "created_at";
INSERT INTO "person_seat" ("run_id", "seat", "experiment_id", "slot", "position")
SELECT r."id", s."key", r."experiment_id", (s."value" ->> 'slot')::integer,
    row_number() OVER (PARTITION BY r."experiment_id", s."value" ->> 'slot' ORDER BY md5(r."id")) - 1
FROM "run" r CROSS JOIN jsonb_each(r."seats") s
WHERE s."value" ->> 'kind' = 'person' AND s."value" ? 'slot';
