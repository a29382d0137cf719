-- CreateIndex
CREATE INDEX "Relation_createdAt_id_idx" ON "Relation"("createdAt", "id");
