-- AlterTable
ALTER TABLE "ImportProposal" ADD COLUMN "speakerKey" TEXT;
ALTER TABLE "ImportProposal" ADD COLUMN "speakerShown" TEXT;

-- CreateIndex
CREATE INDEX "ImportProposal_draftId_speakerKey_idx" ON "ImportProposal"("draftId", "speakerKey");
