-- AlterTable
ALTER TABLE "ImportProposal" ADD COLUMN "doubt" INTEGER;
ALTER TABLE "ImportProposal" ADD COLUMN "knownHow" TEXT;
ALTER TABLE "ImportProposal" ADD COLUMN "knownId" TEXT;

-- CreateTable
CREATE TABLE "ImportAct" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "changed" TEXT NOT NULL,
    CONSTRAINT "ImportAct_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ImportDraft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ImportAct_draftId_id_idx" ON "ImportAct"("draftId", "id");

-- CreateIndex
CREATE INDEX "ImportProposal_draftId_startUtf16_idx" ON "ImportProposal"("draftId", "startUtf16");
