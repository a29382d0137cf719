-- CreateTable
CREATE TABLE "SpeakersApart" (
    "id" TEXT NOT NULL,
    "oneId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SpeakersApart_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SpeakersApart_otherId_idx" ON "SpeakersApart"("otherId");

-- CreateIndex
CREATE INDEX "SpeakersApart_decidedAt_id_idx" ON "SpeakersApart"("decidedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SpeakersApart_oneId_otherId_key" ON "SpeakersApart"("oneId", "otherId");

-- AddForeignKey
ALTER TABLE "SpeakersApart" ADD CONSTRAINT "SpeakersApart_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakersApart" ADD CONSTRAINT "SpeakersApart_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
