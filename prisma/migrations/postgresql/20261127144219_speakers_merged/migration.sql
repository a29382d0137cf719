-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN     "mergedIntoId" TEXT;

-- CreateTable
CREATE TABLE "SpeakerMerge" (
    "id" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "moved" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "mergedById" TEXT NOT NULL,
    "mergedAt" TIMESTAMP(3) NOT NULL,
    "undoneById" TEXT,
    "undoneAt" TIMESTAMP(3),
    "undoReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SpeakerMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SpeakerMerge_intoId_undoneAt_mergedAt_idx" ON "SpeakerMerge"("intoId", "undoneAt", "mergedAt");

-- CreateIndex
CREATE INDEX "SpeakerMerge_fromId_idx" ON "SpeakerMerge"("fromId");

-- AddForeignKey
ALTER TABLE "SpeakerMerge" ADD CONSTRAINT "SpeakerMerge_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakerMerge" ADD CONSTRAINT "SpeakerMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
