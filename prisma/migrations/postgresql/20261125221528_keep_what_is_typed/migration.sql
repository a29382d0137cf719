-- CreateTable
CREATE TABLE "Sending" (
    "key" TEXT NOT NULL,
    "storedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Sending_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "FormDraft" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "values" TEXT NOT NULL,
    "keptAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FormDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Sending_storedAt_idx" ON "Sending"("storedAt");

-- CreateIndex
CREATE INDEX "FormDraft_keptAt_idx" ON "FormDraft"("keptAt");

-- CreateIndex
CREATE UNIQUE INDEX "FormDraft_userId_place_form_key" ON "FormDraft"("userId", "place", "form");

-- AddForeignKey
ALTER TABLE "FormDraft" ADD CONSTRAINT "FormDraft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
