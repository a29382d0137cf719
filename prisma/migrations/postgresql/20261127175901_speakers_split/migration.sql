-- CreateTable
CREATE TABLE "SpeakerSplit" (
    "id" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "moved" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "splitById" TEXT NOT NULL,
    "splitAt" TIMESTAMP(3) NOT NULL,
    "undoneById" TEXT,
    "undoneAt" TIMESTAMP(3),
    "undoReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SpeakerSplit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SpeakerSplit_fromId_undoneAt_splitAt_idx" ON "SpeakerSplit"("fromId", "undoneAt", "splitAt");

-- CreateIndex
CREATE INDEX "SpeakerSplit_intoId_undoneAt_splitAt_idx" ON "SpeakerSplit"("intoId", "undoneAt", "splitAt");

-- AddForeignKey
ALTER TABLE "SpeakerSplit" ADD CONSTRAINT "SpeakerSplit_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakerSplit" ADD CONSTRAINT "SpeakerSplit_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
