-- AlterTable
ALTER TABLE "Edition" ADD COLUMN "extent" TEXT;

-- CreateTable
CREATE TABLE "StatementTable" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "packed" BLOB NOT NULL,
    "sheet" TEXT NOT NULL DEFAULT '',
    "headersKey" TEXT NOT NULL DEFAULT '',
    "choices" TEXT NOT NULL DEFAULT '{}',
    "kinds" TEXT NOT NULL DEFAULT '{}',
    "storyId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "outcome" TEXT NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TableRow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tableId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "headersKey" TEXT NOT NULL,
    "rowKey" TEXT NOT NULL DEFAULT '',
    "statementId" TEXT NOT NULL,
    CONSTRAINT "TableRow_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "StatementTable" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TableRow_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "StatementTable_publicId_key" ON "StatementTable"("publicId");

-- CreateIndex
CREATE INDEX "StatementTable_ownerId_state_id_idx" ON "StatementTable"("ownerId", "state", "id");

-- CreateIndex
CREATE INDEX "StatementTable_headersKey_id_idx" ON "StatementTable"("headersKey", "id");

-- CreateIndex
CREATE INDEX "TableRow_headersKey_rowKey_idx" ON "TableRow"("headersKey", "rowKey");

-- CreateIndex
CREATE INDEX "TableRow_statementId_idx" ON "TableRow"("statementId");

-- CreateIndex
CREATE UNIQUE INDEX "TableRow_tableId_number_key" ON "TableRow"("tableId", "number");
