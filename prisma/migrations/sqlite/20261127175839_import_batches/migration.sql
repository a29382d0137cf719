-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "accepts" TEXT NOT NULL,
    "outletName" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "publishedOn" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "storyId" TEXT,
    "chosen" INTEGER,
    "cancelledAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "BatchFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "batchId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "zipOrdinal" INTEGER,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "reason" TEXT NOT NULL DEFAULT '',
    "draftId" TEXT,
    "sourceId" TEXT,
    "joinsBy" TEXT,
    "stored" INTEGER NOT NULL DEFAULT 0,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" DATETIME,
    "doneAt" DATETIME,
    "packed" BLOB NOT NULL,
    CONSTRAINT "BatchFile_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ImportBatch_publicId_key" ON "ImportBatch"("publicId");

-- CreateIndex
CREATE INDEX "ImportBatch_ownerId_id_idx" ON "ImportBatch"("ownerId", "id");

-- CreateIndex
CREATE INDEX "BatchFile_state_batchId_ordinal_idx" ON "BatchFile"("state", "batchId", "ordinal");

-- CreateIndex
CREATE INDEX "BatchFile_batchId_sha256_idx" ON "BatchFile"("batchId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "BatchFile_batchId_ordinal_key" ON "BatchFile"("batchId", "ordinal");
