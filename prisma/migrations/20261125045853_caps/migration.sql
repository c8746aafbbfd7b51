-- AlterTable
ALTER TABLE "experiment" ADD COLUMN     "calls_made" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "cap_calls" INTEGER,
ADD COLUMN     "cap_usd" DECIMAL,
ADD COLUMN     "usd_set_aside" DECIMAL NOT NULL DEFAULT 0,
ADD COLUMN     "usd_spent" DECIMAL NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "reservation" (
    "run_id" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "usd" DECIMAL NOT NULL,

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("run_id","seat","kind","at","version")
);

-- AddForeignKey
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "experiment"
    ADD CONSTRAINT "experiment_caps_check" CHECK ("cap_calls" >= 0 AND "cap_usd" >= 0),
    ADD CONSTRAINT "experiment_calls_check" CHECK ("calls_made" <= "cap_calls"),
    ADD CONSTRAINT "experiment_usd_set_aside_check" CHECK ("usd_set_aside" >= 0);
