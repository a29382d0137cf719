-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "marks" TEXT;

-- AlterTable
ALTER TABLE "ImportDraft" ADD COLUMN     "marks" TEXT;

-- CreateTable
CREATE TABLE "Arrival" (
    "id" TEXT NOT NULL,
    "draftId" TEXT,
    "editionId" TEXT,
    "ownerId" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "canonical" TEXT NOT NULL DEFAULT '',
    "status" INTEGER,
    "headers" TEXT NOT NULL DEFAULT '[]',
    "kind" TEXT NOT NULL,
    "encoding" TEXT,
    "details" TEXT NOT NULL DEFAULT '{}',
    "notices" TEXT NOT NULL DEFAULT '[]',
    "sha256" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "arrivedAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Arrival_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArrivedBytes" (
    "sha256" TEXT NOT NULL,
    "packed" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ArrivedBytes_pkey" PRIMARY KEY ("sha256")
);

-- CreateIndex
CREATE INDEX "Arrival_draftId_idx" ON "Arrival"("draftId");

-- CreateIndex
CREATE INDEX "Arrival_editionId_idx" ON "Arrival"("editionId");

-- CreateIndex
CREATE INDEX "Arrival_sha256_idx" ON "Arrival"("sha256");

-- AddForeignKey
ALTER TABLE "Arrival" ADD CONSTRAINT "Arrival_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ImportDraft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Arrival" ADD CONSTRAINT "Arrival_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE SET NULL ON UPDATE CASCADE;
