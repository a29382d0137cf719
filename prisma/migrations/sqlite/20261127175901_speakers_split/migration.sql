-- CreateTable
CREATE TABLE "SpeakerSplit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "moved" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "splitById" TEXT NOT NULL,
    "splitAt" DATETIME NOT NULL,
    "undoneById" TEXT,
    "undoneAt" DATETIME,
    "undoReason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "SpeakerSplit_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SpeakerSplit_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SpeakerSplit_fromId_undoneAt_splitAt_idx" ON "SpeakerSplit"("fromId", "undoneAt", "splitAt");

-- CreateIndex
CREATE INDEX "SpeakerSplit_intoId_undoneAt_splitAt_idx" ON "SpeakerSplit"("intoId", "undoneAt", "splitAt");
