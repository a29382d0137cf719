-- AlterTable
ALTER TABLE "Statement" ADD COLUMN     "introduction" TEXT;

-- CreateTable
CREATE TABLE "ImportSpeakerKind" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "ImportSpeakerKind_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ImportSpeakerKind_draftId_nameKey_key" ON "ImportSpeakerKind"("draftId", "nameKey");

-- AddForeignKey
ALTER TABLE "ImportSpeakerKind" ADD CONSTRAINT "ImportSpeakerKind_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ImportDraft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
