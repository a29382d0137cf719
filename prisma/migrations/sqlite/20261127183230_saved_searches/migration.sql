-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "salt" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "SavedSearch_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SavedSearchSeen" (
    "searchId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,

    PRIMARY KEY ("searchId", "userId"),
    CONSTRAINT "SavedSearchSeen_searchId_fkey" FOREIGN KEY ("searchId") REFERENCES "SavedSearch" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SavedSearchSeen_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SavedSearch_ownerId_createdAt_id_idx" ON "SavedSearch"("ownerId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "SavedSearch_isShared_createdAt_id_idx" ON "SavedSearch"("isShared", "createdAt", "id");

-- CreateIndex
CREATE INDEX "SavedSearchSeen_userId_idx" ON "SavedSearchSeen"("userId");
