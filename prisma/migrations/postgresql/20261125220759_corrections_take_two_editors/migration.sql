-- AlterTable
ALTER TABLE "Retraction" ADD COLUMN     "withdrawnById" TEXT,
ADD COLUMN     "withdrawnReason" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "CorrectionProposal" (
    "id" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "proposedById" TEXT,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMP(3),
    "versionNumber" INTEGER,
    "withdrawnById" TEXT,
    "withdrawnAt" TIMESTAMP(3),
    "withdrawnReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CorrectionProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionRenewal" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "given" TEXT NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL,
    "givenById" TEXT,
    "givenAt" TIMESTAMP(3) NOT NULL,
    "supersededAt" TIMESTAMP(3),

    CONSTRAINT "CorrectionRenewal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CorrectionProposal_statementId_confirmedAt_withdrawnAt_idx" ON "CorrectionProposal"("statementId", "confirmedAt", "withdrawnAt");

-- CreateIndex
CREATE INDEX "CorrectionRenewal_proposalId_supersededAt_idx" ON "CorrectionRenewal"("proposalId", "supersededAt");

-- AddForeignKey
ALTER TABLE "CorrectionProposal" ADD CONSTRAINT "CorrectionProposal_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionRenewal" ADD CONSTRAINT "CorrectionRenewal_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "CorrectionProposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
