-- CreateTable
CREATE TABLE "SpeakersApart" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "oneId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    CONSTRAINT "SpeakersApart_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SpeakersApart_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SpeakersApart_otherId_idx" ON "SpeakersApart"("otherId");

-- CreateIndex
CREATE INDEX "SpeakersApart_decidedAt_id_idx" ON "SpeakersApart"("decidedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SpeakersApart_oneId_otherId_key" ON "SpeakersApart"("oneId", "otherId");
