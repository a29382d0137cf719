-- CreateTable
CREATE TABLE "Check" (
    "id" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "scope" TEXT NOT NULL DEFAULT 'store',
    "storyId" TEXT,
    "closedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckedDraft" (
    "id" TEXT NOT NULL,
    "checkId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "lengthUtf16" INTEGER NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CheckedDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckMaterial" (
    "id" TEXT NOT NULL,
    "checkId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "lengthUtf16" INTEGER NOT NULL,
    "addedById" TEXT,
    "addedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "CheckMaterial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckRun" (
    "id" TEXT NOT NULL,
    "checkId" TEXT NOT NULL,
    "draftNumber" INTEGER NOT NULL,
    "findings" TEXT NOT NULL,
    "searched" TEXT NOT NULL,
    "statements" TEXT NOT NULL,
    "ranById" TEXT,
    "ranAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CheckRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckDecision" (
    "id" TEXT NOT NULL,
    "checkId" TEXT NOT NULL,
    "findingKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "givenById" TEXT,
    "givenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMP(3),

    CONSTRAINT "CheckDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProofMark" (
    "id" TEXT NOT NULL,
    "checkId" TEXT NOT NULL,
    "sentenceKey" TEXT NOT NULL,
    "startUtf16" INTEGER NOT NULL,
    "endUtf16" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "givenById" TEXT,
    "givenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMP(3),

    CONSTRAINT "ProofMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndexedEdition" (
    "number" SERIAL NOT NULL,
    "editionId" TEXT NOT NULL,

    CONSTRAINT "IndexedEdition_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Shingle" (
    "hash" INTEGER NOT NULL,
    "indexedId" INTEGER NOT NULL,

    CONSTRAINT "Shingle_pkey" PRIMARY KEY ("hash","indexedId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Check_publicId_key" ON "Check"("publicId");

-- CreateIndex
CREATE INDEX "Check_createdAt_id_idx" ON "Check"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_storyId_createdAt_id_idx" ON "Check"("storyId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CheckedDraft_checkId_number_key" ON "CheckedDraft"("checkId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CheckMaterial_checkId_ordinal_key" ON "CheckMaterial"("checkId", "ordinal");

-- CreateIndex
CREATE INDEX "CheckRun_checkId_ranAt_id_idx" ON "CheckRun"("checkId", "ranAt", "id");

-- CreateIndex
CREATE INDEX "CheckDecision_checkId_findingKey_givenAt_idx" ON "CheckDecision"("checkId", "findingKey", "givenAt");

-- CreateIndex
CREATE INDEX "ProofMark_checkId_sentenceKey_givenAt_idx" ON "ProofMark"("checkId", "sentenceKey", "givenAt");

-- CreateIndex
CREATE UNIQUE INDEX "IndexedEdition_editionId_key" ON "IndexedEdition"("editionId");

-- CreateIndex
CREATE INDEX "Shingle_indexedId_idx" ON "Shingle"("indexedId");

-- AddForeignKey
ALTER TABLE "Check" ADD CONSTRAINT "Check_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckedDraft" ADD CONSTRAINT "CheckedDraft_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckMaterial" ADD CONSTRAINT "CheckMaterial_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckRun" ADD CONSTRAINT "CheckRun_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckDecision" ADD CONSTRAINT "CheckDecision_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProofMark" ADD CONSTRAINT "ProofMark_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndexedEdition" ADD CONSTRAINT "IndexedEdition_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shingle" ADD CONSTRAINT "Shingle_indexedId_fkey" FOREIGN KEY ("indexedId") REFERENCES "IndexedEdition"("number") ON DELETE CASCADE ON UPDATE CASCADE;
