-- CreateTable
CREATE TABLE "CorrectionProposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "proposedById" TEXT,
    "proposedAt" DATETIME NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" DATETIME,
    "versionNumber" INTEGER,
    "withdrawnById" TEXT,
    "withdrawnAt" DATETIME,
    "withdrawnReason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "CorrectionProposal_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CorrectionRenewal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "proposalId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "given" TEXT NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL,
    "givenById" TEXT,
    "givenAt" DATETIME NOT NULL,
    "supersededAt" DATETIME,
    CONSTRAINT "CorrectionRenewal_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "CorrectionProposal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Retraction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" DATETIME,
    "withdrawnById" TEXT,
    "withdrawnAt" DATETIME,
    "withdrawnReason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Retraction_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Retraction" ("confirmedAt", "confirmedById", "id", "proposedAt", "proposedById", "reason", "statementId", "withdrawnAt") SELECT "confirmedAt", "confirmedById", "id", "proposedAt", "proposedById", "reason", "statementId", "withdrawnAt" FROM "Retraction";
DROP TABLE "Retraction";
ALTER TABLE "new_Retraction" RENAME TO "Retraction";
CREATE INDEX "Retraction_statementId_idx" ON "Retraction"("statementId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "CorrectionProposal_statementId_confirmedAt_withdrawnAt_idx" ON "CorrectionProposal"("statementId", "confirmedAt", "withdrawnAt");

-- CreateIndex
CREATE INDEX "CorrectionRenewal_proposalId_supersededAt_idx" ON "CorrectionRenewal"("proposalId", "supersededAt");
