-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN "mergedIntoId" TEXT;

-- CreateTable
CREATE TABLE "SpeakerMerge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "moved" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "mergedById" TEXT NOT NULL,
    "mergedAt" DATETIME NOT NULL,
    "undoneById" TEXT,
    "undoneAt" DATETIME,
    "undoReason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "SpeakerMerge_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SpeakerMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SpeakerMerge_intoId_undoneAt_mergedAt_idx" ON "SpeakerMerge"("intoId", "undoneAt", "mergedAt");

-- CreateIndex
CREATE INDEX "SpeakerMerge_fromId_idx" ON "SpeakerMerge"("fromId");
