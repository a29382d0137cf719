-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "accepts" TEXT NOT NULL,
    "outletName" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "publishedOn" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "storyId" TEXT,
    "chosen" INTEGER,
    "cancelledAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BatchFile" (
    "id" TEXT NOT NULL,
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
    "leaseUntil" TIMESTAMP(3),
    "doneAt" TIMESTAMP(3),
    "packed" BYTEA NOT NULL,

    CONSTRAINT "BatchFile_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "BatchFile" ADD CONSTRAINT "BatchFile_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
