-- AlterTable
ALTER TABLE "Check" ADD COLUMN "findingCount" INTEGER;
ALTER TABLE "Check" ADD COLUMN "leftCount" INTEGER;
ALTER TABLE "Check" ADD COLUMN "openCount" INTEGER;
ALTER TABLE "Check" ADD COLUMN "wordCount" INTEGER;

-- AlterTable
ALTER TABLE "CheckDecision" ADD COLUMN "askedOfId" TEXT;

-- CreateIndex
CREATE INDEX "CheckDecision_askedOfId_supersededAt_idx" ON "CheckDecision"("askedOfId", "supersededAt");
