-- AlterTable
ALTER TABLE "Statement" ADD COLUMN "introduction" TEXT;

-- CreateTable
CREATE TABLE "ImportSpeakerKind" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    CONSTRAINT "ImportSpeakerKind_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ImportDraft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ImportSpeakerKind_draftId_nameKey_key" ON "ImportSpeakerKind"("draftId", "nameKey");
