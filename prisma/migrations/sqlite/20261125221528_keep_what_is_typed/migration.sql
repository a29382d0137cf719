-- CreateTable
CREATE TABLE "Sending" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "storedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FormDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "values" TEXT NOT NULL,
    "keptAt" DATETIME NOT NULL,
    CONSTRAINT "FormDraft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Sending_storedAt_idx" ON "Sending"("storedAt");

-- CreateIndex
CREATE INDEX "FormDraft_keptAt_idx" ON "FormDraft"("keptAt");

-- CreateIndex
CREATE UNIQUE INDEX "FormDraft_userId_place_form_key" ON "FormDraft"("userId", "place", "form");
