-- DropIndex
DROP INDEX "Source_outletId_id_idx";

-- DropIndex
DROP INDEX "SourcingAssessment_statementId_supersededAt_idx";

-- CreateIndex
CREATE INDEX "Correction_givenAt_idx" ON "Correction"("givenAt");

-- CreateIndex
CREATE INDEX "CorrectionProposal_confirmedAt_withdrawnAt_idx" ON "CorrectionProposal"("confirmedAt", "withdrawnAt");

-- CreateIndex
CREATE INDEX "Retraction_confirmedAt_withdrawnAt_idx" ON "Retraction"("confirmedAt", "withdrawnAt");

-- CreateIndex
CREATE INDEX "Source_outletId_createdAt_id_idx" ON "Source"("outletId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "SourcingAssessment_statementId_supersededAt_attributionTerm_idx" ON "SourcingAssessment"("statementId", "supersededAt", "attributionTerms", "embargoedUntil");

-- CreateIndex
CREATE INDEX "SourcingAssessment_attributionTerms_supersededAt_id_idx" ON "SourcingAssessment"("attributionTerms", "supersededAt", "id");

-- CreateIndex
CREATE INDEX "SourcingAssessment_embargoedUntil_id_idx" ON "SourcingAssessment"("embargoedUntil", "id");

-- CreateIndex
CREATE INDEX "Statement_sourceId_state_idx" ON "Statement"("sourceId", "state");

-- CreateIndex
CREATE INDEX "Statement_speakerId_state_form_sourceId_idx" ON "Statement"("speakerId", "state", "form", "sourceId");

-- CreateIndex
CREATE INDEX "Statement_state_speakerId_idx" ON "Statement"("state", "speakerId");
