-- AlterTable
ALTER TABLE "Claim" ADD COLUMN "propositionKey" TEXT;

-- CreateIndex
CREATE INDEX "Claim_createdAt_id_idx" ON "Claim"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Source_createdAt_id_idx" ON "Source"("createdAt", "id");
