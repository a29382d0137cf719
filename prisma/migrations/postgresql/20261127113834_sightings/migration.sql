-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "wordsGone" INTEGER,
ADD COLUMN     "wordsNew" INTEGER;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "checkedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Sighting" (
    "id" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "pieces" TEXT NOT NULL DEFAULT '[]',
    "found" TEXT NOT NULL DEFAULT '',
    "seenAt" TIMESTAMP(3) NOT NULL,
    "supersededAt" TIMESTAMP(3),
    "settledAt" TIMESTAMP(3),
    "settledById" TEXT,
    "settlement" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Sighting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Sighting_supersededAt_settledAt_state_seenAt_id_idx" ON "Sighting"("supersededAt", "settledAt", "state", "seenAt", "id");

-- CreateIndex
CREATE INDEX "Sighting_editionId_idx" ON "Sighting"("editionId");

-- CreateIndex
CREATE UNIQUE INDEX "Sighting_statementId_editionId_key" ON "Sighting"("statementId", "editionId");

-- AddForeignKey
ALTER TABLE "Sighting" ADD CONSTRAINT "Sighting_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sighting" ADD CONSTRAINT "Sighting_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
