-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN     "keyId" TEXT,
ADD COLUMN     "mac" TEXT,
ADD COLUMN     "seals" TEXT;

-- CreateTable
CREATE TABLE "AuditSeal" (
    "entrySeq" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "fields" TEXT,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("entrySeq","ordinal")
);

-- CreateIndex
CREATE INDEX "AuditSeal_model_recordId_entrySeq_idx" ON "AuditSeal"("model", "recordId", "entrySeq");
