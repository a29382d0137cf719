-- AlterTable
ALTER TABLE "Edition" ADD COLUMN "marks" TEXT;

-- AlterTable
ALTER TABLE "ImportDraft" ADD COLUMN "marks" TEXT;

-- CreateTable
CREATE TABLE "Arrival" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "arrivedAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Arrival_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ImportDraft" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Arrival_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ArrivedBytes" (
    "sha256" TEXT NOT NULL PRIMARY KEY,
    "packed" TEXT NOT NULL,
    "bytes" BLOB NOT NULL
);

-- CreateIndex
CREATE INDEX "Arrival_draftId_idx" ON "Arrival"("draftId");

-- CreateIndex
CREATE INDEX "Arrival_editionId_idx" ON "Arrival"("editionId");

-- CreateIndex
CREATE INDEX "Arrival_sha256_idx" ON "Arrival"("sha256");
