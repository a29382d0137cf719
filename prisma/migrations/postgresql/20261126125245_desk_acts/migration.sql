-- AlterTable
ALTER TABLE "ImportProposal" ADD COLUMN     "doubt" INTEGER,
ADD COLUMN     "knownHow" TEXT,
ADD COLUMN     "knownId" TEXT;

-- CreateTable
CREATE TABLE "ImportAct" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "changed" TEXT NOT NULL,

    CONSTRAINT "ImportAct_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportAct_draftId_id_idx" ON "ImportAct"("draftId", "id");

-- CreateIndex
CREATE INDEX "ImportProposal_draftId_startUtf16_idx" ON "ImportProposal"("draftId", "startUtf16");

-- AddForeignKey
ALTER TABLE "ImportAct" ADD CONSTRAINT "ImportAct_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ImportDraft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
