-- DropIndex
DROP INDEX "Statement_speakerId_state_form_sourceId_idx";

-- CreateIndex
CREATE INDEX "Statement_speakerId_sourceId_state_form_idx" ON "Statement"("speakerId", "sourceId", "state", "form");
