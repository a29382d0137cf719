-- AlterTable
ALTER TABLE "Check" ADD COLUMN     "findingCount" INTEGER,
ADD COLUMN     "leftCount" INTEGER,
ADD COLUMN     "openCount" INTEGER,
ADD COLUMN     "wordCount" INTEGER;

-- AlterTable
ALTER TABLE "CheckDecision" ADD COLUMN     "askedOfId" TEXT;

-- CreateIndex
CREATE INDEX "CheckDecision_askedOfId_supersededAt_idx" ON "CheckDecision"("askedOfId", "supersededAt");
